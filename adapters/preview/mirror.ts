// A suggestion that is pressed on one platform is pressed on the other as well: both conversations stay the same as long as they can be.
import type { Library } from '../../src/knowledge/library.js'
import { decode as decodeDiscord, encode as encodeDiscord } from '../discord/custom-id.js'
import { decode as decodeTelegram, encode as encodeTelegram } from '../telegram/showing/callback-data.js'
import type { PlatformName, Step, Turn } from './view.js'

type Press = Extract<Step, { kind: 'press' }>

/** The same press on the other platform; null for what only one of them has, as the steps of a dialog. */
export function mirrored({ platform, message, control, value }: Press, turns: readonly Turn[], library: Library): Press | null {
  const other: PlatformName = platform === 'discord' ? 'telegram' : 'discord'
  const turn = turns.find((one) => one[platform].messages.some(({ id }) => id === message))
  const asked = platform === 'discord' ? askedInDiscord(control, value) : askedInTelegram(control, library)
  if (!turn || !asked) return null
  const same = other === 'discord' ? encodeDiscord({ kind: 'ask', ...asked }) : encodeTelegram({ kind: 'ask', ...asked })
  const { messages } = turn[other]
  const under = messages.find((one) => same !== null && labelIn(one, same, '') !== undefined) ?? messages.at(-1)
  return same === null || !under ? null : { kind: 'press', platform: other, message: under.id, control: same, value: '' }
}

type Asked = Pick<Extract<NonNullable<ReturnType<typeof decodeTelegram>>, { kind: 'ask' }>, 'lang' | 'id'>

function askedInDiscord(customId: string, value: string): Asked | null {
  const control = decodeDiscord(customId)
  if (control?.kind === 'ask') return { lang: control.lang, id: control.id }
  return control?.kind === 'pick' ? { lang: control.lang, id: value } : null
}

function askedInTelegram(data: string, library: Library): Asked | null {
  const control = decodeTelegram(data, library)
  return control?.kind === 'ask' ? { lang: control.lang, id: control.id } : null
}

/** What stands on the control that is pressed, or what was chosen of it; '' where it is not there. */
export function labelOf({ platform, message, control, value }: Press, turns: readonly Turn[]): string {
  const [found] = turns.flatMap((turn) => turn[platform].messages.filter(({ id }) => id === message))
  return (found && labelIn(found, control, value)) ?? ''
}

/** Looks through whatever a message is made of. */
function labelIn(part: unknown, control: string, value: string): string | undefined {
  if (typeof part !== 'object' || part === null) return undefined
  const one = part as {
    custom_id?: unknown
    callback_data?: unknown
    label?: string
    text?: string
    options?: { value: string; label: string }[]
  }
  if (one.custom_id === control) return one.options?.find((option) => option.value === value)?.label ?? one.label
  if (one.callback_data === control) return one.text
  for (const inner of Object.values(part)) {
    const label = labelIn(inner, control, value)
    if (label !== undefined) return label
  }
  return undefined
}
