// What Telegram finds in a text by itself: links, mentions, commands.
import type { MessageEntity } from '@grammyjs/types'

type Found = 'url' | 'mention' | 'bot_command'

/** In the order in which they have a right to the characters. */
const PATTERNS: readonly (readonly [Found, RegExp])[] = [
  ['url', /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)（）。，]/g],
  ['bot_command', /(?<![\w/@<>])\/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/])/g],
  ['mention', /(?<![\w@])@[A-Za-z0-9_]{4,32}(?!\w)/g],
]

/** Sorted by offset; offsets and lengths in UTF-16 units, as JavaScript counts. `taken`: what nothing may be found in. */
export function foundIn(text: string, taken: readonly MessageEntity[] = []): MessageEntity[] {
  const found: MessageEntity[] = []
  for (const [type, pattern] of PATTERNS) {
    for (const { 0: match, index } of text.matchAll(pattern)) {
      const entity: MessageEntity = { type, offset: index, length: match.length }
      if (![...taken, ...found].some((other) => touch(entity, other))) found.push(entity)
    }
  }
  return found.sort((a, b) => a.offset - b.offset)
}

export function textOf(text: string, { offset, length }: MessageEntity): string {
  return text.slice(offset, offset + length)
}

/** Whether two entities have characters in common. */
export function touch(a: MessageEntity, b: MessageEntity): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length
}
