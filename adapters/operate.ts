// The service as an operator runs it: platforms, knowledge, log, counts and the HTTP server, from the first line to the last.
import type { Begun } from './begin.js'
import type { Context } from './context.js'
import { Conversations } from './conversations.js'
import { Pictures } from './figure/pictures.js'
import { openHealth } from './health.js'
import { HttpServer } from './http-server.js'
import { KnowledgeOfTheMoment } from './knowledge-of-the-moment.js'
import { Limits } from './limits.js'
import { Metrics } from './metrics.js'
import { both } from './observe.js'
import { type Outside, ownOutside } from './outside.js'
import type { Platform } from './platforms.js'
import { Serving } from './serve.js'
import type { Settings } from './settings/read-settings.js'
import { openStates } from './shared-state/open.js'
import { Feedback } from './unanswered/feedback.js'
import { UnansweredLog } from './unanswered/unanswered-log.js'

/** Resolves when it was asked to end, and has. Throws StartError when it cannot serve (any more), SettingsError when it is not to begin. */
export async function operate(
  begun: Begun,
  platforms: readonly Platform[],
  settings: Settings,
  { asked, log, observerOf, keepCurrent }: Outside = ownOutside(settings.log),
): Promise<void> {
  const clock = (): Date => new Date()
  // First, for nothing else may be begun where a setting is wrong.
  const unanswered = settings.unansweredLog === undefined ? undefined : new UnansweredLog(settings.unansweredLog, clock, log)
  const http = settings.http ? new HttpServer(log, (door, reason) => metrics.refused(door, reason)) : undefined
  const knowledge = new KnowledgeOfTheMoment(begun, log, () => serving.refresh())
  const metrics = new Metrics(
    () => knowledge.state.version,
    () => serving.states,
    () => serving.shards,
    () => serving.inFlight,
  )
  const states = await openStates(settings.redisUrl, log)
  const pictures = new Pictures(log)
  void pictures.warm()
  // What is made when it is first needed is not to be waited for by the first who asks.
  setImmediate(() => begun.assistant.ask({ input: { kind: 'text', text: '?' }, now: clock() }))
  const shared = {
    pictures,
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
      observer: both(metrics.observerOf(platform), observerOf(platform)),
    }
  }
  const serving = new Serving(new Map(platforms.map((platform) => [platform, contextOf(platform)])))
  const letBe = keepCurrent(knowledge)
  try {
    if (http && settings.http) {
      openHealth(
        http,
        () => ({ knowledge: knowledge.state, platforms: serving.states, shards: serving.shards, redis: states.connection() }),
        metrics,
      )
      await http.listen(settings.http)
      const { host, port } = settings.http
      log(`HTTP: listening on ${host}:${port}`, { event: 'http.listening', host, port })
    }
    await serving.run(asked)
  } finally {
    await letBe()
    await http?.end()
    states.end()
    await pictures.end()
  }
  log('Ended as asked', { event: 'program.ended' })
}
