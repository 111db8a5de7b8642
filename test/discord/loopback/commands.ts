// The registered commands, globally and by guild, in the form in which Discord gives them back.

import { REFUSED } from './errors.js'
import { asObject, asText, copy, type JsonObject, objects } from './json.js'
import { checkCommands, typeOf } from './limits/commands.js'
import type { Snowflakes } from './snowflakes.js'

const GLOBAL = 'global'

export class Commands {
  private readonly sets = new Map<string, readonly JsonObject[]>()
  private readonly application: string
  private readonly ids: Snowflakes

  constructor(application: string, ids: Snowflakes) {
    this.application = application
    this.ids = ids
  }

  /** Everything that is registered, with all its languages; whole texts, not those of one language. */
  all(guild?: string): readonly JsonObject[] {
    return this.sets.get(guild ?? GLOBAL) ?? []
  }

  /** Replaces a whole set. A command that keeps its name and type keeps its id. */
  replace(body: unknown, guild?: string): readonly JsonObject[] {
    const problems = checkCommands(body)
    if (problems.length > 0) throw REFUSED.invalidForm(problems)
    const before = this.all(guild)
    const set = objects(body).map((command) => {
      const same = before.find((old) => old.name === command.name && old.type === typeOf(command))
      return this.registered(command, asText(same?.id) || this.ids.old(), guild)
    })
    this.sets.set(guild ?? GLOBAL, set)
    return set
  }

  /** The command that a person would run by this name: one of the guild goes before a global one. */
  find(name: string, type: number, guild: string | undefined): JsonObject | undefined {
    const named = (command: JsonObject): boolean => command.name === name && command.type === type
    return (guild === undefined ? undefined : this.all(guild).find(named)) ?? this.all().find(named)
  }

  /** Whether anything was registered at all. */
  get any(): boolean {
    return this.sets.size > 0
  }

  private registered(command: JsonObject, id: string, guild: string | undefined): JsonObject {
    return {
      ...{ id, application_id: this.application, version: this.ids.old(), type: typeOf(command), name: command.name },
      ...{ name_localizations: command.name_localizations ?? null, description: command.description ?? '' },
      ...{ description_localizations: command.description_localizations ?? null, nsfw: command.nsfw ?? false },
      default_member_permissions: command.default_member_permissions ?? null,
      ...(guild === undefined
        ? { dm_permission: true, contexts: command.contexts ?? null, integration_types: command.integration_types ?? [0] }
        : { guild_id: guild }),
      ...(objects(command.options).length > 0 && { options: objects(command.options).map(option) }),
    }
  }
}

/** As a command is shown to who did not ask for its languages. */
export function withoutLanguages(command: JsonObject): JsonObject {
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = command
  return { ...rest, ...(rest.options !== undefined && { options: objects(rest.options).map(withoutLanguages) }) }
}

/** Discord leaves out what is false or empty, so a comparison with what was sent must not rest on it. */
function option(given: JsonObject): JsonObject {
  const kept = Object.entries(given).filter(
    ([key, value]) => value !== null && !((key === 'required' || key === 'autocomplete') && value === false),
  )
  const inner = objects(given.options)
  return { ...copy(asObject(Object.fromEntries(kept)) ?? {}), ...(inner.length > 0 && { options: inner.map(option) }) }
}
