// Who the bot is, and where.
import type { Method } from '../core.js'
import { reachable } from './send.js'

const getMe: Method = (core) => core.world.me

const getChat: Method = (core, payload) => {
  const { chat } = reachable(core, payload)
  const gifts = {
    unlimited_gifts: false,
    limited_gifts: false,
    unique_gifts: false,
    premium_subscription: false,
    gifts_from_channels: false,
  }
  return { ...chat, accent_color_id: 0, max_reaction_count: 11, accepted_gift_types: gifts }
}

const leaveChat: Method = (core, payload): true => {
  reachable(core, payload).out = true
  return true
}

export const identityMethods: Readonly<Record<string, Method>> = { getMe, getChat, leaveChat }
