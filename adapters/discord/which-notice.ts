// Several notices, and a command that is about one of them: which? A button for each, or selects where there are more than fit side by side.
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import type { Lang } from '../../src/answer.js'
import type { Library } from '../../src/knowledge/library.js'
import type { Asked } from '../asking-commands.js'
import { cut } from '../split.js'
import { sentence } from '../wording.js'
import { encode } from './custom-id.js'
import { type Components, LONGEST_BUTTON, LONGEST_OPTION, MOST_BUTTONS, MOST_OPTIONS, textOnly } from './render.js'

/** Nobody would look through more. */
const MOST_SELECTS = 4

export function whichNotice(asked: readonly Asked[], lang: Lang, library: Library): Components {
  const rows = asked.length > MOST_BUTTONS ? selects(asked, lang) : [buttons(asked, lang)]
  return [...textOnly(sentence(library.language, lang, 'choose-notice')), ...rows]
}

function buttons(asked: readonly Asked[], lang: Lang): APIActionRowComponent<APIButtonComponentWithCustomId> {
  const components = asked.map(
    (one): APIButtonComponentWithCustomId => ({
      type: ComponentType.Button,
      style: ButtonStyle.Secondary,
      custom_id: one.dialog ? dialogOf(one, lang) : encode({ kind: 'ask', lang, id: one.id }),
      label: cut(one.name, LONGEST_BUTTON),
    }),
  )
  return { type: ComponentType.ActionRow, components }
}

function selects(asked: readonly Asked[], lang: Lang): APIActionRowComponent<APIStringSelectComponent>[] {
  const count = Math.min(MOST_SELECTS, Math.ceil(asked.length / MOST_OPTIONS))
  return Array.from({ length: count }, (_, part) => {
    const options = asked
      .slice(part * MOST_OPTIONS, (part + 1) * MOST_OPTIONS)
      .map((one) => ({ label: cut(one.name, LONGEST_OPTION), value: one.dialog ? dialogOf(one, lang) : one.id }))
    return {
      type: ComponentType.ActionRow,
      components: [{ type: ComponentType.StringSelect, custom_id: encode({ kind: 'pick', lang, part }), options }],
    }
  })
}

/** The beginning of the dialog: nothing is chosen yet. */
function dialogOf({ notice }: Asked, lang: Lang): string {
  return encode({ kind: 'eligibility', asks: 'applicant', lang, notice: notice.id, other: '', part: 0 })
}
