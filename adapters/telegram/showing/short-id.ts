// The id of a suggestion in the few characters that a button or a link has room for: nothing is kept for it, so it outlives a restart.
import { hash } from 'node:crypto'
import type { Library } from '../../../src/knowledge/library.js'
import { queryOfChoice } from '../../../src/query/choice.js'

/** Digits and lower-case letters, as ids have them; a part that starts with this is the digest of one. */
const DIGEST = /^H([a-z2-7]{6,24})$/
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567'

/** How many letters of a digest are taken, as there is room: with 24 no two are ever the same. */
const LENGTHS = [24, 12, 6]

/** What stands for the separators of an id, of characters that a link may have and an id has not. */
const SEPARATORS = [
  ['/', '_'],
  ['+', 'P'],
  ['?', 'Q'],
] as const

/**
 * @param id a fact (`notice/fact`) or a choice (`notice/thing+thing?aspect`)
 * @returns at most `most` characters of `A-Za-z0-9_-`, or null where it does not fit
 */
export function shorten(id: string, most: number): string | null {
  const [notice = '', rest = ''] = id.split('/')
  const [names = '', aspect] = rest.split('?')
  const join = (parts: readonly string[], first: string): string => `${first}/${parts.join('+')}${aspect === undefined ? '' : `?${aspect}`}`
  const parts = names === '' ? [] : names.split('+')
  // Most ids fit as they are: the others are made only where they are needed.
  const forms = [
    () => id,
    ...LENGTHS.flatMap((letters) => [
      () => join(parts, digest(notice, letters)),
      () =>
        join(
          parts.map((part) => digest(part, letters)),
          digest(notice, letters),
        ),
    ]),
  ]
  for (const form of forms) {
    const short = inLink(form())
    if (short.length <= most) return short
  }
  return null
}

/** With the separators of an id; digests stay, so that it names nothing where `lengthen` finds nothing. */
export function spelled(short: string): string {
  return SEPARATORS.reduce((text, [plain, letter]) => text.replaceAll(letter, plain), short)
}

/** The id, or null where it names what the knowledge does not have (any more). */
export function lengthen(short: string, library: Library): string | null {
  const id = spelled(short)
  const [first = '', rest] = id.split('/')
  const notice = named(first, library.notices.keys())
  if (rest === undefined || notice === null) return null
  const [names = '', aspect] = rest.split('?')
  const there = library.notices.get(notice)
  if (!there) return null
  const known = aspect === undefined ? [...there.facts.keys()] : [...there.things.keys(), ...there.kinds.keys()]
  const parts = names === '' ? [] : names.split('+').map((name) => named(name, known))
  if (parts.includes(null)) return null
  const whole = `${notice}/${parts.join('+')}${aspect === undefined ? '' : `?${aspect}`}`
  return library.facts.has(whole) || queryOfChoice(whole, library) ? whole : null
}

function named(part: string, ids: Iterable<string>): string | null {
  const [, letters] = DIGEST.exec(part) ?? []
  if (letters === undefined) return part
  const [only, ...others] = [...ids].filter((id) => digest(id, letters.length) === part)
  // Of two with the same digest nobody knows which was meant.
  return only !== undefined && others.length === 0 ? only : null
}

function inLink(id: string): string {
  return SEPARATORS.reduce((text, [plain, letter]) => text.replaceAll(plain, letter), id)
}

/** Five bits a letter: with six letters, of a hundred things in a notice two are the same once in two hundred thousand notices. */
function digest(id: string, letters: number): string {
  const bytes = hash('sha256', id, 'buffer')
  return `H${Array.from({ length: letters }, (_, i) => LETTERS[(bytes[i] ?? 0) % 32]).join('')}`
}
