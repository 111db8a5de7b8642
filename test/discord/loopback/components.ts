// Walking through the components of a message or modal.
import { ComponentType } from 'discord.js'
import type { Path } from './errors.js'
import { asObject, asText, type JsonObject, list } from './json.js'

export interface Placed {
  readonly component: JsonObject
  readonly path: Path
}

/** Every component with where it stands, in the order in which a reader meets them. */
export function walk(components: unknown, path: Path): Placed[] {
  return list(components).flatMap((item, index) => walkOne(item, [...path, index]))
}

function walkOne(item: unknown, path: Path): Placed[] {
  const component = asObject(item)
  if (component === undefined) return []
  return [
    { component, path },
    ...walk(component.components, [...path, 'components']),
    ...walkOne(component.accessory, [...path, 'accessory']),
    ...walkOne(component.component, [...path, 'component']),
  ]
}

/** What can be pressed, chosen from or filled in. */
export function controls(components: unknown): readonly JsonObject[] {
  return walk(components, [])
    .map(({ component }) => component)
    .filter(({ custom_id }) => typeof custom_id === 'string')
}

/** The control with this id; a person cannot use one that is not shown. */
export function control(components: unknown, customId: string): JsonObject {
  const all = controls(components)
  const found = all.find(({ custom_id }) => custom_id === customId)
  if (found !== undefined) return found
  throw new Error(`nothing here is called ${customId}, only: ${all.map(({ custom_id }) => custom_id).join(', ') || 'nothing'}`)
}

export function textDisplays(components: unknown): readonly string[] {
  return walk(components, []).flatMap(({ component }) => (component.type === ComponentType.TextDisplay ? asText(component.content) : []))
}

/** Discord gives every component a number of its own where the sender gave none. */
export function withIds(components: readonly unknown[]): readonly unknown[] {
  const taken = new Set(walk(components, []).map(({ component }) => component.id))
  let next = 0
  const number = (item: unknown): unknown => {
    const component = asObject(item)
    if (component === undefined) return item
    do next += 1
    while (component.id === undefined && taken.has(next))
    return {
      ...component,
      id: component.id ?? next,
      ...(Array.isArray(component.components) && { components: component.components.map(number) }),
      ...(component.accessory !== undefined && { accessory: number(component.accessory) }),
      ...(component.component !== undefined && { component: number(component.component) }),
    }
  }
  return components.map(number)
}
