// The HTTP server of the program, on which platforms open doors: slow clients cut off, bodies limited while they are read.
import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { Lag } from './lag.js'
import type { Log } from './log.js'
import { nameOf } from './name-of-error.js'
import { StartError } from './platform.js'
import { Refusals } from './refusals.js'

export interface HttpSettings {
  readonly host: string
  readonly port: number
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

interface Door {
  readonly handler: Handler
  /** As the log calls it. */
  readonly name: string
}

const SLOW_MS = 10_000
/** Whoever comes when what came before took longer than this, all at once, is better told to come again than left to wait. */
const BEHIND_MS = 500
/** Beyond so many, connections are closed as they come: the last resort, after everything that is told to come again. */
const MOST_CONNECTIONS = 4096
/** Whoever has not finished sending by then has no say when the program ends. */
const CLOSE_MS = 1000

/** What is answered to what is no proper request; 400 to all else. */
const STATUS_OF: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }
/** Of those who went away: nobody is refused. */
const GONE = new Set(['ECONNRESET', 'EPIPE'])

const NO_DOOR: Door = { handler: async (_, response) => refuse(response, 404), name: 'elsewhere' }

export class HttpServer {
  readonly #doors = new Map<string, Door>()
  readonly #server: Server
  readonly #log: Log
  readonly #refusals: Refusals
  readonly #onRefusal: (door: string, reason: string) => void
  readonly #lag = new Lag()
  readonly #behindMs: number

  /**
   * @param onRefusal told of every request that is refused: at which door, and with which status or code
   * @param behindMs after so much work without a pause it is behind
   */
  constructor(log: Log, onRefusal: (door: string, reason: string) => void = () => {}, behindMs = BEHIND_MS) {
    this.#log = log
    this.#refusals = new Refusals(log)
    this.#onRefusal = onRefusal
    this.#behindMs = behindMs
    const limits = { requestTimeout: SLOW_MS, headersTimeout: SLOW_MS, connectionsCheckingInterval: SLOW_MS / 2 }
    this.#server = createServer(limits, (request, response) => this.#answer(request, response))
    this.#server.on('clientError', (error: NodeJS.ErrnoException, socket) => this.#refuseConnection(error.code ?? 'unknown', socket))
    this.#server.maxConnections = MOST_CONNECTIONS
  }

  /** Throws StartError where the address cannot be listened on. */
  async listen({ host, port }: HttpSettings): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', (error: NodeJS.ErrnoException) => reject(refused(error, host, port)))
      this.#server.listen(port, host, resolve)
    })
    this.#server.removeAllListeners('error')
    this.#server.on('error', (error) => this.#log(`HTTP: ${nameOf(error)}`, { event: 'http.error', level: 'error' }))
  }

  /** Whether more comes in than is got done. */
  get isBehind(): boolean {
    return this.#lag.ms > this.#behindMs
  }

  /**
   * From now on `handler` answers what asks for exactly this path, whatever stands after a question mark; the log calls it `name`: a path
   * may be meant to be secret.
   */
  open(path: string, handler: Handler, name = path): void {
    this.#doors.set(path, { handler, name })
  }

  /** Whoever comes there is told to come again. */
  close(path: string): void {
    this.open(path, async (_, response) => refuse(response, 503), this.#doors.get(path)?.name)
  }

  /** Resolves when the last answer is given and nobody is connected any more. */
  end(): Promise<void> {
    this.#lag.end()
    return new Promise((resolve) => {
      this.#server.close(() => {
        this.#refusals.end()
        resolve()
      })
      this.#server.closeIdleConnections()
      setTimeout(() => this.#server.closeAllConnections(), CLOSE_MS).unref()
    })
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const { handler, name } = this.#doors.get((request.url ?? '').split('?', 1)[0] ?? '') ?? NO_DOOR
    // Node would read what is still being sent to its end, however long that is.
    response.once('finish', () => request.complete || request.destroy())
    handler(request, response)
      .then(() => {
        const { statusCode: status } = response
        if (status >= 400 && status < 500) this.#refused(name, String(status))
      })
      .catch((error: unknown) => {
        // Never the message: it may hold what was sent. A client that went away before it had sent all is no trouble.
        if (request.complete) this.#log(`HTTP: a request failed (${nameOf(error)})`, { event: 'http.failed', level: 'error' })
        response.destroy()
      })
  }

  /** What is no HTTP, is too large or too slow; the error holds what was sent. */
  #refuseConnection(code: string, socket: Duplex): void {
    const status = STATUS_OF[code] ?? 400
    if (socket.writable && !GONE.has(code)) {
      socket.write(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\n\r\n`)
      this.#refused('connection', code)
    }
    socket.destroy()
  }

  #refused(door: string, reason: string): void {
    this.#refusals.note(door, reason)
    this.#onRefusal(door, reason)
  }
}

/** The whole body, or null when it is larger than that: the rest is not read. */
export function readBody(request: IncomingMessage, largest: number): Promise<Buffer | null> {
  if (Number(request.headers['content-length'] ?? 0) > largest) return Promise.resolve(null)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= largest) return void chunks.push(chunk)
      request.pause().removeAllListeners('data')
      resolve(null)
    })
    request.on('end', () => resolve(Buffer.concat(chunks)))
    request.on('error', reject)
    request.on('close', () => request.complete || reject(new Error('the client went away')))
  })
}

/** Refuses, and takes nothing more from this connection: there may be more of it than anybody wants to read. */
export function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: 'close' }).end()
}

/** Too much at once: to come again in a second. The connection is kept where what is left to read on it is known to be little. */
export function comeAgain(response: ServerResponse, largest: number): void {
  const left = Number(response.req.headers['content-length'] ?? Number.POSITIVE_INFINITY)
  response.setHeader('retry-after', 1)
  if (left <= largest) response.writeHead(503).end()
  else refuse(response, 503)
}

function refused({ code }: NodeJS.ErrnoException, host: string, port: number): StartError {
  const advice =
    code === 'EADDRINUSE'
      ? 'another program listens there: choose another HTTP_PORT'
      : 'set HTTP_HOST and HTTP_PORT to an address of this machine'
  return new StartError('config', `HTTP: cannot listen on ${host}:${port} (${code}): ${advice}.`)
}
