// Puts the parts of a loopback Telegram together.
import { Changes } from '../../discord/loopback/changes.js'
import type { Core } from './core.js'
import type { Faults } from './faults.js'
import { type Door, openDoor } from './http.js'
import { asObject, asText } from './json.js'
import { Messages } from './messages.js'
import { type LoopbackOptions, settings } from './options.js'
import { Polling } from './polling.js'
import { Profile } from './profile.js'
import { Rates } from './rates.js'
import { loadSpec } from './schema.js'
import { Updates } from './updates.js'
import { Webhook } from './webhook.js'
import { World } from './world.js'

export interface Assembled {
  readonly core: Core
  readonly door: Door
  readonly validatesAgainstSpec: boolean
}

export function assemble(options: LoopbackOptions, faults: Faults): Assembled {
  const chosen = settings(options)
  const changes = new Changes(chosen.waitMs)
  const updates = new Updates()
  const answered = (body: string): void => {
    const method = methodIn(body)
    if (method !== undefined)
      door.violations.push({ method, payload: {}, description: 'called in the answer to a webhook: nobody learns whether it failed' })
  }
  const webhook = new Webhook(chosen, updates, () => changes.happened(), answered)
  const core: Core = {
    ...{ settings: chosen, changes, world: new World(chosen), messages: new Messages(), updates, webhook },
    ...{ polling: new Polling(updates, chosen.pollSeconds ?? Number.POSITIVE_INFINITY), profile: new Profile(), rates: new Rates(chosen) },
    ...{ presses: new Map(), inlineQueries: new Map(), guestQueries: new Map(), inlineMessages: new Map() },
  }
  updates.listeners.push(() => changes.happened())
  const spec = loadSpec()
  const door = openDoor(core, faults, spec)
  return { core, door, validatesAgainstSpec: spec !== undefined }
}

/** The method that the body of an answer asks for. */
function methodIn(body: string): string | undefined {
  try {
    return asText(asObject(JSON.parse(body))?.method) || undefined
  } catch {
    return undefined
  }
}
