// The limits of a command's options and their choices.
import { ApplicationCommandOptionType as Type } from 'discord.js'
import { type Path, type Problem, problem } from '../errors.js'
import { type JsonObject, list, objects } from '../json.js'
import { checkLocalised, checkName } from './names.js'

const NESTED: readonly unknown[] = [Type.Subcommand, Type.SubcommandGroup]

export function checkOptions(options: unknown, at: Path, depth = 0): Problem[] {
  const all = objects(options)
  const path = [...at, 'options']
  const found: Problem[] = repeated(all, 'name', path, 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS')
  const nested = all.filter(({ type }) => NESTED.includes(type)).length
  if (nested > 0 && nested < all.length) {
    found.push(problem(path, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Sub-commands and other options do not mix.'))
  }
  let optional = false
  all.forEach((option, index) => {
    const here = [...path, index]
    found.push(...checkName(option, here), ...checkLocalised(option, here), ...checkChoices(option, here))
    if (option.required === true && optional) {
      found.push(problem([...here, 'required'], 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID', 'Required options must come first.'))
    }
    optional ||= option.required !== true
    if (!NESTED.includes(option.type)) return
    const tooDeep = option.type === Type.SubcommandGroup ? depth > 0 : depth > 1
    if (tooDeep) found.push(problem(here, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Sub-commands are nested too deep.'))
    found.push(...checkOptions(option.options, here, option.type === Type.SubcommandGroup ? 1 : 2))
  })
  return found
}

function checkChoices(option: JsonObject, at: Path): Problem[] {
  const choices = objects(option.choices)
  const path = [...at, 'choices']
  const found = [
    ...repeated(choices, 'name', path, 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS'),
    ...repeated(choices, 'value', path, 'APPLICATION_COMMAND_OPTIONS_CHOICE_VALUE_ALREADY_EXISTS'),
    ...choices.flatMap((choice, index) => checkLocalised(choice, [...path, index])),
  ]
  if (option.autocomplete === true && list(option.choices).length > 0) {
    found.push(problem(path, 'APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES', 'An option has either choices or autocomplete.'))
  }
  if (Number(option.min_length ?? 0) > Number(option.max_length ?? 6_000)) {
    found.push(problem([...at, 'min_length'], 'APPLICATION_COMMAND_OPTION_LENGTHS', 'The least length is above the greatest.'))
  }
  return found
}

function repeated(items: readonly JsonObject[], key: string, path: Path, code: string): Problem[] {
  const seen = new Set<unknown>()
  return items.flatMap((item, index) => {
    if (!seen.has(item[key])) {
      seen.add(item[key])
      return []
    }
    return [problem([...path, index, key], code, `${String(item[key])} stands there twice.`)]
  })
}
