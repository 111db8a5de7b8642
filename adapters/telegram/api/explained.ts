// Errors of Telegram that somebody can do something about, in words. What Telegram itself says is not repeated: it may quote a message.
import { nameOf } from '../../name-of-error.js'
import { ApiError } from './bot-api.js'

const HINTS: readonly (readonly [RegExp, string])[] = [
  [/blocked by the user|user is deactivated/i, 'the person has blocked the bot or is gone'],
  [/kicked|not a member/i, 'it was removed from that chat'],
  [/not enough rights|CHAT_WRITE_FORBIDDEN|have no rights/i, 'it may not write in that chat; let it send messages there'],
  [/TOPIC_CLOSED/i, 'that topic is closed'],
  [/thread not found|TOPIC_DELETED/i, 'that topic is gone'],
  [/chat not found/i, 'that chat is gone'],
  [/can't parse/i, 'the formatting was refused'],
  [/too old/i, 'it was asked too long ago'],
]

/** The name and code of an error, with what to do about it where there is something. */
export function explained(error: unknown): string {
  const hint = error instanceof ApiError ? HINTS.find(([pattern]) => pattern.test(error.said))?.[1] : undefined
  return hint ? `${nameOf(error)}: ${hint}` : nameOf(error)
}
