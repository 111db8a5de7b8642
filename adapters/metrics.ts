// Counts for Prometheus, by prom-client: questions, how long they take, and how the platforms are.
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Answered } from './observe.js'

const SECONDS = [0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.05, 0.1, 0.5]

export class Metrics {
  readonly #registry = new Registry()
  readonly #questions: Counter<'platform' | 'status' | 'language'>
  readonly #seconds: Histogram<'platform'>
  readonly #reconnects: Counter<'platform'>
  readonly #rateLimits: Counter<'platform'>

  /**
   * @param knowledgeVersion of the moment
   * @param ready the platforms, and whether each is connected now
   */
  constructor(knowledgeVersion: () => string, ready: () => ReadonlyMap<string, boolean>) {
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
    new Gauge({
      name: 'asknotice_platform_ready',
      help: '1 while a platform is connected.',
      labelNames: ['platform'],
      registers,
      collect() {
        for (const [platform, isReady] of ready()) this.set({ platform }, isReady ? 1 : 0)
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

  answered({ platform, status, lang, ms }: Answered): void {
    this.#questions.inc({ platform, status, language: lang })
    this.#seconds.observe({ platform }, ms / 1000)
  }

  reconnected(platform: string): void {
    this.#reconnects.inc({ platform })
  }

  rateLimited(platform: string): void {
    this.#rateLimits.inc({ platform })
  }

  get contentType(): string {
    return this.#registry.contentType
  }

  /** In Prometheus' text format. */
  text(): Promise<string> {
    return this.#registry.metrics()
  }
}
