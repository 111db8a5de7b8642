// The methods that there are here.
import type { Method } from './core.js'
import { callbackMethods } from './methods/callback.js'
import { commandMethods } from './methods/commands.js'
import { editMethods } from './methods/edit.js'
import { identityMethods } from './methods/identity.js'
import { inlineMethods } from './methods/inline.js'
import { profileMethods } from './methods/profile.js'
import { sendMethods } from './methods/send.js'
import { updateMethods } from './methods/updates.js'

export const METHODS: Readonly<Record<string, Method>> = {
  ...identityMethods,
  ...updateMethods,
  ...sendMethods,
  ...editMethods,
  ...callbackMethods,
  ...inlineMethods,
  ...commandMethods,
  ...profileMethods,
}

const SPELLED = new Map(Object.keys(METHODS).map((name) => [name.toLowerCase(), name]))

/** Telegram does not mind how a method is capitalised. */
export function find(asked: string): string {
  return SPELLED.get(asked.toLowerCase()) ?? asked
}
