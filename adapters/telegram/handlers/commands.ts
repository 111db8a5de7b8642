// The commands that the knowledge has answers to, and what each stands for.
import type { BotCommand } from '@grammyjs/types'
import type { Input } from '../../../src/answer.js'
import type { Library } from '../../../src/knowledge/library.js'
import type { Tongue } from '../../../src/language/language.js'
import { type Menu, menuOf } from '../../../src/menu.js'
import { questionOf } from '../../typed-question.js'

/** Commands that ask something of a notice: what it offers for them, and what words after them are asked about. */
const ASKING: Readonly<Record<string, { readonly offer: (menu: Menu) => string | null; readonly aspect?: string }>> = {
  domains: { offer: (menu) => menu.items, aspect: 'membership' },
  eligibility: { offer: (menu) => menu.eligibility, aspect: 'eligibility' },
  deadline: { offer: (menu) => menu.deadline },
  compare: { offer: (menu) => menu.compare, aspect: 'difference' },
  timeline: { offer: (menu) => menu.timeline },
  map: { offer: (menu) => menu.map },
  source: { offer: (menu) => menu.source },
}

const SETTINGS = ['language', 'privacy', 'help'] as const

export function isCommand(name: string, library: Library): boolean {
  return name === 'start' || commandIds(library).includes(name)
}

/** For Telegram's menu, in its order; `start` is pressed, not typed. */
export function commandsOf(library: Library, tongue: Tongue): BotCommand[] {
  return commandIds(library).map((id) => {
    const command = library.language.commands.get(id)
    if (!command) throw new Error(`language/commands.yaml has no "${id}"`)
    // Telegram's names are Latin letters in every language.
    return { command: command.name.en, description: command.about[tongue] }
  })
}

function commandIds(library: Library): string[] {
  const menus = [...library.notices.values()].map((notice) => menuOf(library, notice))
  const asking = Object.keys(ASKING).filter((id) => menus.some((menu) => ASKING[id]?.offer(menu)))
  return ['ask', ...asking, ...SETTINGS]
}

/** What a command asks of each notice that has an answer to it, as `notice` → id of a suggestion. */
export function offersOf(command: string, library: Library): Map<string, string> {
  const offers = [...library.notices.values()].map((notice) => [notice.id, ASKING[command]?.offer(menuOf(library, notice))] as const)
  return new Map(offers.flatMap(([notice, id]) => (id ? [[notice, id]] : [])))
}

/** A command with words after it, as a question; null where the command asks the same whatever stands after it. */
export function typedQuestion(command: string, words: string, library: Library): Input | null {
  const aspect = ASKING[command]?.aspect
  return aspect && words !== '' ? { kind: 'text', text: questionOf(aspect, [words], library) } : null
}
