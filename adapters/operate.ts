// The service as an operator runs it: platforms, log, counts and the HTTP server, from the first line to the last.
import { join } from 'node:path'
import type { Assistant } from '../src/assistant.js'
import type { Context } from './context.js'
import { Conversations } from './conversations.js'
import { openHealth } from './health.js'
import { HttpServer } from './http-server.js'
import { Metrics } from './metrics.js'
import { createLog } from './pino-log.js'
import type { Platform } from './platforms.js'
import { fingerprint } from './prepared.js'
import { packageRoot } from './root.js'
import { Serving } from './serve.js'
import type { Settings } from './settings/read-settings.js'

/** Resolves when SIGTERM or SIGINT has ended it. Throws StartError when it cannot serve (any more). */
export async function operate(assistant: Assistant, platforms: readonly Platform[], settings: Settings): Promise<void> {
  const asked = new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })
  const { log, answered } = createLog(settings.log)
  const version = versionOf(settings)
  const metrics = new Metrics(version, () => new Map(Object.entries(serving.states).map(([name, state]) => [name, state === 'ready'])))
  const http = settings.http ? new HttpServer(log) : undefined
  const shared = { assistant: () => assistant, conversations: new Conversations(), clock: () => new Date(), log, http }
  const contextOf = (platform: string): Context => ({
    ...shared,
    observer: {
      answered: (one) => {
        metrics.answered({ ...one, platform })
        answered({ ...one, platform })
      },
      reconnected: () => metrics.reconnected(platform),
      rateLimited: () => metrics.rateLimited(platform),
    },
  })
  const serving = new Serving(platforms, contextOf)
  if (http && settings.http) {
    const { notices, facts } = assistant.library
    const knowledge = { version, notices: notices.size, facts: facts.size }
    openHealth(http, () => ({ knowledge, platforms: serving.states }), metrics)
    await http.listen(settings.http)
    const { host, port } = settings.http
    log(`HTTP: listening on ${host}:${port}`, { event: 'http.listening', host, port })
  }
  try {
    await serving.run(asked)
    log('Ended as asked', { event: 'program.ended' })
  } finally {
    await http?.end()
  }
}

/** Changes with any word of the language and the knowledge. */
function versionOf({ knowledgeDir }: Settings): string {
  const root = packageRoot()
  return fingerprint(join(root, 'language'), knowledgeDir ?? join(root, 'knowledge')).slice(0, 12)
}
