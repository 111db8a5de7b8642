// Every platform whose token is set, in one process, until it is asked to end; one that fails does not stop the others.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Assistant } from '../src/assistant.js'
import type { Context } from './context.js'
import { Conversations } from './conversations.js'
import { nameOf, placeOf } from './name-of-error.js'
import { type Running, StartError } from './platform.js'
import type { Platform } from './platforms.js'

/** A platform that cannot be reached while others serve is tried again after so long. */
const AGAIN_MS = 60_000

interface Serving {
  readonly context: Context
  readonly running: Set<Running>
  /** Platforms that neither serve nor are about to. */
  readonly failed: Set<Platform>
  readonly platforms: readonly Platform[]
  readonly signal: AbortSignal
}

/** Starts them and resolves when SIGTERM or SIGINT has ended them. Throws StartError when none can serve (any more). */
export async function serve(assistant: Assistant, platforms: readonly Platform[], log: (line: string) => void): Promise<void> {
  const end = new AbortController()
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })
  const context = { assistant: () => assistant, conversations: new Conversations(), clock: () => new Date(), log }
  const serving: Serving = { context, running: new Set(), failed: new Set(), platforms, signal: end.signal }
  try {
    // Being asked to end is heard while they start as well.
    await Promise.race([asked, Promise.all(platforms.map((platform) => keep(platform, serving)))])
  } finally {
    end.abort()
    await Promise.all([...serving.running].map((platform) => platform.stop()))
  }
}

/** Runs a platform, and again when it is worth it. Throws StartError when none is left that serves or may come to serve. */
async function keep(platform: Platform, serving: Serving): Promise<void> {
  const { context, failed, platforms, signal } = serving
  for (let error = await run(platform, serving); !signal.aborted; error = await run(platform, serving)) {
    failed.add(platform)
    if (failed.size === platforms.length) throw error
    // What the operator has to change does not change by itself.
    if (error.reason === 'config') return context.log(error.message)
    context.log(`${error.message} It is tried again every minute, while the others serve.`)
    await sleep(AGAIN_MS, undefined, { signal }).catch(() => {})
    failed.delete(platform)
  }
}

/** One start of a platform, until it can serve no longer. */
async function run(platform: Platform, { context, running, signal }: Serving): Promise<StartError> {
  try {
    const started = await platform.start(context, signal)
    running.add(started)
    // Asked to end while it started: nobody else would stop it.
    const lost = signal.aborted ? new StartError('unavailable', 'asked to end') : await started.lost
    running.delete(started)
    await started.stop()
    return lost
  } catch (error) {
    // A fault of the program in one platform does not end the others, either; its message may hold what nobody is to read.
    return error instanceof StartError
      ? error
      : new StartError('unavailable', `${platform.name} failed: ${nameOf(error)}${placeOf(error)}.`)
  }
}
