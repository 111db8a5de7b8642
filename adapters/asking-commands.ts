// The commands that ask something of a notice, the same on every platform: which of the notices have an answer to one, and what it asks of each.
import type { Input, Lang } from '../src/answer.js'
import type { Library } from '../src/knowledge/library.js'
import type { Notice } from '../src/knowledge/notice.js'
import { type Menu, menuOf, noticeOptions } from '../src/menu.js'
import { questionOf } from './typed-question.js'

interface Asking {
  /** What a notice has for it. */
  readonly offer: (menu: Menu) => string | null
  /** What words after it are asked about. */
  readonly aspect?: string
}

const ASKING: ReadonlyMap<string, Asking> = new Map([
  ['domains', { offer: (menu) => menu.items, aspect: 'membership' }],
  ['eligibility', { offer: (menu) => menu.eligibility, aspect: 'eligibility' }],
  ['deadline', { offer: (menu) => menu.deadline }],
  ['compare', { offer: (menu) => menu.compare, aspect: 'difference' }],
  ['timeline', { offer: (menu) => menu.timeline }],
  ['map', { offer: (menu) => menu.map }],
  ['source', { offer: (menu) => menu.source }],
] satisfies [string, Asking][])

/** What a command asks of one notice. */
export interface Asked {
  readonly notice: Notice
  /** What the notice is called. */
  readonly name: string
  /** The suggestion that stands for it. */
  readonly id: string
  /** It is asked step by step, where the platform can. */
  readonly dialog: boolean
}

/** The commands, in their order, that some notice has an answer to. */
export function askingCommands(library: Library): string[] {
  const menus = [...library.notices.values()].map((notice) => menuOf(library, notice))
  return [...ASKING].filter(([, { offer }]) => menus.some(offer)).map(([id]) => id)
}

/** What a command asks of each notice that has an answer to it: of several it is to be asked which. Empty for other commands. */
export function askedOf(command: string, library: Library, lang: Lang): Asked[] {
  return noticeOptions(library, lang).flatMap(({ id: noticeId, name }): Asked[] => {
    const notice = library.notices.get(noticeId)
    const menu = notice && menuOf(library, notice)
    const id = menu && ASKING.get(command)?.offer(menu)
    return id ? [{ notice, name, id, dialog: command === 'eligibility' && menu.dialog }] : []
  })
}

/** The aspect that words after a command are asked about; null where it asks the same whatever stands after it. */
export function aspectOf(command: string): string | null {
  return ASKING.get(command)?.aspect ?? null
}

/** A command with words after it, as a question; null where the command asks the same whatever stands after it. */
export function typedQuestion(command: string, words: string, library: Library): Input | null {
  const aspect = aspectOf(command)
  return aspect && words !== '' ? { kind: 'text', text: questionOf(aspect, [words], library) } : null
}
