// Reading a request: parameters from the URL and from a body of JSON or of a form.
import type { IncomingMessage } from 'node:http'
import { asObject, type JsonObject } from './json.js'
import { bad } from './refusal.js'
import { isUploaded, uploaded } from './uploaded.js'

export async function readParameters(request: IncomingMessage, url: URL): Promise<JsonObject> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  const raw = Buffer.concat(pieces)
  const query = Object.fromEntries(url.searchParams)
  const type = request.headers['content-type'] ?? ''
  if (type.startsWith('multipart/form-data')) return { ...query, ...(await readForm(raw, type)) }
  const text = decode(raw)
  if (text === '') return query
  if (type.startsWith('application/json')) return { ...query, ...parse(text) }
  if (type.startsWith('application/x-www-form-urlencoded')) return { ...query, ...Object.fromEntries(new URLSearchParams(text)) }
  throw bad(`unsupported content type: ${type}`)
}

/** Parameters beside files. A file that is no photo is an object that the client has mistaken for one. */
async function readForm(raw: Buffer, type: string): Promise<JsonObject> {
  const form = await new Response(raw, { headers: { 'content-type': type } }).formData()
  const fields = await Promise.all(
    [...form].map(async ([name, value]) => [name, typeof value === 'string' ? value : uploaded(await bytesOf(value), value)] as const),
  )
  const file = fields.find(([name, value]) => isUploaded(value) && name !== 'photo')
  if (file) throw bad(`nothing here uploads files but photos, and ${file[0]} came as one`)
  // The library names the method in the form, too; Telegram passes it over.
  return Object.fromEntries(fields.filter(([name]) => name !== 'method'))
}

async function bytesOf(file: File): Promise<Buffer> {
  return Buffer.from(await file.arrayBuffer())
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
