// The service as an operator runs it: platforms, knowledge, log, counts and the HTTP server, from the first line to the last.
import type { Assistant } from '../src/assistant.js'
import type { Context } from './context.js'
import { Conversations } from './conversations.js'
import { openHealth } from './health.js'
import { HttpServer } from './http-server.js'
import { KnowledgeOfTheMoment } from './knowledge-of-the-moment.js'
import { sourceOf } from './knowledge-source.js'
import { Limits } from './limits.js'
import { Metrics } from './metrics.js'
import { createLog } from './pino-log.js'
import type { Platform } from './platforms.js'
import { Serving } from './serve.js'
import type { Settings } from './settings/read-settings.js'
import { openStates } from './shared-state/open.js'
import { Feedback } from './unanswered/feedback.js'
import { UnansweredLog } from './unanswered/unanswered-log.js'

/** Resolves when SIGTERM or SIGINT has ended it. Throws StartError when it cannot serve (any more). */
export async function operate(assistant: Assistant, platforms: readonly Platform[], settings: Settings): Promise<void> {
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })
  const { log, answered } = createLog(settings.log)
  const http = settings.http ? new HttpServer(log) : undefined
  const knowledge = new KnowledgeOfTheMoment(assistant, sourceOf(settings.knowledgeDir), log, () => serving.refresh())
  const metrics = new Metrics(
    () => knowledge.state.version,
    () => new Map(Object.entries(serving.states).map(([name, state]) => [name, state === 'ready'])),
  )
  const clock = (): Date => new Date()
  const unanswered = settings.unansweredLog === undefined ? undefined : new UnansweredLog(settings.unansweredLog, clock, log)
  const states = await openStates(settings.redisUrl, log)
  const shared = {
    assistant: () => knowledge.assistant,
    clock,
    log,
    http,
  }
  const contextOf = ({ name: platform, account }: Platform): Context => {
    const state = states.of(`${platform}:${account}`)
    return {
      ...shared,
      state,
      conversations: new Conversations(state),
      limits: new Limits(settings.limits, state),
      feedback: unanswered && new Feedback(unanswered, state),
      observer: {
        answered: (one) => {
          metrics.answered({ ...one, platform })
          answered({ ...one, platform })
        },
        reconnected: () => metrics.reconnected(platform),
        rateLimited: () => metrics.rateLimited(platform),
      },
    }
  }
  const serving = new Serving(new Map(platforms.map((platform) => [platform, contextOf(platform)])))
  const unwatch = knowledge.watch()
  process.on('SIGHUP', () => void knowledge.reload())
  try {
    if (http && settings.http) {
      openHealth(http, () => ({ knowledge: knowledge.state, platforms: serving.states, redis: states.connection() }), metrics)
      await http.listen(settings.http)
      const { host, port } = settings.http
      log(`HTTP: listening on ${host}:${port}`, { event: 'http.listening', host, port })
    }
    await serving.run(asked)
    log('Ended as asked', { event: 'program.ended' })
  } finally {
    await unwatch()
    await http?.end()
    states.end()
  }
}
