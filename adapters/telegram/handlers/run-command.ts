// A command → the question that it stands for, asked of the core like any other, or what the chat is told about itself.
import type { Input, Lang } from '../../../src/answer.js'
import { askedOf, typedQuestion } from '../../asking-commands.js'
import { ask } from '../../context.js'
import { sentence } from '../../wording.js'
import { questionOfLink } from '../showing/deep-link.js'
import type { TelegramAsker, TelegramContext } from '../telegram-context.js'
import { dialogOf, dialogStep } from './eligibility-dialog.js'
import { greet, help } from './help.js'
import { chooseLanguage, languageNamed, offerLanguages } from './language-choice.js'
import { type Reply, replyToWords, replyWith, say } from './reply.js'
import { whichNotice } from './which-notice.js'

export interface Called {
  readonly command: string
  /** What stands after it. */
  readonly words: string
  readonly chat: number
  readonly isPrivate: boolean
}

export async function runCommand(
  { command, words, chat, isPrivate }: Called,
  asker: TelegramAsker,
  context: TelegramContext,
): Promise<Reply> {
  const { library } = context.assistant()
  switch (command) {
    case 'start': {
      const question = questionOfLink(words, library)
      return question ? answerTo(question, asker, context) : greet(asker, context)
    }
    case 'help':
      return help(asker, context, isPrivate)
    case 'language': {
      const named = languageNamed(words)
      return named ? chooseLanguage(chat, named, asker.lang, context) : offerLanguages(library, asker.lang, asker.chosen ?? 'auto')
    }
    case 'privacy': {
      const keys = ['privacy-text', ...(context.feedback ? ['privacy-unanswered'] : [])]
      return say(keys.map((key) => sentence(library.language, asker.lang, key)).join('\n'))
    }
    default: {
      const question = typedQuestion(command, words, library)
      return question ? answerTo(question, asker, context) : chosen(command, asker, context)
    }
  }
}

/** What a command asks when nothing stands after it; of several notices it asks which. */
async function chosen(command: string, asker: TelegramAsker, context: TelegramContext): Promise<Reply> {
  const { library } = context.assistant()
  const asked = askedOf(command, library, asker.lang)
  const [only, ...others] = asked
  if (!only || others.length > 0) return whichNotice(asked, asker.lang, context)
  const { notice, id, dialog } = only
  const step = dialog ? await dialogStep(dialogOf(notice.id), 0, asker.lang, asker, context) : null
  return step ?? answerTo({ kind: 'suggestion', id }, asker, context)
}

/** Words show their language, where none was chosen for the chat; what was pressed is told in the asker's. */
async function answerTo(input: Input, asker: TelegramAsker, context: TelegramContext): Promise<Reply> {
  const lang: Lang | undefined = asker.chosen ?? (input.kind === 'text' ? undefined : asker.lang)
  const answer = await ask(context, asker, input, { lang })
  return input.kind === 'text' ? replyToWords(answer, input.text, context) : replyWith(answer)
}
