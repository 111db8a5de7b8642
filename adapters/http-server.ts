// The HTTP server of the program, on which platforms open doors: slow clients cut off, bodies limited while they are read.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Log } from './log.js'
import { nameOf } from './name-of-error.js'
import { StartError } from './platform.js'

export interface HttpSettings {
  readonly host: string
  readonly port: number
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

const SLOW_MS = 10_000
/** Whoever has not finished sending by then has no say when the program ends. */
const CLOSE_MS = 1000

export class HttpServer {
  readonly #doors = new Map<string, Handler>()
  readonly #server: Server
  readonly #log: Log

  constructor(log: Log) {
    this.#log = log
    const limits = { requestTimeout: SLOW_MS, headersTimeout: SLOW_MS, connectionsCheckingInterval: SLOW_MS / 2 }
    this.#server = createServer(limits, (request, response) => this.#answer(request, response))
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

  /** From now on `handler` answers what asks for exactly this path, whatever stands after a question mark. */
  open(path: string, handler: Handler): void {
    this.#doors.set(path, handler)
  }

  /** Whoever comes there is told to come again. */
  close(path: string): void {
    this.#doors.set(path, async (_, response) => refuse(response, 503))
  }

  /** Resolves when the last answer is given and nobody is connected any more. */
  end(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve())
      this.#server.closeIdleConnections()
      setTimeout(() => this.#server.closeAllConnections(), CLOSE_MS).unref()
    })
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const handler = this.#doors.get((request.url ?? '').split('?', 1)[0] ?? '')
    if (!handler) return void response.writeHead(404).end()
    handler(request, response).catch((error: unknown) => {
      // Never the message: it may hold what was sent. A client that went away before it had sent all is no trouble.
      if (request.complete) this.#log(`HTTP: a request failed (${nameOf(error)})`, { event: 'http.failed', level: 'error' })
      response.destroy()
    })
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
    request.on('close', () => reject(new Error('the client went away')))
  })
}

/** Refuses what was not read to its end: the connection cannot be used for another request. */
export function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: 'close' }).end(() => response.req.destroy())
}

function refused({ code }: NodeJS.ErrnoException, host: string, port: number): StartError {
  const advice =
    code === 'EADDRINUSE'
      ? 'another program listens there: choose another HTTP_PORT'
      : 'set HTTP_HOST and HTTP_PORT to an address of this machine'
  return new StartError('config', `HTTP: cannot listen on ${host}:${port} (${code}): ${advice}.`)
}
