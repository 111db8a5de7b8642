// Filling in a modal as a person can: its own fields, within their lengths and options.
import { ComponentType, InteractionType } from 'discord.js'
import { controls } from './components.js'
import type { Core } from './core.js'
import type { FirstResponse, Interaction } from './interaction.js'
import { asObject, asText, type JsonObject, objects } from './json.js'
import { open } from './open.js'

/** Text, a chosen value, several of them, or a tick. */
type FieldValue = string | readonly string[] | boolean

export interface ModalSubmit {
  /** The interaction that was answered with the modal; it is sent by the same person at the same place. */
  readonly from: Interaction
  readonly fields: Readonly<Record<string, FieldValue>>
  readonly age?: number
}

export function modalSubmit(core: Core, { from, fields, age = 0 }: ModalSubmit): Interaction {
  const modal = shownModal(from.first)
  const known = controls(modal.components).map(({ custom_id }) => asText(custom_id))
  const strange = Object.keys(fields).find((field) => !known.includes(field))
  if (strange !== undefined) throw new Error(`the modal has no field ${strange}, only: ${known.join(', ')}`)
  let number = 0
  const filled = (item: JsonObject): JsonObject => {
    number += 1
    const common = { type: item.type, id: item.id ?? number }
    const inner = asObject(item.component)
    if (inner !== undefined) return { ...common, component: filled(inner) }
    if (item.components !== undefined) return { ...common, components: objects(item.components).map(filled) }
    const id = asText(item.custom_id)
    return id === '' ? common : { ...common, custom_id: id, ...value(item, fields[id]) }
  }
  const data = { custom_id: modal.custom_id, components: objects(modal.components).map(filled) }
  const { user, channel, userInstallOnly, source, payload } = from.facts
  const locale = String(payload.locale) as 'en-US'
  return open(core, InteractionType.ModalSubmit, data, { user, channel, userInstallOnly, locale, age }, source)
}

function shownModal(first: FirstResponse | undefined): JsonObject {
  if (first?.type === 9) return first.data
  throw new Error(`the interaction was not answered with a modal but with ${first === undefined ? 'nothing' : `type ${first.type}`}`)
}

function value(field: JsonObject, given: FieldValue | undefined): JsonObject {
  const name = asText(field.custom_id)
  if (field.type === ComponentType.Checkbox) return { value: given ?? field.default ?? false }
  const required = field.required !== false
  if (field.type === ComponentType.TextInput) {
    const text = asText(given ?? field.value)
    const [least, most] = [Number(field.min_length ?? 0), Number(field.max_length ?? 4_000)]
    if (text === '' ? required : text.length < least || text.length > most) throw new Error(`${name} takes ${least} to ${most} characters`)
    return { value: text }
  }
  const chosen = typeof given === 'string' ? [given] : Array.isArray(given) ? (given as readonly string[]) : defaults(field)
  const unknown =
    field.options === undefined ? undefined : chosen.find((one) => !objects(field.options).some((option) => option.value === one))
  if (unknown !== undefined) throw new Error(`${name} has no option ${unknown}`)
  if (required && chosen.length === 0) throw new Error(`${name} must be chosen`)
  return field.type === ComponentType.RadioGroup ? { value: chosen[0] ?? null } : { values: chosen }
}

function defaults(field: JsonObject): readonly string[] {
  return objects(field.options).flatMap((option) => (option.default === true ? asText(option.value) : []))
}
