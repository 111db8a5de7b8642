// Reading a request: parameters from the URL and from a body of JSON or of a form.
import type { IncomingMessage } from 'node:http'
import { asObject, type JsonObject } from './json.js'
import { bad } from './refusal.js'

export async function readParameters(request: IncomingMessage, url: URL): Promise<JsonObject> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  const text = decode(Buffer.concat(pieces))
  const query = Object.fromEntries(url.searchParams)
  if (text === '') return query
  const type = request.headers['content-type'] ?? ''
  if (type.startsWith('application/json')) return { ...query, ...parse(text) }
  if (type.startsWith('application/x-www-form-urlencoded')) return { ...query, ...Object.fromEntries(new URLSearchParams(text)) }
  // Telegram takes it, but nothing here uploads files: a client that sends it has mistaken an object for a file.
  throw bad(`nothing here uploads files, and this came as ${type}`)
}

function decode(raw: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    throw bad('strings must be encoded in UTF-8')
  }
}

function parse(text: string): JsonObject {
  try {
    const read = asObject(JSON.parse(text))
    if (read !== undefined) return read
  } catch {}
  throw bad("can't parse request JSON object")
}
