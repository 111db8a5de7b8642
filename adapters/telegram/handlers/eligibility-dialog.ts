// May I apply? One message, edited step by step: who applies, for which type, the answer. What is chosen so far rides in the buttons.
import type { InlineKeyboardButton } from '@grammyjs/types'
import type { Lang } from '../../../src/answer.js'
import type { Library } from '../../../src/knowledge/library.js'
import type { Notice } from '../../../src/knowledge/notice.js'
import { type Option, thingOptions } from '../../../src/menu.js'
import { choiceId, queryOfChoice } from '../../../src/query/choice.js'
import { ask } from '../../context.js'
import { sentence } from '../../wording.js'
import { encode } from '../showing/callback-data.js'
import { type Keyboard, keyboardOf, pairs } from '../showing/keyboard.js'
import type { TelegramAsker, TelegramContext } from '../telegram-context.js'
import { type Reply, replyWith, say } from './reply.js'

/** So many fit on a phone's screen with the message above them. */
const PER_PAGE = 10
const ASPECT = 'eligibility'

/** Where the dialog begins: nothing is chosen. */
export function dialogOf(notice: string): string {
  return choiceId(notice, [], ASPECT)
}

/** The step that an id stands for: what is not chosen yet is asked for. Null where the knowledge has changed so that it means nothing. */
export async function dialogStep(
  id: string,
  page: number,
  lang: Lang,
  asker: TelegramAsker,
  context: TelegramContext,
): Promise<Reply | null> {
  const { library } = context.assistant()
  const query = queryOfChoice(id, library)
  if (!query) return null
  const { notice } = query
  const applicant = query.things.find(({ role }) => role === 'applicant')?.entry.id
  const track = query.things.find(({ role }) => role === 'track')?.entry.id
  const back = (things: readonly string[]): Keyboard => step(library, lang, 'dialog-back', choiceId(notice.id, things, ASPECT), 0)
  if (applicant === undefined || track === undefined) {
    // Who answers in words instead is understood.
    const { memory } = await ask(context, asker, { kind: 'suggestion', id }, { lang })
    const reply =
      applicant === undefined
        ? offering(library, lang, 'choose-applicant', notice, thingOptions(library, notice, 'applicant', lang, false), [], page)
        : offering(library, lang, 'choose-type', notice, thingOptions(library, notice, 'track', lang), [applicant], page)
    return { ...reply, memory, keyboard: applicant === undefined ? reply.keyboard : [...reply.keyboard, ...back([])] }
  }
  const answer = await ask(context, asker, { kind: 'suggestion', id }, { lang })
  // What was chosen stands above what follows from it.
  const heading = namesOf(library, notice, lang, [applicant, track]).join(' · ')
  return { ...replyWith(answer, { heading }), keyboard: [...back([applicant]), ...keyboardOf(answer)] }
}

/** One page of the options, with what was chosen before. */
function offering(
  library: Library,
  lang: Lang,
  key: 'choose-applicant' | 'choose-type',
  notice: Notice,
  options: readonly Option[],
  chosen: readonly string[],
  page: number,
): Reply {
  const pages = Math.max(1, Math.ceil(options.length / PER_PAGE))
  const at = Math.min(page, pages - 1)
  const shown = options.slice(at * PER_PAGE, (at + 1) * PER_PAGE).flatMap((option): InlineKeyboardButton[] => {
    const data = encode({ kind: 'dialog', lang, id: choiceId(notice.id, [...chosen, option.id], ASPECT), page: 0 })
    return data === null ? [] : [{ text: option.name, callback_data: data }]
  })
  const here = choiceId(notice.id, chosen, ASPECT)
  const turns = [
    ...(at > 0 ? step(library, lang, 'page-before', here, at - 1) : []),
    ...(at < pages - 1 ? step(library, lang, 'page-next', here, at + 1) : []),
  ].flat()
  const names = namesOf(library, notice, lang, chosen)
  const count = pages > 1 ? ` (${at + 1}/${pages})` : ''
  const text = `${[...names, sentence(library.language, lang, key)].join(' · ')}${count}`
  return say(text, [...pairs(shown), ...(turns.length > 0 ? [turns] : [])])
}

function namesOf(library: Library, notice: Notice, lang: Lang, ids: readonly string[]): string[] {
  const options = (['applicant', 'track'] as const).flatMap((role) => thingOptions(library, notice, role, lang, false))
  return ids.flatMap((one) => options.filter(({ id }) => id === one)).map(({ name }) => name)
}

function step(library: Library, lang: Lang, key: string, id: string, page: number): Keyboard {
  const data = encode({ kind: 'dialog', lang, id, page })
  return data === null ? [] : [[{ text: sentence(library.language, lang, key), callback_data: data }]]
}
