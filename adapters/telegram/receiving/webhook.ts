// Updates by webhook: only Telegram knows the secret, and the body is limited while it is read. Telegram is told that an update is taken
// when it is answered: what is lost with the program before that is sent again.
import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Update } from '@grammyjs/types'
import { comeAgain, readBody, refuse } from '../../http-server.js'
import { within } from '../../in-flight.js'
import type { Intake } from './intake.js'

export const WEBHOOK_PATH = '/telegram'
/** Updates are a few kilobytes. */
const LARGEST_BODY = 1024 * 1024
/** A chat whose answers wait for their turn longer does not keep Telegram waiting. */
const HELD_MS = 10_000

/** The same for every start and every replica, and worth nothing to who learns it but the right to send updates. */
export function secretOf(token: string): string {
  return createHmac('sha256', token).update('asknotice webhook').digest('hex')
}

export interface WebhookOptions {
  readonly secret: string
  readonly intake: Intake
  /** Whether the program is behind with what came in before. */
  readonly isBehind: () => boolean
  /** Told of every update for which there is no room. */
  readonly onBusy: () => void
}

export async function onWebhook(
  request: IncomingMessage,
  response: ServerResponse,
  { secret, intake, isBehind, onBusy }: WebhookOptions,
): Promise<void> {
  const end = (status: number): void => (status === 200 ? void response.writeHead(200).end() : refuse(response, status))
  if (request.method !== 'POST') return end(405)
  if (!same(String(request.headers['x-telegram-bot-api-secret-token'] ?? ''), secret)) return end(403)
  // Telegram keeps it and sends it again.
  const busy = (): void => {
    onBusy()
    comeAgain(response, LARGEST_BODY)
  }
  if (intake.isFull || isBehind()) return busy()
  const body = await readBody(request, LARGEST_BODY)
  if (body === null) return end(413)
  const update = updateIn(body)
  if (!update) return end(400)
  // Others may have come in while it was read.
  if (intake.isFull) return busy()
  let isDone: boolean | undefined
  await within(
    intake.take(update).then((is) => {
      isDone = is
    }),
    HELD_MS,
  )
  if (isDone === false) comeAgain(response, LARGEST_BODY)
  else end(200)
}

/** In a time that tells nothing of where they differ; how long a secret is everybody may know. */
function same(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one, 'latin1'), Buffer.from(other, 'latin1'))
}

function updateIn(body: Buffer): Update | null {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    const isUpdate = typeof value === 'object' && value !== null && 'update_id' in value && Number.isSafeInteger(value.update_id)
    return isUpdate ? (value as Update) : null
  } catch {
    return null
  }
}
