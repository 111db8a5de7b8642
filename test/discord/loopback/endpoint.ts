// Interactions over HTTP: signed as Discord signs them, and posted to the address that the application gave.
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { JsonObject } from './json.js'

export class Endpoint {
  /** Of the application, in hexadecimal digits, as the developer portal shows it. */
  readonly publicKey: string
  /** Where interactions go; over the gateway while it is not set. */
  url: string | undefined
  /** What posts were answered with, in order. */
  readonly statuses: number[] = []
  private readonly privateKey: KeyObject

  constructor() {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519')
    this.publicKey = Buffer.from(String(publicKey.export({ format: 'jwk' }).x), 'base64url').toString('hex')
    this.privateKey = privateKey
  }

  /** Posts it signed; `spoil` may change body or headers after that. */
  async post(payload: JsonObject, spoil: (body: string, headers: Record<string, string>) => string = (body) => body): Promise<Response> {
    const body = JSON.stringify(payload)
    const headers = this.headersFor(Buffer.from(body))
    const sent = spoil(body, headers)
    const response = await fetch(String(this.url), { method: 'POST', headers, body: sent })
    this.statuses.push(response.status)
    return response
  }

  /** What makes of any bytes something that Discord has sent. */
  headersFor(body: Uint8Array, timestamp = String(Math.floor(Date.now() / 1000))): Record<string, string> {
    const signature = sign(null, Buffer.concat([Buffer.from(timestamp), body]), this.privateKey)
    return { 'content-type': 'application/json', 'x-signature-ed25519': signature.toString('hex'), 'x-signature-timestamp': timestamp }
  }
}
