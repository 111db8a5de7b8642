// Many conversations through nginx to three replicas, some updates sent twice, replicas killed meanwhile: what became of each update.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Chat, Update, User } from '@grammyjs/types'
import { LoopbackTelegram } from '../telegram/loopback/server.js'
import { freePort } from '../telegram/serving.js'
import { Replica } from './replica.js'
import { type Server, startNginx, startRedis } from './servers.js'

export interface Plan {
  /** Two of a conversation: a question and one that follows it. */
  readonly updates: number
  /** Of a hundred. */
  readonly duplicates: number
  /** How often a replica is killed, and started again. */
  readonly kills: number
  /** Conversations at the same time. */
  readonly atOnce: number
}

export interface Outcome {
  readonly updates: number
  readonly sentTwice: number
  readonly kills: number
  /** Of updates, by how often each was answered. */
  readonly answers: Readonly<Record<number, number>>
  /** Updates that were under way when a replica was killed. */
  readonly underWayAtKills: number
  /** Answered more than once though nothing was killed while they were under way. */
  readonly twiceWithoutReason: number
  /** Questions that follow another whose answer is not the one that a single program gives. */
  readonly wrongFollowUps: number
  readonly seconds: number
  readonly violations: number
}

const FIRST = 'who leads energy?'
const THEN = 'and health?'

export interface Site {
  readonly telegram: LoopbackTelegram
  readonly redis: Server
  readonly nginx: Server
  readonly replicas: readonly Replica[]
  end(): Promise<void>
}

export async function site(): Promise<Site> {
  const telegram = await LoopbackTelegram.start({ webhookTimeoutMs: 30_000, webhookRetryMs: 250, waitMs: 20_000 })
  const redis = await startRedis()
  const ports = [await freePort(), await freePort(), await freePort()]
  const nginx = await startNginx(ports)
  const env = {
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    PUBLIC_URL: `http://127.0.0.1:${nginx.port}`,
    REDIS_URL: `redis://127.0.0.1:${redis.port}`,
    LOG_FORMAT: 'json',
  }
  const replicas = ports.map((port) => new Replica(port, env))
  await Promise.all(replicas.map((replica) => replica.start()))
  const end = async (): Promise<void> => {
    await Promise.all(replicas.map((replica) => replica.end('SIGTERM')))
    await Promise.all([nginx.stop(), redis.stop(), telegram.stop()])
  }
  return { telegram, redis, nginx, replicas, end }
}

/** What came of it, after everything was answered or half a minute brought nothing new. */
export async function campaign({ telegram, replicas }: Site, { updates, duplicates, kills, atOnce }: Plan): Promise<Outcome> {
  const began = performance.now()
  const answers = new Answers(telegram)
  const interrupted = new Set<number>()
  const all: { update: Update; chat: number; nth: number }[] = []
  let sentTwice = 0
  const say = (text: string, from: User, chat: Chat, nth: number): void => {
    telegram.say({ text, from, chat })
    const update = telegram.updates.at(-1) as Update
    all.push({ update, chat: chat.id, nth })
    if (all.length % Math.round(100 / duplicates) !== 0) return
    sentTwice += 1
    // At once, and when it has been answered for long.
    setTimeout(() => telegram.redeliver(update.update_id), sentTwice % 2 === 0 ? 0 : 500)
  }
  const talk = async (): Promise<void> => {
    while (all.length < updates) {
      const from = telegram.addUser()
      const chat = telegram.privateChat(from)
      say(FIRST, from, chat, 0)
      await answers.count(chat.id, 1)
      say(THEN, from, chat, 1)
      await answers.count(chat.id, 2)
    }
  }
  const talking = Promise.all(Array.from({ length: atOnce }, talk))
  for (let kill = 1; kill <= kills; kill++) {
    while (all.length < (kill * updates) / (kills + 1)) await sleep(20)
    const replica = replicas[kill % replicas.length] as Replica
    for (const id of telegram.webhook.underWay) interrupted.add(id)
    await replica.end('SIGKILL')
    await sleep(200)
    await replica.start()
  }
  await talking
  // Those that are sent late, and answers to them that should not be.
  while (telegram.pendingCount > 0) await sleep(100)
  await sleep(1500)
  answers.look()
  return outcome(all, answers, { interrupted, sentTwice, kills, seconds: (performance.now() - began) / 1000, telegram })
}

interface Circumstances {
  readonly interrupted: ReadonlySet<number>
  readonly sentTwice: number
  readonly kills: number
  readonly seconds: number
  readonly telegram: LoopbackTelegram
}

function outcome(
  all: readonly { update: Update; chat: number; nth: number }[],
  answers: Answers,
  { interrupted, sentTwice, kills, seconds, telegram }: Circumstances,
): Outcome {
  const counts: Record<number, number> = {}
  let [twiceWithoutReason, wrongFollowUps] = [0, 0]
  for (const { update, chat, nth } of all) {
    const told = answers.of(chat).filter((text) => text.includes(nth === 0 ? 'energy' : 'health'))
    counts[told.length] = (counts[told.length] ?? 0) + 1
    if (told.length > 1 && !interrupted.has(update.update_id)) twiceWithoutReason += 1
    if (nth === 1 && !told.some((text) => text.includes('National Health'))) wrongFollowUps += 1
  }
  return {
    ...{ updates: all.length, sentTwice, kills, answers: counts, underWayAtKills: interrupted.size },
    ...{ twiceWithoutReason, wrongFollowUps, seconds: Math.round(seconds * 10) / 10, violations: telegram.violations.length },
  }
}

/** What was said in each chat, looked at as it comes: there is too much to look at everything every time. */
class Answers {
  readonly #telegram: LoopbackTelegram
  readonly #texts = new Map<number, string[]>()
  #seen = 0

  constructor(telegram: LoopbackTelegram) {
    this.#telegram = telegram
  }

  of(chat: number): readonly string[] {
    return this.#texts.get(chat) ?? []
  }

  look(): void {
    const { requests } = this.#telegram
    for (; this.#seen < requests.length; this.#seen++) {
      const { method, payload } = requests[this.#seen] as (typeof requests)[number]
      if (method !== 'sendMessage') continue
      const chat = Number(payload.chat_id)
      const texts = this.#texts.get(chat) ?? []
      texts.push(String(payload.text))
      this.#texts.set(chat, texts)
    }
  }

  /** Resolves when so many messages are there. */
  async count(chat: number, wanted: number): Promise<void> {
    const late = performance.now() + 60_000
    for (this.look(); this.of(chat).length < wanted; this.look()) {
      if (performance.now() > late) throw new Error(`chat ${chat} was not answered within a minute`)
      await sleep(10)
    }
  }
}
