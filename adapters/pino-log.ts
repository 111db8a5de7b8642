// The log, by pino: JSON lines for programs, readable ones on a terminal. Written at once, so that none is lost at the end.
import { hash, randomBytes } from 'node:crypto'
import pino from 'pino'
import pretty from 'pino-pretty'
import type { Log } from './log.js'
import type { Answered } from './observe.js'

export interface LogSettings {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  /** `auto`: readable where a person reads. */
  readonly format: 'auto' | 'json' | 'pretty'
}

const STDERR = 2

export interface ProgramLog {
  readonly log: Log
  readonly answered: (answered: Answered) => void
}

export function createLog({ level, format }: LogSettings, isTerminal = process.stderr.isTTY === true): ProgramLog {
  const readable = format === 'pretty' || (format === 'auto' && isTerminal)
  const stream = readable
    ? pretty({ destination: STDERR, sync: true, colorize: isTerminal, ignore: 'event', translateTime: 'SYS:HH:MM:ss' })
    : pino.destination({ dest: STDERR, sync: true })
  // Neither the machine's name nor the process: whoever collects the lines knows them.
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } },
    stream,
  )
  const hashed = hasher()
  return {
    log: (line, { level: at = 'info', ...fields }) => logger[at](fields, line),
    answered: ({ platform, status, lang, ms, channel, user }) =>
      logger.info(
        { event: 'question.answered', platform, status, lang, ms: Math.round(ms * 100) / 100, chat: hashed(channel), user: hashed(user) },
        `${platform}: ${status}`,
      ),
  }
}

/** Ids as marks that tell one from another until the program ends, and lead back to nobody. */
function hasher(): (id: string) => string {
  const salt = randomBytes(16).toString('hex')
  return (id) => hash('sha256', salt + id).slice(0, 10)
}
