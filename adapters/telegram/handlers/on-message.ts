// A message → its answer, where it speaks to us; otherwise silence.
import type { Message } from '@grammyjs/types'
import { ask, mayAsk } from '../../context.js'
import { sentence } from '../../wording.js'
import { askerOf, messageKey, placeOf, type TelegramAsker, type TelegramContext } from '../telegram-context.js'
import { addressed, type Said } from './addressed.js'
import { isCommand } from './commands.js'
import { deliver, type Reply, replyToWords, say } from './reply.js'
import { runCommand } from './run-command.js'

export async function onMessage(message: Message, context: TelegramContext): Promise<void> {
  const said = addressed(message, context.me)
  if (!said) return
  const place = placeOf(message)
  const sender = message.sender_chat ?? message.from
  const asker = await askerOf(place, { id: sender?.id ?? 0, ...language(message) }, context)
  const may = await mayAsk(context, asker)
  if (may === 'silent') return
  const tooMany = (): Reply => say(sentence(context.assistant().library.language, asker.lang, 'too-many'))
  const reply = may === 'tell' ? tooMany() : await replyTo(said, message, asker, context)
  if (reply) await deliver(reply, place, context)
}

async function replyTo(said: Said, message: Message, asker: TelegramAsker, context: TelegramContext): Promise<Reply | null> {
  const isPrivate = message.chat.type === 'private'
  const { library } = context.assistant()
  const lang = asker.chosen
  const call = (command: string): Promise<Reply> =>
    runCommand({ command, words: said.text, chat: message.chat.id, isPrivate }, asker, context)
  const repliesTo = said.repliesTo === undefined ? undefined : messageKey(message.chat.id, said.repliesTo)
  const words = async (text: string): Promise<Reply> =>
    replyToWords(await ask(context, asker, { kind: 'text', text }, { lang, repliesTo }), text, context)
  if (said.command !== undefined) {
    if (isCommand(said.command, library)) {
      // A bare /ask under somebody's question asks that question.
      if (said.command === 'ask') return words(said.text || (said.quoted ?? ''))
      return call(said.command)
    }
    // Other bots have commands, too.
    return isPrivate ? call('help') : null
  }
  if (said.text !== '' || said.quoted !== undefined) return words(said.text || (said.quoted ?? ''))
  // A picture, a voice message: only words can be read.
  const wordless = message.text === undefined && message.caption === undefined
  // Of an album the one with the words is answered.
  if (message.media_group_id !== undefined && wordless) return null
  if (wordless && isPrivate && hasContent(message)) return say(sentence(library.language, asker.lang, 'words-only'))
  return wordless ? null : words('')
}

function language({ from }: Message): { language_code?: string } {
  return from?.language_code === undefined ? {} : { language_code: from.language_code }
}

/** What somebody may have sent that is no text; anything else has happened in the chat. */
const CONTENTS = [
  ...['animation', 'audio', 'checklist', 'contact', 'dice', 'document', 'game', 'giveaway', 'location', 'paid_media', 'photo', 'poll'],
  ...['sticker', 'story', 'venue', 'video', 'video_note', 'voice'],
]

function hasContent(message: Message): boolean {
  return CONTENTS.some((kind) => kind in message)
}
