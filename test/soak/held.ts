// What the process holds at a moment: heap after a collection, handles, and listeners of what lives as long as the program.
import { EventEmitter } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { queryObjects, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { Client } from 'discord.js'

// So that no flag is needed on the command line.
setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

export interface Held {
  readonly heapMb: number
  /** What keeps the event loop going, by kind. */
  readonly handles: Readonly<Record<string, number>>
  /** Listeners by what they listen to. */
  readonly listeners: Readonly<Record<string, number>>
  /** Everything that can be listened to, wherever it is. */
  readonly emitters: number
}

const LOOKS = 80
const BETWEEN_MS = 100

const clients = new Set<Client>()

/** From now on every client of discord.js that logs in is known here: the adapter shows its own to nobody. */
export function watchClients(): () => void {
  const { login } = Client.prototype
  Client.prototype.login = function (this: Client, token) {
    clients.add(this)
    return login.call(this, token)
  }
  return () => {
    Client.prototype.login = login
    clients.clear()
  }
}

export function held(): Held {
  collect()
  const named: [string, EventEmitter][] = [...clients].flatMap((client): [string, EventEmitter][] => [
    ['client', client],
    ['rest', client.rest as unknown as EventEmitter],
    ['ws', client.ws as unknown as EventEmitter],
  ])
  return {
    heapMb: Math.round((process.memoryUsage().heapUsed / 2 ** 20) * 10) / 10,
    handles: counted(process.getActiveResourcesInfo()),
    listeners: {
      process: listenersOf(process),
      ...Object.fromEntries(named.map(([name, emitter]) => [name, listenersOf(emitter)])),
    },
    emitters: queryObjects(EventEmitter as never, { format: 'count' }) as unknown as number,
  }
}

/**
 * Of each kind of handle the fewest of several looks: a request that is under way at one of them is not at all. What is left behind is there
 * at each.
 */
export async function leastHandles(): Promise<Readonly<Record<string, number>>> {
  let least = counted(process.getActiveResourcesInfo())
  for (let look = 1; look < LOOKS; look++) {
    await sleep(BETWEEN_MS)
    const now = counted(process.getActiveResourcesInfo())
    least = Object.fromEntries(Object.entries(least).flatMap(([kind, many]) => (now[kind] ? [[kind, Math.min(many, now[kind])]] : [])))
  }
  return least
}

function listenersOf(emitter: EventEmitter): number {
  return emitter.eventNames().reduce((sum, name) => sum + emitter.listenerCount(name), 0)
}

function counted(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of [...names].sort()) counts[name] = (counts[name] ?? 0) + 1
  return counts
}
