// Using what the bot shows: buttons, selects, entries of context menus.
import { type APIMessage, type APIUser, ApplicationCommandType, ComponentType, InteractionType } from 'discord.js'
import { control } from './components.js'
import type { Core } from './core.js'
import type { Interaction } from './interaction.js'
import { type JsonObject, objects } from './json.js'
import { type Circumstances, open, place } from './open.js'
import { memberPayload } from './payloads.js'
import { SentMessage } from './sent.js'

/** Where a control stands decides where the interaction happens. */
type Elsewhere = Omit<Circumstances, 'channel' | 'dm'>

export interface Press extends Elsewhere {
  readonly message: SentMessage
  readonly customId: string
}

export interface Select extends Press {
  readonly values: readonly string[]
}

export interface ContextMenu extends Circumstances {
  readonly name: string
  /** What the menu was opened on. */
  readonly target: APIMessage | SentMessage | { readonly person: APIUser }
}

export function button(core: Core, press: Press): Interaction {
  const pressed = usable(press)
  if (pressed.type !== ComponentType.Button) throw new Error(`${press.customId} is no button`)
  return use(core, press, pressed, {})
}

export function select(core: Core, press: Select): Interaction {
  const chosen = usable(press)
  if (chosen.type !== ComponentType.StringSelect) throw new Error(`${press.customId} is no select with options`)
  const { values } = press
  const unknown = values.find((value) => !objects(chosen.options).some((option) => option.value === value))
  if (unknown !== undefined) throw new Error(`${press.customId} has no option ${unknown}`)
  const [least, most] = [Number(chosen.min_values ?? 1), Number(chosen.max_values ?? 1)]
  if (values.length < least || values.length > most) throw new Error(`${press.customId} takes ${least} to ${most} values`)
  return use(core, press, chosen, { values })
}

export function contextMenu(core: Core, menu: ContextMenu): Interaction {
  const { target } = menu
  const where = place(core, menu).guild
  const type = 'person' in target ? ApplicationCommandType.User : ApplicationCommandType.Message
  const registered = core.commands.find(menu.name, type, where?.id)
  if (registered === undefined && core.commands.any) throw new Error(`no entry ${menu.name} is registered`)
  const common = { id: registered?.id ?? core.ids.old(), name: menu.name, type }
  if ('person' in target) {
    const { person } = target
    const member = where && { members: { [person.id]: memberPayload(person, where, core.world) } }
    const data = { ...common, target_id: person.id, resolved: { users: { [person.id]: person }, ...member } }
    return open(core, InteractionType.ApplicationCommand, data, menu)
  }
  // The message that a person points to is given whole: no intent is needed for it.
  const message = target instanceof SentMessage ? target.data : target
  const data = { ...common, target_id: message.id, resolved: { messages: { [message.id]: message } } }
  return open(core, InteractionType.ApplicationCommand, data, menu)
}

function usable({ message, customId }: Press): JsonObject {
  if (message.deleted) throw new Error(`message ${message.id} was deleted`)
  const found = control(message.data.components, customId)
  if (found.disabled === true) throw new Error(`${customId} is switched off`)
  return found
}

function use(core: Core, press: Press, used: JsonObject, extra: JsonObject): Interaction {
  const data = { component_type: used.type, custom_id: press.customId, id: used.id, ...extra }
  return open(core, InteractionType.MessageComponent, data, press, press.message)
}
