// The log, by pino: JSON lines for programs, readable ones on a terminal. What happens is written at once, so that none of it is lost at the
// end; the lines of answers, where there are many, together with those of the next moment.
import { hash, randomBytes } from 'node:crypto'
import pino from 'pino'
import pretty from 'pino-pretty'
import type { Log } from './log.js'
import type { Answered } from './observe.js'

export interface LogSettings {
  readonly level: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace'
  /** `auto`: readable where a person reads. */
  readonly format: 'auto' | 'json' | 'pretty'
}

const STDERR = 2
/** Lines of answers are written when there is so much of them, or after so long. */
const TOGETHER = { characters: 8192, ms: 200 }

export interface ProgramLog {
  readonly log: Log
  readonly answered: (platform: string, answered: Answered) => void
}

export function createLog({ level, format }: LogSettings, isTerminal = process.stderr.isTTY === true): ProgramLog {
  const readable = format === 'pretty' || (format === 'auto' && isTerminal)
  const { stream, write, writeSoon } = readable ? readableLines(isTerminal) : jsonLines()
  // Neither the machine's name nor the process: whoever collects the lines knows them.
  const logger = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } },
    stream,
  )
  const hashed = hasher()
  return {
    log: (line, { level: at = 'info', ...fields }) => {
      logger[at](fields, line)
      write()
    },
    answered: (platform, { status, lang, ms, channel, user }) => {
      if (!logger.isLevelEnabled('info')) return
      logger.info(
        { event: 'question.answered', platform, status, lang, ms: Math.round(ms * 100) / 100, chat: hashed(channel), user: hashed(user) },
        `${platform}: ${status}`,
      )
      writeSoon()
    },
  }
}

interface Lines {
  readonly stream: pino.DestinationStream
  /** Writes what is kept back. */
  readonly write: () => void
  readonly writeSoon: () => void
}

function readableLines(isTerminal: boolean): Lines {
  const stream = pretty({ destination: STDERR, sync: true, colorize: isTerminal, ignore: 'event', translateTime: 'SYS:HH:MM:ss' })
  return { stream, write: () => {}, writeSoon: () => {} }
}

function jsonLines(): Lines {
  const stream = pino.destination({ dest: STDERR, sync: true, minLength: TOGETHER.characters })
  const write = (): void => stream.flushSync()
  process.on('exit', write)
  let timer: NodeJS.Timeout | undefined
  // The first line of a moment at once, those that follow it when the moment is over.
  const writeSoon = (): void => {
    if (timer) return
    write()
    timer = setTimeout(() => {
      timer = undefined
      write()
    }, TOGETHER.ms).unref()
  }
  return { stream, write, writeSoon }
}

/** Ids as marks that tell one from another until the program ends, and lead back to nobody. */
function hasher(): (id: string) => string {
  const salt = randomBytes(16).toString('hex')
  return (id) => hash('sha256', salt + id).slice(0, 10)
}
