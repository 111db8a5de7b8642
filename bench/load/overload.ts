// More than the program can answer, for some seconds, whether it answers or not; and one chat that floods it. What is refused is sent again
// afterwards, as Telegram does, until everything is answered.
import { setTimeout as sleep } from 'node:timers/promises'
import { secretOf } from '../../adapters/telegram/receiving/webhook.js'
import { percentile } from '../measure.js'
import { drive } from './drive.js'
import { metricsOf, type Running, type Sink, startProgram, TOKEN } from './processes.js'
import { newChat, requestOf, updateOf } from './updates.js'
import { Wire } from './wire.js'

export interface Overload {
  readonly sent_per_second: number
  readonly seconds: number
  readonly updates: number
  /** Of the wave, by status; 0: no answer at all. */
  readonly statuses: Readonly<Record<number, number>>
  /** Refusals that said when to come again. */
  readonly with_retry_after: number
  readonly most_in_flight: number
  /** Of the program before, at its highest during, and after the wave, MB. */
  readonly rss_mb: { readonly before: number; readonly most: number; readonly after: number }
  /** After what was refused was sent again: updates answered once. */
  readonly answered_once: number
  /** Chats of one update each that got more than one answer. */
  readonly answered_twice: number
  readonly seconds_to_recover: number
  /** To the chat that floods: how many it sent, and how many messages it got. */
  readonly flood: { readonly updates: number; readonly messages: number }
  /** Of normal traffic after the wave. */
  readonly after: { readonly p50_ms: number; readonly p99_ms: number; readonly exactly_once: boolean }
  /** What the program says that it refused. */
  readonly refused_total: number
}

const FLOOD = 500
/** Connections at most; more than the program takes updates at once. */
const MOST_WIRES = 3500
const TICK_MS = 10
/** Fewer would not fill the room that there is. */
const LEAST_PER_SECOND = 2000
const RECOVERED_BY_MS = 120_000

/** @param capacity updates a second that it answers */
export async function measureOverload(
  sink: Sink,
  questions: readonly string[],
  { capacity, times, seconds }: { capacity: number; times: number; seconds: number },
  say: (line: string) => void,
): Promise<Overload> {
  // The limits are those that it has by itself: everybody asks once, but for one.
  const program = await startProgram(sink, {})
  try {
    const make = (n: number): Buffer[] =>
      Array.from({ length: n }, (_, i) => requestOf(updateOf(newChat(), questions[i % questions.length] ?? ''), secretOf(TOKEN)))
    await drive(program.port, make(1000), 50)
    await sink.reset()
    const rss = async (): Promise<number> => (await metricsOf(program, 'asknotice_process_resident_memory_bytes'))[0] ?? Number.NaN
    const before = await rss()
    const perSecond = Math.max(Math.round(capacity * times), LEAST_PER_SECOND)
    const flooder = newChat()
    const flood = Array.from({ length: FLOOD }, () => requestOf(updateOf(flooder, questions[0] ?? ''), secretOf(TOKEN)))
    const requests = make(perSecond * seconds)
    const watch = new Watch(program)
    const wave = await openLoop(program.port, [...flood.slice(0, FLOOD / 2), ...requests, ...flood.slice(FLOOD / 2)], perSecond)
    say(`overload: ${JSON.stringify(wave.statuses)}, ${watch.inFlight} in flight at most; now what was refused is sent again`)
    const began = performance.now()
    let left = wave.refused
    while (left.length > 0 && performance.now() - began < RECOVERED_BY_MS) left = await again(program.port, left)
    const recovered = (performance.now() - began) / 1000
    await watch.end()
    const counts = await sink.counts(flooder)
    await sink.reset()
    const normal = make(1000)
    const after = await drive(program.port, normal, 20)
    const { by } = await sink.counts()
    const [refused = Number.NaN] = await metricsOf(program, 'asknotice_refused_total')
    const mb = (bytes: number): number => Math.round(bytes / 2 ** 20)
    return {
      sent_per_second: Math.round((requests.length + FLOOD) / wave.seconds),
      seconds: Math.round(wave.seconds * 10) / 10,
      updates: requests.length + FLOOD,
      statuses: wave.statuses,
      with_retry_after: wave.withRetryAfter,
      most_in_flight: watch.inFlight,
      rss_mb: { before: mb(before), most: mb(watch.rss), after: mb(await rss()) },
      answered_once: counts.by[1] ?? 0,
      answered_twice: counts.chats - (counts.by[1] ?? 0) - (counts.chat > 1 ? 1 : 0),
      seconds_to_recover: Math.round(recovered * 10) / 10,
      flood: { updates: FLOOD, messages: counts.chat },
      after: {
        p50_ms: percentile(after.times, 0.5),
        p99_ms: percentile(after.times, 0.99),
        exactly_once: after.statuses[200] === normal.length && by[1] === normal.length,
      },
      refused_total: refused,
    }
  } finally {
    await program.end()
  }
}

interface Wave {
  readonly statuses: Record<number, number>
  readonly refused: Buffer[]
  readonly withRetryAfter: number
  readonly seconds: number
}

/** Sends so many a second, whether they are answered or not. */
async function openLoop(port: number, requests: readonly Buffer[], perSecond: number): Promise<Wave> {
  const idle: Wire[] = []
  const all: Wire[] = []
  const [statuses, refused, underWay] = [{} as Record<number, number>, [] as Buffer[], new Set<Promise<void>>()]
  let withRetryAfter = 0
  const send = async (wire: Wire, request: Buffer): Promise<void> => {
    const { status, retryAfter } = await wire.send(request)
    statuses[status] = (statuses[status] ?? 0) + 1
    if (status !== 200) refused.push(request)
    if (retryAfter !== undefined) withRetryAfter += 1
    idle.push(wire)
  }
  const wireOf = (): Wire | undefined => {
    const free = idle.pop()
    if (free || all.length >= MOST_WIRES) return free
    const wire = new Wire(port)
    all.push(wire)
    return wire
  }
  const began = performance.now()
  for (let next = 0; next < requests.length; await sleep(TICK_MS)) {
    const due = Math.min(requests.length, Math.ceil(((performance.now() - began) / 1000) * perSecond))
    for (; next < due; next++) {
      const wire = wireOf()
      if (!wire) break
      const sending = send(wire, requests[next] as Buffer).finally(() => underWay.delete(sending))
      underWay.add(sending)
    }
  }
  const seconds = (performance.now() - began) / 1000
  await Promise.all(underWay)
  for (const wire of all) wire.end()
  return { statuses, refused, withRetryAfter, seconds }
}

/** @returns what is refused again */
async function again(port: number, requests: readonly Buffer[]): Promise<Buffer[]> {
  const left: Buffer[] = []
  let next = 0
  await Promise.all(
    Array.from({ length: 100 }, async () => {
      const wire = new Wire(port)
      for (let request = requests[next++]; request !== undefined; request = requests[next++]) {
        if ((await wire.send(request)).status !== 200) left.push(request)
      }
      wire.end()
    }),
  )
  return left
}

/** Looks at the program's own counts four times a second. */
class Watch {
  inFlight = 0
  rss = 0
  #isOver = false
  readonly #watching: Promise<void>

  constructor(program: Running) {
    this.#watching = this.#watch(program)
  }

  async #watch(program: Running): Promise<void> {
    while (!this.#isOver) {
      // A look that fails is one look less.
      const [inFlight = 0, rss = 0] = await metricsOf(program, 'asknotice_in_flight', 'asknotice_process_resident_memory_bytes').catch(
        () => [],
      )
      this.inFlight = Math.max(this.inFlight, inFlight)
      this.rss = Math.max(this.rss, rss)
      await sleep(250)
    }
  }

  async end(): Promise<void> {
    this.#isOver = true
    await this.#watching
  }
}
