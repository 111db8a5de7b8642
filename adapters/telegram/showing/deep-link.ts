// Links that open the private chat with a question: `https://t.me/BOT?start=PAYLOAD`, of at most 64 characters A-Za-z0-9_-.
import type { Input } from '../../../src/answer.js'
import type { Library } from '../../../src/knowledge/library.js'
import { lengthen, shorten, spelled } from './short-id.js'

/** Telegram's limit. */
const LONGEST = 64
/** Before the words of a question; no id begins so. */
const WORDS = 'W'

/** The payload for a fact or a choice; null where it does not fit. */
export function linkTo(id: string): string | null {
  return shorten(id, LONGEST)
}

/** The payload for a question in words; null where it does not fit: 47 Latin letters or 15 Chinese characters do. */
export function linkToWords(text: string): string | null {
  const payload = WORDS + Buffer.from(text, 'utf8').toString('base64url')
  return isWords(text) && payload.length <= LONGEST ? payload : null
}

/** The question that a payload asks; null for payloads of others, which is no fault of the one who follows a link. */
export function questionOfLink(payload: string, library: Library): Input | null {
  if (payload.startsWith(WORDS)) {
    const text = Buffer.from(payload.slice(1), 'base64url').toString('utf8')
    // Only what was made here: other payloads may begin with the same letter.
    return linkToWords(text) === payload ? { kind: 'text', text } : null
  }
  const id = lengthen(payload, library)
  if (id !== null) return { kind: 'suggestion', id }
  // A link to what a notice has not any more: that is said.
  const gone = spelled(payload)
  return library.notices.has(gone.split('/', 1)[0] ?? '') && gone.includes('/') ? { kind: 'suggestion', id: gone } : null
}

/** Something that somebody may have written: two letters or more, and nothing that is not shown. */
function isWords(text: string): boolean {
  return /[\p{L}\p{N}].*[\p{L}\p{N}]/u.test(text) && !/[\p{C}]/u.test(text)
}
