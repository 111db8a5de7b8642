// Ways to get updates.
import type { Method } from '../core.js'
import { bad, conflict } from '../refusal.js'

const WEBHOOK_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"

const getUpdates: Method = (core, payload, call) => {
  if (core.webhook.url !== '') throw conflict(WEBHOOK_ACTIVE)
  for (const name of ['offset', 'limit', 'timeout'] as const) {
    const value = payload[name]
    if (value !== undefined && !Number.isInteger(value)) throw bad(`wrong parameter ${name} in request`)
  }
  return core.polling.poll(payload, call)
}

const setWebhook: Method = (core, payload): true => {
  const { url = '', drop_pending_updates: drop } = payload
  core.webhook.set({ ...payload, url })
  if (drop === true) core.updates.pending = []
  if (core.webhook.url !== '') core.polling.end(conflict('terminated by setWebhook request'))
  core.webhook.deliver()
  return true
}

const deleteWebhook: Method = (core, { drop_pending_updates }): true => {
  core.webhook.set({ url: '' })
  if (drop_pending_updates === true) core.updates.pending = []
  return true
}

const getWebhookInfo: Method = (core) => core.webhook.info

export const updateMethods: Readonly<Record<string, Method>> = { getUpdates, setWebhook, deleteWebhook, getWebhookInfo }
