// One delivery to a webhook.
import { request } from 'node:http'

export interface Posted {
  readonly status: number | undefined
  /** As getWebhookInfo would word it. */
  readonly error: string | undefined
  readonly body: string
}

/** Never fails: what went wrong is returned. The connection is not kept, so that nothing keeps the bot's server open. */
export function post(url: string, content: unknown, secret: string | undefined, timeoutMs: number): Promise<Posted> {
  return new Promise((resolve) => {
    const failed = (error: string): void => resolve({ status: undefined, error, body: '' })
    const headers = { 'content-type': 'application/json', ...(secret !== undefined && { 'x-telegram-bot-api-secret-token': secret }) }
    const sending = request(url, { method: 'POST', headers, agent: false, signal: AbortSignal.timeout(timeoutMs) }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('error', (error) => failed(worded(error)))
      response.on('end', () => resolve({ status: response.statusCode, error: undefined, body: Buffer.concat(pieces).toString() }))
    })
    sending.on('error', (error) => failed(worded(error)))
    sending.end(JSON.stringify(content))
  })
}

function worded(error: Error & { code?: string }): string {
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'Read timeout expired'
  return error.code === 'ECONNREFUSED' ? 'Connection refused' : 'Connection reset by peer'
}
