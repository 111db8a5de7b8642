// Running a command as a person can: only what is registered, with the options that it has.
import { ApplicationCommandType, InteractionType, ApplicationCommandOptionType as Kind } from 'discord.js'
import type { Core } from './core.js'
import type { Interaction } from './interaction.js'
import { asText, type JsonObject, objects } from './json.js'
import { type Circumstances, open, place } from './open.js'

type OptionValue = string | number | boolean

export interface SlashCommand extends Circumstances {
  /** As typed, with its sub-command: `ask`, `notice list`. */
  readonly name: string
  readonly options?: Readonly<Record<string, OptionValue>>
}

export interface Autocomplete extends SlashCommand {
  /** The option that is being typed. */
  readonly focused: string
}

export function slash(core: Core, command: SlashCommand): Interaction {
  const data = commandData(core, command, undefined)
  return open(core, InteractionType.ApplicationCommand, data, command)
}

export function autocomplete(core: Core, command: Autocomplete): Interaction {
  const data = commandData(core, command, command.focused)
  return open(core, InteractionType.ApplicationCommandAutocomplete, data, command)
}

function commandData(core: Core, command: SlashCommand, focused: string | undefined): JsonObject {
  const [name = '', ...nested] = command.name.split(' ')
  const guild = place(core, command).guild?.id
  const registered = core.commands.find(name, ApplicationCommandType.ChatInput, guild)
  // Before anything is registered a test may still run commands: their options are then what their values are.
  if (registered === undefined && core.commands.any) throw new Error(`no command /${name} is registered`)
  let definition = registered
  for (const part of nested) {
    const inner: JsonObject | undefined = objects(definition?.options).find((option) => option.name === part)
    if (registered !== undefined && inner === undefined) throw new Error(`/${command.name}: there is no ${part}`)
    definition = inner
  }
  const defined = registered === undefined ? undefined : objects(definition?.options)
  const given = command.options ?? {}
  const missing = defined?.find((option) => option.required === true && focused === undefined && !(asText(option.name) in given))
  if (missing !== undefined) throw new Error(`/${command.name}: ${asText(missing.name)} is required`)
  let options: JsonObject[] = Object.entries(given).map(([key, value]) => optionData(command.name, key, value, defined, focused))
  if (focused !== undefined && !(focused in given)) throw new Error(`/${command.name}: ${focused} is focused but not among the options`)
  nested.reverse().forEach((part, depth) => {
    options = [{ name: part, type: depth === 0 ? Kind.Subcommand : Kind.SubcommandGroup, options }]
  })
  return { id: registered?.id ?? core.ids.old(), name, type: ApplicationCommandType.ChatInput, options, ...(guild && { guild_id: guild }) }
}

function optionData(
  command: string,
  name: string,
  value: OptionValue,
  defined: readonly JsonObject[] | undefined,
  focused: string | undefined,
): JsonObject {
  const option = defined?.find((candidate) => candidate.name === name)
  if (defined !== undefined && option === undefined) throw new Error(`/${command}: there is no option ${name}`)
  if (option !== undefined && name !== focused) possible(command, option, value)
  const type = Number(option?.type ?? kindOf(value))
  if (name !== focused) return { name, type, value }
  if (option !== undefined && option.autocomplete !== true) throw new Error(`/${command}: ${name} has no autocomplete`)
  return { name, type, value, focused: true }
}

/** What a person's Discord does not let them send. */
function possible(command: string, option: JsonObject, value: OptionValue): void {
  const choices = objects(option.choices)
  const wrong =
    (choices.length > 0 && !choices.some((choice) => choice.value === value)) ||
    (typeof value === 'string' && (value.length > Number(option.max_length ?? 6_000) || value.length < Number(option.min_length ?? 0))) ||
    (typeof value === 'number' && (value > Number(option.max_value ?? Infinity) || value < Number(option.min_value ?? -Infinity)))
  if (wrong) throw new Error(`/${command}: ${asText(option.name)} cannot be ${JSON.stringify(value)}`)
}

function kindOf(value: OptionValue): Kind {
  if (typeof value === 'string') return Kind.String
  if (typeof value === 'boolean') return Kind.Boolean
  return Number.isInteger(value) ? Kind.Integer : Kind.Number
}
