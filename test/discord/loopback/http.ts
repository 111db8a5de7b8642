// The REST side: every request is logged, checked and then carried out, refused or spoilt.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { readBody } from './body.js'
import type { Changes } from './changes.js'
import { errorBody, problem, REFUSED, Refusal } from './errors.js'
import type { Fault, Faults } from './faults.js'
import { copy } from './json.js'
import { checkMentions } from './limits/message.js'
import type { LoggedRequest, Violation } from './requests.js'
import { type Match, match, type Reply, type Route } from './route.js'
import { checkSchema } from './schema.js'

const PREFIX = '/api/v10'

export interface Rest {
  readonly server: Server
  readonly requests: LoggedRequest[]
  readonly violations: Violation[]
}

export function createRest(token: string, routes: readonly Route[], faults: Faults, changes: Changes): Rest {
  const requests: LoggedRequest[] = []
  const violations: Violation[] = []
  const authorized = (request: IncomingMessage, { route }: Match): boolean =>
    route.open === true || request.headers.authorization === `Bot ${token}`

  const perform = ({ route, param }: Match, query: URLSearchParams, entry: LoggedRequest): Reply => {
    const problems = checkSchema(route.name, entry.body)
    if (problems.length > 0) throw REFUSED.invalidForm(problems)
    const message = route.message?.(entry.body)
    const mentions = message === undefined ? [] : checkMentions(message)
    if (mentions.length > 0) violations.push({ kind: 'mentions', request: titleOf(entry), problems: mentions, body: entry.body })
    return route.answer({ param, query, body: entry.body, files: entry.files })
  }

  const attempt = (found: Match | undefined, request: IncomingMessage, query: URLSearchParams, entry: LoggedRequest): Reply => {
    try {
      if (found === undefined) throw REFUSED.unknownRoute()
      if (!authorized(request, found)) throw REFUSED.unauthorized()
      return perform(found, query, entry)
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal
      entry.code = refusal.code
      const kind = found === undefined ? 'route' : refusal.code === 50035 || refusal.code === 50006 ? 'body' : undefined
      if (kind !== undefined) violations.push({ kind, request: titleOf(entry), problems: refusal.problems, body: entry.body })
      return { status: refusal.status, body: errorBody(refusal) }
    }
  }

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://loopback')
    const path = url.pathname.startsWith(PREFIX) ? url.pathname.slice(PREFIX.length) : ''
    const method = request.method ?? 'GET'
    const found = match(routes, method, path)
    const { body, files } = await readBody(request)
    const query = Object.fromEntries(url.searchParams)
    const logged = { method, path, route: found?.route.name, query, body: copy(body), files, at: Date.now() }
    const entry: LoggedRequest = { ...logged, status: undefined, code: undefined }
    requests.push(entry)
    const fault = faults.take(entry.route ?? '')
    const reply = fault === undefined || doneAnyway(fault) ? attempt(found, request, url.searchParams, entry) : undefined
    if (fault !== undefined) spoil(fault, response, entry)
    else if (reply !== undefined) send(response, entry, reply)
    changes.happened()
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      // A client that went away in the middle is its own affair; anything else is a mistake of this server and must be seen.
      if (request.destroyed && !request.complete) return
      const title = `${String(request.method)} ${String(request.url)}`
      violations.push({ kind: 'mistake', request: title, problems: [problem([], 'LOOPBACK_MISTAKE', String(error))], body: undefined })
      response.writeHead(500).end()
    })
  })
  return { server, requests, violations }
}

function titleOf({ method, route, path }: LoggedRequest): string {
  return route ?? `${method} ${path}`
}

function doneAnyway(fault: Fault): boolean {
  return fault.kind !== 'rate limit' && fault.done
}

function send(
  response: ServerResponse,
  entry: LoggedRequest,
  { status, body }: Reply,
  headers: Readonly<Record<string, string>> = {},
): void {
  entry.status = status
  if (body === undefined) response.writeHead(status, headers).end()
  else response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body))
}

function spoil(fault: Fault, response: ServerResponse, entry: LoggedRequest): void {
  if (fault.kind === 'drop') response.destroy()
  if (fault.kind === 'reset') response.socket?.resetAndDestroy()
  if (fault.kind === 'status') send(response, entry, { status: fault.status, body: { code: fault.code, message: fault.message } })
  if (fault.kind !== 'rate limit') return
  const { retryAfter, global } = fault
  const bucket = { 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset-after': String(retryAfter) }
  const scope: Record<string, string> = global
    ? { 'x-ratelimit-global': 'true', 'x-ratelimit-scope': 'global' }
    : { ...bucket, 'x-ratelimit-scope': 'user' }
  const body = { message: 'You are being rate limited.', retry_after: retryAfter, global }
  send(response, entry, { status: 429, body }, { 'retry-after': String(retryAfter), ...scope })
}
