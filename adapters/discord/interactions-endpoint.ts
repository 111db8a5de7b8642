// Interactions over HTTP instead of the gateway: Discord signs each, and whoever does not is refused.
import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { Busy } from '../busy.js'
import type { Context } from '../context.js'
import { type Handler, readBody, refuse } from '../http-server.js'
import type { InFlight } from '../in-flight.js'
import { listening, makeClient } from './client.js'
import { letGo } from './login.js'
import { rawInteractions } from './raw-interactions.js'
import type { DiscordSettings } from './settings.js'

const INTERACTIONS_PATH = '/discord'
/** An interaction is a few kilobytes; the message of a context menu may be larger. */
const LARGEST_BODY = 1024 * 1024
const PING = 1
const PONG = '{"type":1}'

/** Interactions may come by both ways: Discord sends each by the one that the application has chosen. @returns closes it */
export function openEndpoint(settings: DiscordSettings, inFlight: InFlight, context: Context): () => void {
  const { publicKey, token } = settings
  const { http, log } = context
  if (!publicKey || !http) return () => {}
  // It never connects to the gateway, which another replica may hold.
  const client = listening(makeClient(settings), inFlight, context)
  client.token = token
  client.rest.setToken(token)
  const receive = rawInteractions(client)
  const busy = new Busy('Discord', context)
  const take = (data: object): boolean => {
    if (inFlight.isFull || http.isBehind) {
      if (!inFlight.isClosed) busy.refuse()
      return false
    }
    void inFlight.run('an interaction', async () => receive(data))
    return true
  }
  http.open(INTERACTIONS_PATH, interactionsEndpoint(publicKey, take))
  log(`Discord: interactions are also taken at ${INTERACTIONS_PATH}`, { event: 'discord.endpoint' })
  return () => {
    http.close(INTERACTIONS_PATH)
    void letGo(client)
  }
}

/** @param publicKey of the application, 64 hexadecimal digits */
function interactionsEndpoint(publicKey: string, onInteraction: (data: object) => boolean): Handler {
  const key = keyOf(publicKey)
  return async (request, response) => {
    if (request.method !== 'POST') return refuse(response, 405)
    const body = await readBody(request, LARGEST_BODY)
    if (body === null) return refuse(response, 413)
    if (!isSigned(request, body, key)) return refuse(response, 401)
    const data = objectIn(body)
    if (!data) return refuse(response, 400)
    if ('type' in data && data.type === PING) return void response.writeHead(200, { 'content-type': 'application/json' }).end(PONG)
    // The answer goes out by itself, as it does for what comes over the gateway.
    response.writeHead(onInteraction(data) ? 202 : 503).end()
  }
}

/** A raw key is what JSON Web Keys call the x of an Ed25519 key. */
function keyOf(publicKey: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey, 'hex').toString('base64url') }, format: 'jwk' })
}

function isSigned({ headers }: IncomingMessage, body: Buffer, key: KeyObject): boolean {
  const signature = String(headers['x-signature-ed25519'] ?? '')
  const timestamp = String(headers['x-signature-timestamp'] ?? '')
  if (!/^[0-9a-f]{128}$/i.test(signature) || timestamp === '') return false
  return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, 'hex'))
}

function objectIn(body: Buffer): object | null {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null
  } catch {
    return null
  }
}
