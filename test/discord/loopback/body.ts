// Reading the body of a request: JSON, or a form with the JSON in `payload_json` and files beside it.
import type { IncomingMessage } from 'node:http'
import { problem, REFUSED } from './errors.js'
import type { Files } from './messages.js'

export interface ReadBody {
  readonly body: unknown
  readonly files: readonly Files[]
}

export async function readBody(request: IncomingMessage): Promise<ReadBody> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  const raw = Buffer.concat(pieces)
  const type = request.headers['content-type'] ?? ''
  if (raw.length === 0) return { body: undefined, files: [] }
  if (!type.startsWith('multipart/form-data')) return { body: parse(raw.toString()), files: [] }
  const form = await new Response(raw, { headers: { 'content-type': type } }).formData()
  const payload = form.get('payload_json')
  const files = [...form.values()].flatMap((value) =>
    typeof value === 'string' ? [] : [{ name: value.name, size: value.size, type: value.type }],
  )
  return { body: typeof payload === 'string' ? parse(payload) : {}, files }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw REFUSED.invalidForm([problem([], 'JSON', 'The body is no JSON.')])
  }
}
