// What Discord's description does not say of single buttons, selects and rows.
import { ButtonStyle, ComponentType } from 'discord.js'
import type { Placed } from '../components.js'
import { type Path, type Problem, problem } from '../errors.js'
import { asText, type JsonObject, list, objects } from '../json.js'

export function checkControls(placed: readonly Placed[]): Problem[] {
  return [...repeated(placed, 'custom_id', 'COMPONENT_CUSTOM_ID_DUPLICATED'), ...repeated(placed, 'id', 'COMPONENT_ID_DUPLICATED')].concat(
    placed.flatMap(({ component, path }) => {
      if (component.type === ComponentType.Button) return checkButton(component, path)
      if (component.type === ComponentType.StringSelect) return checkSelect(component, path)
      if (component.type === ComponentType.ActionRow) return checkRow(component, path)
      return []
    }),
  )
}

function repeated(placed: readonly Placed[], key: string, code: string): Problem[] {
  const seen = new Set<unknown>()
  return placed.flatMap(({ component, path }) => {
    const value = component[key] ?? undefined
    if (value === undefined) return []
    if (seen.has(value)) return [problem([...path, key], code, `Component ${key} cannot be duplicated`)]
    seen.add(value)
    return []
  })
}

function checkButton(button: JsonObject, path: Path): Problem[] {
  const found: Problem[] = []
  const needs = (key: string): void => {
    if (asText(button[key]) === '') found.push(problem([...path, key], 'BASE_TYPE_REQUIRED', `A button of this style must have ${key}.`))
  }
  const excludes = (key: string): void => {
    const present = button[key] !== undefined && button[key] !== null
    if (present) found.push(problem([...path, key], 'BUTTON_COMPONENT_INVALID_FIELD', `A button of this style cannot have ${key}.`))
  }
  if (button.style === ButtonStyle.Link) {
    needs('url')
    excludes('custom_id')
    if (!/^(?:https?|discord):/i.test(asText(button.url))) {
      found.push(problem([...path, 'url'], 'URL_TYPE_INVALID_SCHEME', 'Scheme must be one of (http, https, discord).'))
    }
  } else if (button.style === ButtonStyle.Premium) {
    needs('sku_id')
    for (const key of ['custom_id', 'label', 'url', 'emoji']) excludes(key)
    return found
  } else {
    needs('custom_id')
    excludes('url')
  }
  if (asText(button.label) === '' && (button.emoji ?? undefined) === undefined) {
    found.push(problem(path, 'BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED', 'A button must have a label or an emoji.'))
  }
  return found
}

function checkSelect(select: JsonObject, path: Path): Problem[] {
  const found: Problem[] = []
  const options = objects(select.options)
  const [least, most] = [Number(select.min_values ?? 1), Number(select.max_values ?? 1)]
  const values = new Set<unknown>()
  options.forEach(({ value }, index) => {
    if (values.has(value)) {
      const message = 'The specified option value is already used'
      found.push(problem([...path, 'options', index, 'value'], 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED', message))
    }
    values.add(value)
  })
  if (least > most) found.push(problem([...path, 'min_values'], 'SELECT_COMPONENT_MIN_VALUES', 'More must be chosen than may be chosen.'))
  if (most > options.length)
    found.push(problem([...path, 'max_values'], 'SELECT_COMPONENT_MAX_VALUES', 'More may be chosen than there are.'))
  if (options.filter((option) => option.default === true).length > most) {
    found.push(problem([...path, 'options'], 'SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES', 'More are chosen beforehand than may be chosen.'))
  }
  return found
}

function checkRow(row: JsonObject, path: Path): Problem[] {
  const types = objects(row.components).map(({ type }) => type)
  const onlyButtons = types.every((type) => type === ComponentType.Button)
  if (onlyButtons || list(row.components).length === 1) return []
  return [problem([...path, 'components'], 'COMPONENT_LAYOUT_WIDTH_EXCEEDED', 'A row holds up to five buttons or one select.')]
}
