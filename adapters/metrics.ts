// Counts for Prometheus, by prom-client: questions, how long they take, and how the platforms are.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { PlatformState } from './health.js'
import type { Observer } from './observe.js'

const SECONDS = [0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.05, 0.1, 0.5]

export class Metrics {
  readonly #registry = new Registry()
  readonly #questions: Counter<'platform' | 'status' | 'language'>
  readonly #seconds: Histogram<'platform'>
  readonly #reconnects: Counter<'platform'>
  readonly #rateLimits: Counter<'platform'>
  readonly #refusals: Counter<'door' | 'reason'>
  readonly #refused: Counter<'platform' | 'reason'>

  /**
   * @param knowledgeVersion of the moment
   * @param states of the platforms
   * @param shards states of each platform's shards, where it has some
   * @param inFlight how much each platform works on now
   */
  constructor(
    knowledgeVersion: () => string,
    states: () => Readonly<Record<string, PlatformState>>,
    shards: () => Readonly<Record<string, Readonly<Record<string, PlatformState>>>> | undefined,
    inFlight: () => ReadonlyMap<string, number>,
  ) {
    const registers = [this.#registry]
    // Of Node itself, among it the lag of the event loop.
    collectDefaultMetrics({ register: this.#registry, prefix: 'asknotice_' })
    this.#questions = new Counter({
      name: 'asknotice_questions_total',
      help: 'Questions answered.',
      labelNames: ['platform', 'status', 'language'],
      registers,
    })
    this.#seconds = new Histogram({
      name: 'asknotice_answer_seconds',
      help: 'From a question to its answer, without the sending.',
      labelNames: ['platform'],
      buckets: SECONDS,
      registers,
    })
    this.#reconnects = new Counter({
      name: 'asknotice_reconnects_total',
      help: 'Connections that were lost and came back.',
      labelNames: ['platform'],
      registers,
    })
    this.#rateLimits = new Counter({
      name: 'asknotice_rate_limited_total',
      help: 'Requests that a platform told to wait.',
      labelNames: ['platform'],
      registers,
    })
    this.#refusals = new Counter({
      name: 'asknotice_http_refused_total',
      help: 'HTTP requests that were refused, by door and by status or code.',
      labelNames: ['door', 'reason'],
      registers,
    })
    this.#refused = new Counter({
      name: 'asknotice_refused_total',
      help: 'Not answered: busy (more at once than there is room for), chat (too much waits in one chat), limit (somebody asks too much).',
      labelNames: ['platform', 'reason'],
      registers,
    })
    new Gauge({
      name: 'asknotice_in_flight',
      help: 'What is being worked on.',
      labelNames: ['platform'],
      registers,
      collect() {
        for (const [platform, many] of inFlight()) this.set({ platform }, many)
      },
    })
    new Gauge({
      name: 'asknotice_platform_ready',
      help: '1 while a platform is connected.',
      labelNames: ['platform'],
      registers,
      collect() {
        for (const [platform, state] of Object.entries(states())) this.set({ platform }, state === 'ready' ? 1 : 0)
      },
    })
    new Gauge({
      name: 'asknotice_shard_ready',
      help: '1 while a shard is connected.',
      labelNames: ['platform', 'shard'],
      registers,
      collect() {
        for (const [platform, each] of Object.entries(shards() ?? {}))
          for (const [shard, state] of Object.entries(each)) this.set({ platform, shard }, state === 'ready' ? 1 : 0)
      },
    })
    new Gauge({
      name: 'asknotice_knowledge_info',
      help: 'Always 1; the label tells the version.',
      labelNames: ['version'],
      registers,
      collect() {
        this.reset()
        this.set({ version: knowledgeVersion() }, 1)
      },
    })
  }

  observerOf(platform: string): Observer {
    const seconds = this.#seconds.labels({ platform })
    return {
      answered: ({ status, lang, ms }) => {
        this.#questions.inc({ platform, status, language: lang })
        seconds.observe(ms / 1000)
      },
      reconnected: () => this.#reconnects.inc({ platform }),
      rateLimited: () => this.#rateLimits.inc({ platform }),
      refused: (reason) => this.#refused.inc({ platform, reason }),
    }
  }

  refused(door: string, reason: string): void {
    this.#refusals.inc({ door, reason })
  }

  get contentType(): string {
    return this.#registry.contentType
  }

  /** In Prometheus' text format. */
  text(): Promise<string> {
    return this.#registry.metrics()
  }
}
