// Stands before a loopback server, at an address with a path of its own; on demand it answers by itself, with all that it was sent.
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

type Way = readonly [form: 'json' | 'html' | 'cut', status: number]

export interface Front {
  /** With its path, without a slash at the end. */
  readonly url: string
  /** It answers requests whose address matches, in these ways in turn: with a status, and in it address, headers and body of the request. */
  echo: { readonly match: RegExp; readonly ways: readonly Way[] } | undefined
  /** How many requests it has answered by itself. */
  readonly echoed: number
  stop(): Promise<void>
}

/** @param path that it has; it is taken away before a request is passed on to `target` */
export async function startProxy(target: string, path: string): Promise<Front> {
  const there = new URL(target)
  let echoed = 0
  const pass = (incoming: IncomingMessage, response: ServerResponse): void => {
    const { method, headers, url = '' } = incoming
    const onward = request({ host: there.hostname, port: there.port, method, headers, path: url.replace(path, '') }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => response.destroy())
    response.on('close', () => onward.destroy())
    incoming.pipe(onward)
  }
  const server = createServer(async (incoming, response) => {
    const { echo } = proxy
    if (!echo?.match.test(String(incoming.url))) return pass(incoming, response)
    const [form, status] = echo.ways[echoed % echo.ways.length] ?? ['html', 500]
    echoed += 1
    const all = `${incoming.url} ${JSON.stringify(incoming.headers)} ${await text(incoming)}`
    const code = String(incoming.url).split('bot')[1] ?? String(incoming.headers.authorization)
    const json = JSON.stringify({
      ok: false,
      error_code: code,
      code,
      description: all,
      message: all,
      errors: { [code]: all },
      retry_after: all,
    })
    const bodies = { json, html: `<html><title>${all}</title></html>`, cut: json.slice(0, -9) }
    response.writeHead(status, { 'content-type': form === 'html' ? 'text/html' : 'application/json' }).end(bodies[form])
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const proxy = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    echo: undefined as Front['echo'],
    get echoed() {
      return echoed
    },
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
  return proxy
}
