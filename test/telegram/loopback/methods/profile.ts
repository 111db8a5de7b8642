// The bot's name, descriptions and menu button.
import type { Core, Method } from '../core.js'
import { asObject, type JsonObject } from '../json.js'
import type { ProfileText } from '../profile.js'
import { bad } from '../refusal.js'
import { reachable } from './send.js'

/** In UTF-16 units. */
const LONGEST: Readonly<Record<ProfileText, number>> = { name: 64, description: 512, short_description: 120 }

function setter(kind: ProfileText): Method {
  return (core, payload): true => {
    const text = payload[kind] ?? ''
    if (typeof text !== 'string') throw bad(`wrong parameter ${kind} in request`)
    if (text.length > LONGEST[kind]) throw bad(`bot ${kind.replace('_', ' ')} is too long`)
    core.profile.setText(kind, payload.language_code, text)
    return true
  }
}

function getter(kind: ProfileText): Method {
  return (core, { language_code }) => {
    const text = core.profile.text(kind, language_code)
    return { [kind]: kind === 'name' && text === '' ? core.world.me.first_name : text }
  }
}

function chatOf(core: Core, payload: JsonObject): number | undefined {
  if (payload.chat_id === undefined) return undefined
  const { chat } = reachable(core, payload)
  if (chat.type !== 'private') throw bad('chat must be a private chat')
  return chat.id
}

const setChatMenuButton: Method = (core, payload): true => {
  const button = asObject(payload.menu_button) ?? { type: 'default' }
  if (!['default', 'commands', 'web_app'].includes(String(button.type))) throw bad("can't parse MenuButton: Unsupported type specified")
  core.profile.menuButtons.set(chatOf(core, payload), button)
  return true
}

const getChatMenuButton: Method = (core, payload) => {
  const { menuButtons } = core.profile
  return menuButtons.get(chatOf(core, payload)) ?? menuButtons.get(undefined) ?? { type: 'default' }
}

export const profileMethods: Readonly<Record<string, Method>> = {
  ...{ setMyName: setter('name'), getMyName: getter('name') },
  ...{ setMyDescription: setter('description'), getMyDescription: getter('description') },
  ...{ setMyShortDescription: setter('short_description'), getMyShortDescription: getter('short_description') },
  ...{ setChatMenuButton, getChatMenuButton },
}
