// What a choice that was offered while somebody typed stands for, told apart from what is typed.
import { LONGEST_OPTION } from './render.js'

/** Before an id in place of a text: no question begins so. */
const CHOSEN = '\u2060#'

/** Null where it is longer than Discord takes. */
export function chosenValue(id: string): string | null {
  const value = `${CHOSEN}${id}`
  return value.length > LONGEST_OPTION ? null : value
}

/** Null for what was typed. */
export function chosenId(value: string): string | null {
  return value.startsWith(CHOSEN) ? value.slice(CHOSEN.length) : null
}
