// A request of discord.js that answers an interaction, read back: what it is, and what it says.
import type { RESTOptions } from 'discord.js'
import type { Picture } from '../view.js'

export interface Incoming {
  /** Of the interaction that it answers. */
  readonly token: string
  readonly kind: 'callback' | 'follow-up'
  /** As people read it in Discord's documentation. */
  readonly request: string
  readonly body: Body
  readonly pictures: readonly Picture[]
}

/** A message, or a callback with a message in `data`. */
interface Body {
  readonly type?: number
  readonly data?: MessageBody
}

export interface MessageBody {
  readonly components?: readonly object[]
  readonly content?: string
  readonly flags?: number
}

/** Null for a request that answers no interaction. */
export async function incoming(url: string, init: Parameters<RESTOptions['makeRequest']>[1]): Promise<Incoming | null> {
  const path = new URL(url).pathname
  const [, callback] = /\/interactions\/\d+\/([^/]+)\/callback$/.exec(path) ?? []
  const [, followUp] = /\/webhooks\/\d+\/([^/]+)$/.exec(path) ?? []
  const token = callback ?? followUp
  if (token === undefined || init.method !== 'POST') return null
  const { json, pictures } = await read(init.body)
  return callback === undefined
    ? { token, kind: 'follow-up', request: 'POST /webhooks/{application}/{token}', body: { data: json as MessageBody }, pictures }
    : { token, kind: 'callback', request: 'POST /interactions/{id}/{token}/callback', body: json as Body, pictures }
}

/** With files the message is one part of a form. */
async function read(body: unknown): Promise<{ json: object; pictures: Picture[] }> {
  if (!isForm(body)) return { json: JSON.parse(String(body ?? '{}')) as object, pictures: [] }
  const pictures: Picture[] = []
  for (const [, part] of body.entries()) {
    if (typeof part === 'string' || !part.type.startsWith('image/')) continue
    const data = Buffer.from(await part.arrayBuffer()).toString('base64')
    pictures.push({ name: part.name, url: `data:${part.type};base64,${data}` })
  }
  return { json: JSON.parse(String(body.get('payload_json') ?? '{}')) as object, pictures }
}

/** undici has a class of its own for forms. */
function isForm(body: unknown): body is FormData {
  return typeof body === 'object' && body !== null && 'entries' in body && 'get' in body
}
