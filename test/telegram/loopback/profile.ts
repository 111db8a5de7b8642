// How the bot presents itself: commands, names and descriptions, by language.
import type { BotCommand } from '@grammyjs/types'
import type { JsonObject } from './json.js'
import { languageKey, scopeKey } from './scopes.js'

export type ProfileText = 'name' | 'description' | 'short_description'

export class Profile {
  readonly menuButtons = new Map<number | undefined, JsonObject>()
  private readonly commandLists = new Map<string, readonly BotCommand[]>()
  private readonly texts = new Map<string, string>()

  setCommands(scope: unknown, language: unknown, commands: readonly BotCommand[]): void {
    this.commandLists.set(key(scope, language), commands)
  }

  /** Exactly as set for this scope and this language: none where others are shown in their place. */
  commands(scope: unknown, language: unknown): readonly BotCommand[] {
    return this.commandLists.get(key(scope, language)) ?? []
  }

  setText(kind: ProfileText, language: unknown, text: string): void {
    this.texts.set(`${kind} ${languageKey(language)}`, text)
  }

  /** As set for this language; where there is none, what everybody else sees. */
  text(kind: ProfileText, language: unknown): string {
    return this.texts.get(`${kind} ${languageKey(language)}`) || this.texts.get(`${kind} `) || ''
  }
}

function key(scope: unknown, language: unknown): string {
  return `${scopeKey(scope)} ${languageKey(language)}`
}
