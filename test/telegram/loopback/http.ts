// The way in: every request is logged, checked and then carried out, refused or spoilt.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { readParameters } from './body.js'
import type { Core } from './core.js'
import type { Faults } from './faults.js'
import { copy, type JsonObject } from './json.js'
import { find, METHODS } from './methods.js'
import { checkUnicode, normalise } from './payload.js'
import { errorBody, Refusal } from './refusal.js'
import type { Call, LoggedRequest, Violation } from './requests.js'
import type { Spec } from './schema.js'
import { type Reply, send, spoil } from './spoil.js'

/** `/bot<token>/<method>`; a token looks like one or there is nothing there. */
const PATH = /^\/bot(\d+:[\w-]+)\/(\w+)$/

export interface Door {
  readonly server: Server
  readonly requests: LoggedRequest[]
  readonly violations: Violation[]
}

export function openDoor(core: Core, faults: Faults, spec: Spec | undefined): Door {
  const requests: LoggedRequest[] = []
  const violations: Violation[] = []

  const perform = async (entry: LoggedRequest, call: Call): Promise<Reply> => {
    try {
      const method = METHODS[entry.method]
      const tooOld = core.settings.unsupported.includes(entry.method)
      if (method === undefined || tooOld) throw new Refusal(404, 'Not Found: method not found', { own: !tooOld })
      checkUnicode(entry.payload)
      spec?.check(entry.method, entry.payload, call.note)
      return { status: 200, body: { ok: true, result: await method(core, entry.payload, call) } }
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal
      entry.description = refusal.description
      if (refusal.own) call.note(refusal.description)
      return { status: refusal.code, body: errorBody(refusal) }
    }
  }

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://loopback')
    const [, token, asked = ''] = PATH.exec(decodeURIComponent(url.pathname)) ?? []
    if (token === undefined) return send(response, { status: 404, body: errorBody(new Refusal(404, 'Not Found')) })
    if (token !== core.settings.token) return send(response, { status: 401, body: errorBody(new Refusal(401, 'Unauthorized')) })
    const method = find(asked)
    const read = await parameters(request, url)
    const payload = read instanceof Refusal ? {} : read
    const entry: LoggedRequest = { method, payload: copy(payload), at: Date.now(), status: undefined, description: undefined }
    requests.push(entry)
    const note = (description: string): void => void violations.push({ method, payload: entry.payload, description })
    if (read instanceof Refusal) {
      note(read.description)
      entry.description = read.description
    }
    const call: Call = { method, note, onGone: (gone) => void (response.destroyed ? gone() : response.on('close', gone)) }
    const planned = faults.take(method)
    const unread = read instanceof Refusal ? { status: read.code, body: errorBody(read) } : undefined
    const performing = planned === undefined || planned.done ? (unread ?? perform(entry, call)) : undefined
    // Told twice: a long poll begins now and ends much later.
    core.changes.happened()
    const reply = await performing
    if (planned !== undefined) await spoil(planned.fault, response, entry, reply)
    else if (reply !== undefined && !response.destroyed) {
      entry.status = reply.status
      send(response, reply)
    }
    core.changes.happened()
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      // A client that went away in the middle is its own affair; anything else is a mistake of this server and must be seen.
      if (request.destroyed && !request.complete) return
      violations.push({
        method: String(request.url).replace(/.*\//, ''),
        payload: {},
        description: `mistake of the loopback: ${String(error)}`,
      })
      response.writeHead(500).end()
    })
  })
  return { server, requests, violations }
}

async function parameters(request: IncomingMessage, url: URL): Promise<JsonObject | Refusal> {
  try {
    return normalise(await readParameters(request, url))
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal
    throw refusal
  }
}
