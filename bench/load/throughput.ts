// The program beside a bare bot: the same questions to each in turn, in one run, answers to the same Bot API. First what was asked before, as
// most is in a chat; then, apart, what nobody has asked since the start.
import { secretOf } from '../../adapters/telegram/receiving/webhook.js'
import { percentile } from '../measure.js'
import { drive } from './drive.js'
import { metricsOf, type Running, type Sink, startEcho, startProgram, TOKEN } from './processes.js'
import { newChat, requestOf, updateOf } from './updates.js'

/** As many as Telegram sends at once at most. */
const AT_ONCE = 100
/** Nobody is to be told that it is too much. */
const GENEROUS = { LIMIT_USER: '999999/1', LIMIT_CHAT: '999999/1' }

const BOTS = ['asknotice', 'bare telegraf'] as const

interface Round {
  readonly bot: (typeof BOTS)[number]
  readonly updates: number
  readonly per_second: number
  readonly p50_ms: number
  readonly p99_ms: number
  /** Of the bot's process, milliseconds of processor time an update. */
  readonly cpu_ms: number
  /** Whether each update got 200 and exactly one answer. */
  readonly exactly_once: boolean
}

export interface Throughput {
  readonly rounds: readonly Round[]
  readonly median: Readonly<Record<Round['bot'], number>>
  /** Ours to the bare bot's, of the medians. */
  readonly ratio: number
  /** Processor time an update, the bare bot's to ours, of the medians: what another load of the machine changes less. */
  readonly cpu_ratio: number
  /** Questions that each bot gets for the first time, each once. */
  readonly first_time: { readonly rounds: readonly Round[]; readonly ratio: number }
  /** Of the program after all rounds, MB. */
  readonly rss_mb: number
}

export interface ThroughputPlan {
  readonly rounds: number
  /** In each round, to each bot. */
  readonly updates: number
  readonly flags?: readonly string[]
}

export async function measureThroughput(
  sink: Sink,
  questions: readonly string[],
  { rounds, updates, flags }: ThroughputPlan,
  say: (line: string) => void,
): Promise<Throughput> {
  const program = await startProgram(sink, GENEROUS, flags)
  const bare = await startEcho(sink)
  const known = questions.filter((_, i) => i % 2 === 0)
  const unknown = questions.filter((_, i) => i % 2 === 1)
  const measure = (bot: Round['bot'], asked: readonly string[], many: number): Promise<Round> =>
    measureRound(bot, bot === 'asknotice' ? program : bare, sink, asked, many)
  try {
    const done: Round[] = []
    // Not counted: the time to warm up.
    for (const running of [program, bare]) await drive(running.port, requestsFor(known, updates), AT_ONCE)
    for (let i = 0; i < rounds; i++) {
      for (const bot of BOTS) {
        const round = await measure(bot, known, updates)
        done.push(round)
        say(`round ${i + 1}: ${bot}: ${round.per_second} updates a second`)
      }
    }
    const first: Round[] = []
    for (const bot of BOTS) first.push(await measure(bot, unknown, unknown.length))
    const [rss = Number.NaN] = await metricsOf(program, 'asknotice_process_resident_memory_bytes')
    const median = { asknotice: medianOf(done, 'asknotice', 'per_second'), 'bare telegraf': medianOf(done, 'bare telegraf', 'per_second') }
    return {
      ...{ rounds: done, median, ratio: median.asknotice / median['bare telegraf'] },
      cpu_ratio: medianOf(done, 'bare telegraf', 'cpu_ms') / medianOf(done, 'asknotice', 'cpu_ms'),
      first_time: { rounds: first, ratio: (first[0]?.per_second ?? Number.NaN) / (first[1]?.per_second ?? Number.NaN) },
      rss_mb: Math.round(rss / 2 ** 20),
    }
  } finally {
    await Promise.all([program.end(), bare.end()])
  }
}

async function measureRound(
  bot: Round['bot'],
  running: Running,
  sink: Sink,
  questions: readonly string[],
  updates: number,
): Promise<Round> {
  const requests = requestsFor(questions, updates)
  await sink.reset()
  const cpu = running.cpu()
  const { times, seconds, statuses } = await drive(running.port, requests, AT_ONCE)
  const cpuSeconds = running.cpu() - cpu
  const { by } = await sink.counts()
  return {
    bot,
    updates,
    per_second: Math.round(updates / seconds),
    p50_ms: percentile(times, 0.5),
    p99_ms: percentile(times, 0.99),
    cpu_ms: Math.round((cpuSeconds * 1e6) / updates) / 1000,
    exactly_once: statuses[200] === updates && by[1] === updates && Object.keys(by).length === 1,
  }
}

function requestsFor(questions: readonly string[], updates: number): Buffer[] {
  const secret = secretOf(TOKEN)
  return Array.from({ length: updates }, (_, i) => requestOf(updateOf(newChat(), questions[i % questions.length] ?? ''), secret))
}

function medianOf(rounds: readonly Round[], bot: Round['bot'], what: 'per_second' | 'cpu_ms'): number {
  return percentile(
    rounds.filter((round) => round.bot === bot).map((round) => round[what]),
    0.5,
  )
}
