// What a supervisor asks: is the program alive, can it serve, and what has it counted?
import type { ServerResponse } from 'node:http'
import type { Handler, HttpServer } from './http-server.js'
import type { Metrics } from './metrics.js'

export type PlatformState = 'starting' | 'ready' | 'disconnected' | 'failed'

export interface Health {
  /** `problems`: of files that were changed since, and are not taken over. */
  readonly knowledge: { readonly version: string; readonly notices: number; readonly facts: number; readonly problems: readonly string[] }
  readonly platforms: Readonly<Record<string, PlatformState>>
  /** Of each platform that has some, each shard by its id; undefined where none has. */
  readonly shards?: Readonly<Record<string, Readonly<Record<string, PlatformState>>>> | undefined
  /** Undefined where the program runs alone. */
  readonly redis?: 'connected' | 'lost' | undefined
}

/** @param health as it is at the moment */
export function openHealth(server: HttpServer, health: () => Health, metrics: Metrics): void {
  server.open(
    '/livez',
    get(async (response) => send(response, 200, 'text/plain; charset=utf-8', 'ok\n')),
  )
  server.open(
    '/readyz',
    get(async (response) => {
      const now = health()
      const isReady = Object.values(now.platforms).every((state) => state === 'ready')
      send(response, isReady ? 200 : 503, 'application/json', `${JSON.stringify({ ready: isReady, ...now })}\n`)
    }),
  )
  server.open(
    '/metrics',
    get(async (response) => send(response, 200, metrics.contentType, await metrics.text())),
  )
}

function get(answer: (response: ServerResponse) => Promise<void>): Handler {
  return async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return void response.writeHead(405, { allow: 'GET, HEAD' }).end()
    await answer(response)
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
}
