// Answering, and answering badly.
import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Fault } from './faults.js'
import type { JsonObject } from './json.js'
import { errorBody, Refusal } from './refusal.js'
import type { LoggedRequest } from './requests.js'

export interface Reply {
  readonly status: number
  readonly body: JsonObject
}

export function send(response: ServerResponse, { status, body }: Reply): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

/** `reply`: what it was to be answered with, where the call was carried out. */
export async function spoil(fault: Fault, response: ServerResponse, entry: LoggedRequest, reply: Reply | undefined): Promise<void> {
  if (fault.kind === 'drop') response.destroy()
  if (fault.kind === 'garbage') {
    entry.status = 200
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true,"result":')
  }
  if (fault.kind === 'status') refuse(fault, response, entry)
  if (fault.kind !== 'slow' || reply === undefined) return
  await wait(fault.ms)
  if (response.destroyed) return
  entry.status = reply.status
  send(response, reply)
}

function refuse(fault: Extract<Fault, { kind: 'status' }>, response: ServerResponse, entry: LoggedRequest): void {
  const { code, description, parameters, html } = fault
  entry.status = code
  entry.description = description
  if (html) {
    const page = `<html>\r\n<head><title>${code}</title></head>\r\n<body>${description}</body>\r\n</html>\r\n`
    response.writeHead(code, { 'content-type': 'text/html' }).end(page)
  } else send(response, { status: code, body: errorBody(new Refusal(code, description, parameters === undefined ? {} : { parameters })) })
}
