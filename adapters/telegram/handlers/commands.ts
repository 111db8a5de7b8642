// The commands of a chat: those that the knowledge has answers to, and those about the chat itself.
import type { BotCommand } from '@grammyjs/types'
import type { Library } from '../../../src/knowledge/library.js'
import type { Tongue } from '../../../src/language/language.js'
import { askingCommands } from '../../asking-commands.js'

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
  return ['ask', ...askingCommands(library), ...SETTINGS]
}
