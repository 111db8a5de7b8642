// A day of both platforms in one process, as fast as it goes: the clock is moved on by hand, and with it all that is forgotten after a while.

import { setTimeout as sleep } from 'node:timers/promises'
import type { Context } from '../../adapters/context.js'
import { Conversations } from '../../adapters/conversations.js'
import { KnowledgeOfTheMoment } from '../../adapters/knowledge-of-the-moment.js'
import { Limits } from '../../adapters/limits.js'
import { loadAssistant } from '../../adapters/load.js'
import { alone } from '../../adapters/shared-state/local/alone.js'
import type { SharedState } from '../../adapters/shared-state/shared-state.js'
import { assistant } from '../assistant.js'
import { serving as onDiscord } from '../discord/serving.js'
import { serving as onTelegram } from '../telegram/serving.js'
import { DiscordPeople } from './discord-people.js'
import { type Held, held, leastHandles, watchClients } from './held.js'
import { TelegramPeople } from './telegram-people.js'

const HOUR = 3_600_000
/** So much of the clock passes between one round of questions and the next. */
const STEP = 5 * 60_000
/** Small enough to be full after an hour: what is kept then is all that ever is. */
const MOST_KEPT = 200
const LIMITS = { user: { questions: 20, seconds: 60 }, chat: { questions: 120, seconds: 60 } }
const WAIT_MS = 60_000
/** Node's servers and clients close a connection that is not used for five seconds. */
const QUIET_MS = 12_000

export interface Look extends Held {
  readonly hour: number
  /** Since the beginning. */
  readonly answers: number
}

export interface Day {
  readonly looks: readonly Look[]
  /** Answers that were not what the question asked for. */
  readonly wrong: readonly string[]
  readonly reconnects: number
  readonly reloads: number
}

/**
 * @param quietAt hours after which connections that nobody uses are given the time to be closed, so that only those in use are counted
 * @param onLook told at the end of each hour of the clock
 */
export async function day(hours: number, quietAt: readonly number[], onLook: (look: Look) => void): Promise<Day> {
  let at = Date.parse('2022-06-01T00:00:00Z')
  let [version, reconnects, reloads] = [0, 0, 0]
  const state = stateBy(() => at)
  const source = { load: async () => loadAssistant(), version: () => String(version), folders: [] }
  const knowledge = new KnowledgeOfTheMoment(
    { assistant, source, version: '0' },
    () => {},
    () => {
      reloads += 1
      for (const { running } of [telegram, discord]) running.refresh()
    },
  )
  const context = (): Partial<Context> => ({
    assistant: () => knowledge.assistant,
    clock: () => new Date(at),
    state,
    conversations: new Conversations(state),
    limits: new Limits(LIMITS, state),
    observer: { answered: () => {}, rateLimited: () => {}, refused: () => {}, reconnected: () => void reconnects++ },
  })
  const unwatch = watchClients()
  const telegram = await onTelegram({ waitMs: WAIT_MS, pollSeconds: 1 }, {}, context())
  const discord = await onDiscord({ waitMs: WAIT_MS }, {}, context())
  const people = [new TelegramPeople(telegram.telegram, () => new Date(at)), new DiscordPeople(discord.discord)]
  const looks: Look[] = []
  for (let hour = 1; hour <= hours; hour++) {
    for (let step = 0; step < HOUR / STEP; step++) {
      await Promise.all(people.map((all) => all.talk()))
      at += STEP
    }
    // Something goes wrong on both platforms, and the knowledge changes.
    await Promise.all(people.map((all) => all.disturb(hour)))
    version += 1
    await knowledge.reload()
    await Promise.all(people.map((all) => all.talk()))
    if (quietAt.includes(hour)) await sleep(QUIET_MS)
    await Promise.all(people.map((all) => all.calm()))
    const handles = quietAt.includes(hour) ? { handles: await leastHandles() } : {}
    const look = { hour, answers: people.reduce((sum, { answers }) => sum + answers, 0), ...held(), ...handles }
    looks.push(look)
    onLook(look)
  }
  const wrong = people.flatMap((all) => all.wrong)
  await Promise.all([telegram.end(), discord.end()])
  unwatch()
  return { looks, wrong, reconnects, reloads }
}

function stateBy(now: () => number): SharedState {
  const state = alone(now)
  return { ...state, store: (name, kept) => state.store(name, { ...kept, most: Math.min(kept.most, MOST_KEPT) }) }
}
