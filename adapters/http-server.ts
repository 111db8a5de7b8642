// The HTTP server of the program: loopback unless told otherwise, slow clients cut off, bodies limited while they are read.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { nameOf } from './name-of-error.js'
import { StartError } from './platform.js'

export interface HttpSettings {
  readonly host: string
  readonly port: number
}

/** Handlers by path; none gets a query, none answers more than once. */
export type Routes = Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => Promise<void>>>

const SLOW_MS = 10_000

/** Throws StartError where the address cannot be listened on. */
export async function listen({ host, port }: HttpSettings, routes: Routes, log: (line: string) => void): Promise<Server> {
  const server = createServer(
    { requestTimeout: SLOW_MS, headersTimeout: SLOW_MS, connectionsCheckingInterval: SLOW_MS / 2 },
    (request, response) => {
      const route = Object.hasOwn(routes, request.url ?? '') ? routes[request.url ?? ''] : undefined
      if (!route) return void response.writeHead(404).end()
      route(request, response).catch(() => {
        // Never the error itself: it may hold what was sent. A client that went away is none.
        if (!request.destroyed) log('HTTP: a request failed')
        response.destroy()
      })
    },
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refused(error, host, port)))
    server.listen(port, host, resolve)
  })
  server.on('error', (error) => log(`HTTP: ${nameOf(error)}`))
  return server
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
