// Whose requests are answered: those that were addressed to this machine by its own name, from a page of our own.
import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { hostname } from 'node:os'

/** Whether an address is one that only this machine itself reaches. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}

/**
 * Whether the request was addressed to us. A page elsewhere may let its own name lead to this machine (DNS rebinding); its name is then
 * what the browser says, and that is neither an address nor ours.
 */
export function isForUs({ headers }: IncomingMessage, listening: string): boolean {
  const [, bracketed, plain] = /^(?:\[([\da-f:.]+)\]|([^:[\]/@]+))(?::\d+)?$/i.exec(headers.host ?? '') ?? []
  const name = (bracketed ?? plain ?? '').toLowerCase()
  if (isLoopback(name)) return true
  if (isLoopback(listening)) return false
  return isIP(name) !== 0 || name === listening.toLowerCase() || name === hostname().toLowerCase()
}

/** Whether a request that does something comes from our own page; whoever says nothing of it is no browser. */
export function isFromOurPage({ headers }: IncomingMessage): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  if (headers.origin === undefined) return true
  return URL.canParse(headers.origin) && new URL(headers.origin).host === headers.host
}
