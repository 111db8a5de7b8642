// What the running program hears from outside and says to it: by signals, files and the log; a shard by way of the program that started it.
import { askedToEnd } from './asked-to-end.js'
import { endOnFaults } from './exit-code.js'
import type { KnowledgeOfTheMoment } from './knowledge-of-the-moment.js'
import type { Log } from './log.js'
import type { Observer } from './observe.js'
import { createLog, type LogSettings } from './pino-log.js'

export interface Outside {
  /** Resolves when the program is asked to end. */
  readonly asked: Promise<void>
  readonly log: Log
  observerOf(platform: string): Observer
  /** Has the knowledge read anew whenever that is due, until the returned function is called. */
  keepCurrent(knowledge: KnowledgeOfTheMoment): () => Promise<void>
}

export function ownOutside(settings: LogSettings): Outside {
  const { log, answered } = createLog(settings)
  // Not in a shard: what it has sent to the program may be lost when it ends at once, and what it writes by itself is not.
  endOnFaults((line) => log(line, { event: 'program.failed', level: 'error' }))
  return {
    asked: askedToEnd(),
    log,
    observerOf: (platform) => ({
      answered: (one) => answered(platform, one),
      reconnected: () => {},
      rateLimited: () => {},
      refused: () => {},
    }),
    keepCurrent: (knowledge) => {
      process.on('SIGHUP', () => void knowledge.reload())
      return knowledge.watch()
    },
  }
}
