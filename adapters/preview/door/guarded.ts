// What stands before every door of the preview: who may come in, and what a browser may do with what it gets.
import type { Handler } from '../../http-server.js'
import { refuse } from '../../http-server.js'
import { isForUs, isFromOurPage } from './host.js'
import type { Key } from './key.js'

/** Nothing but what this server itself sends; no script within the page, and text becomes markup in one library only. */
const POLICY = [
  "default-src 'none'",
  ...["script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'"],
  ...["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
  ...["require-trusted-types-for 'script'", 'trusted-types lit-html'],
].join('; ')

/** Of a picture that somebody opens by itself: it loads nothing, runs nothing, and stands in nobody's page. */
export const PICTURE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"

const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
}

export interface Guard {
  /** What is listened on. */
  readonly host: string
  /** Undefined where only this machine comes in. */
  readonly key: Key | undefined
}

/** @param method the only one that is answered; GET changes nothing, POST comes from our own page only */
export function guarded(method: 'GET' | 'POST', { host, key }: Guard, handler: Handler): Handler {
  return async (request, response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value)
    if (!isForUs(request, host)) return refuse(response, 421)
    if (request.method !== method) return refuse(response, 405)
    if (method === 'POST' && !isFromOurPage(request)) return refuse(response, 403)
    const cookie = key?.cookieFor(request)
    // The key does not stay in the address, which may be shown and kept.
    if (cookie) return void response.writeHead(303, { 'set-cookie': cookie, location: '/' }).end()
    if (key && !key.opens(request)) return refuse(response, 401)
    return handler(request, response)
  }
}
