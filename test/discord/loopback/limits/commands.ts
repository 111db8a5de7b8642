// The limits of a whole set of commands.
import { ApplicationCommandType } from 'discord.js'
import { type Path, type Problem, problem } from '../errors.js'
import { asText, type JsonObject, objects } from '../json.js'
import { checkLocalised, checkName } from './names.js'
import { checkOptions } from './options.js'

/** How many commands there may be of each type. */
const MOST: Readonly<Record<number, number>> = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
}

const CHARACTERS = 8_000

export function checkCommands(commands: unknown): Problem[] {
  const all = objects(commands)
  const found = Object.entries(MOST).flatMap(([type, most]) => {
    const count = all.filter((command) => typeOf(command) === Number(type)).length
    return count > most ? [problem([], 'APPLICATION_COMMAND_TOO_MANY', `${count} commands of type ${type}, but at most ${most}.`)] : []
  })
  const names = new Set<string>()
  all.forEach((command, index) => {
    const key = `${typeOf(command)} ${asText(command.name)}`
    if (names.has(key)) {
      found.push(problem([index, 'name'], 'APPLICATION_COMMANDS_DUPLICATE_NAME', 'Application command names must be unique'))
    }
    names.add(key)
    found.push(...(typeOf(command) === ApplicationCommandType.ChatInput ? checkChatInput(command, [index]) : checkMenu(command, [index])))
  })
  return found
}

export function typeOf(command: JsonObject): number {
  return Number(command.type ?? ApplicationCommandType.ChatInput)
}

function checkChatInput(command: JsonObject, path: Path): Problem[] {
  const found = [...checkName(command, path), ...checkLocalised(command, path), ...checkOptions(command.options, path)]
  if (asText(command.description).trim() === '') {
    found.push(problem([...path, 'description'], 'BASE_TYPE_REQUIRED', 'This field is required'))
  }
  const size = sizeOf(command)
  if (size > CHARACTERS) {
    found.push(problem(path, 'APPLICATION_COMMAND_TOO_LARGE', `Command exceeds maximum size (${CHARACTERS}): ${size}.`))
  }
  return found
}

/** An entry of a context menu is only a name, which may have spaces and capitals. */
function checkMenu(command: JsonObject, path: Path): Problem[] {
  const found = checkLocalised(command, path)
  if (asText(command.description) !== '') {
    found.push(problem([...path, 'description'], 'APPLICATION_COMMAND_MENU', 'Context menu commands cannot have description'))
  }
  if (objects(command.options).length > 0) {
    found.push(problem([...path, 'options'], 'APPLICATION_COMMAND_MENU', 'Context menu commands cannot have options'))
  }
  return found
}

/** All names, descriptions and values; of a text in several languages the longest counts. */
function sizeOf(item: JsonObject): number {
  const longest = (key: string): number =>
    Math.max(
      asText(item[key]).length,
      ...Object.values((item[`${key}_localizations`] ?? {}) as JsonObject).map((text) => asText(text).length),
    )
  const inner = [...objects(item.options), ...objects(item.choices)].reduce((sum, part) => sum + sizeOf(part), 0)
  return longest('name') + longest('description') + asText(item.value).length + inner
}
