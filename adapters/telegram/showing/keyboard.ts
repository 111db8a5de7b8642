// The buttons under an answer.
import type { InlineKeyboardButton, InlineKeyboardMarkup } from '@grammyjs/types'
import type { Answer, Lang, Suggestion } from '../../../src/answer.js'
import { cut } from '../../split.js'
import { encode } from './callback-data.js'

export type Keyboard = InlineKeyboardMarkup['inline_keyboard']

/** A phone shows about so many characters across, and half as many in each of two columns. */
export const LONGEST_LABEL = 80
/** Nobody looks through more; the list itself stands in the answer. */
const MOST_LISTED = 24

/** The things of a long list two in a row, the suggestions one in a row. */
export function keyboardOf({ listed, suggestions, lang }: Answer): Keyboard {
  return [...pairs(listed.slice(0, MOST_LISTED).flatMap((one) => askButton(one, lang))), ...rows(suggestions, lang)]
}

function rows(suggestions: readonly Suggestion[], lang: Lang): Keyboard {
  return suggestions.flatMap((one) => askButton(one, lang)).map((button) => [button])
}

function askButton({ id, label }: Suggestion, lang: Lang): InlineKeyboardButton[] {
  const data = encode({ kind: 'ask', lang, id })
  return data === null ? [] : [{ text: cut(label, LONGEST_LABEL), callback_data: data }]
}

/** 👍 and 👎, understood in every language. */
export function voteRow(lang: Lang): Keyboard {
  const row = THUMBS.flatMap(([vote, text]) => {
    const data = encode({ kind: 'vote', lang, vote })
    return data === null ? [] : [{ text, callback_data: data }]
  })
  return [row]
}

const THUMBS = [
  ['good', '👍'],
  ['bad', '👎'],
] as const

/** Two in a row. */
export function pairs(buttons: readonly InlineKeyboardButton[]): Keyboard {
  return Array.from({ length: Math.ceil(buttons.length / 2) }, (_, i) => buttons.slice(2 * i, 2 * i + 2))
}

/** What the button says that was pressed, as it stands under the message. */
export function labelOf(keyboard: Keyboard | undefined, data: string): string | undefined {
  return keyboard?.flat().find((button) => 'callback_data' in button && button.callback_data === data)?.text
}
