// Texts that a platform cannot show as they are, found by rendering them with the platform's own renderer.
import { LONGEST_BUTTON as DISCORD_BUTTON, LONGEST_OPTION, renderAnswer as onDiscord } from '../../adapters/discord/render.js'
import { LONGEST_LABEL as TELEGRAM_BUTTON } from '../../adapters/telegram/showing/keyboard.js'
import { renderAnswer as onTelegram } from '../../adapters/telegram/showing/render.js'
import { renderText } from '../../adapters/terminal/render.js'
import type { Answer } from '../../src/answer.js'
import type { Assistant } from '../../src/assistant.js'
import { suggestionOf } from '../../src/compose/suggestion.js'
import type { NoticeFiles } from '../../src/knowledge/files.js'
import type { Problem } from '../../src/knowledge/notice.js'
import { quote } from '../../src/knowledge/wording.js'

/** A text below this length fits everywhere, with marks, its source and a date beside it: it is not rendered. */
const SHORT = 500
/** What a terminal shows at once where nobody has made it larger. */
const SCREEN = { lines: 24, columns: 80 } as const

const TONGUES = [
  ['zh', 'zh-Hans'],
  ['en', 'en'],
] as const

export function lintLengths(notice: string, files: NoticeFiles, assistant: Assistant, now: Date): Problem[] {
  return [...texts(notice, files, assistant, now), ...labels(notice, files, assistant), ...names(notice, files, assistant)]
}

/** Facts that one message cannot hold. */
function texts(notice: string, { facts }: NoticeFiles, assistant: Assistant, now: Date): Problem[] {
  return entriesOf(notice, assistant).flatMap(({ id, entry }, i) =>
    TONGUES.flatMap(([tongue, lang]) => {
      if (entry.text[tongue].length < SHORT) return []
      const answer = assistant.ask({ input: { kind: 'suggestion', id }, now, lang })
      return tooLong(answer).map((where) => facts.at([i, 'text', tongue], `this text ${where}; shorten it, or make two facts of it`))
    }),
  )
}

function tooLong(answer: Answer): string[] {
  const [discord, telegram] = [onDiscord(answer).length, onTelegram(answer).length]
  const lines = renderText(answer)
    .split('\n')
    .reduce((sum, line) => sum + Math.ceil(columnsOf(line) / SCREEN.columns), 0)
  return [
    ...(discord > 1 ? [`needs ${discord} messages in Discord`] : []),
    ...(telegram > 1 ? [`needs ${telegram} messages in Telegram`] : []),
    ...(lines > SCREEN.lines ? [`fills ${lines} lines of a terminal, which shows ${SCREEN.lines}`] : []),
  ]
}

/** Questions that a button would cut. */
function labels(notice: string, { facts }: NoticeFiles, assistant: Assistant): Problem[] {
  return entriesOf(notice, assistant).flatMap((fact, i) =>
    TONGUES.flatMap(([, lang]) => {
      const { label } = suggestionOf({ kind: 'fact', fact }, lang, assistant.library)
      const least = Math.min(DISCORD_BUTTON, TELEGRAM_BUTTON)
      if (label.length <= least) return []
      return [
        facts.at(
          [i, 'about', 0],
          `the button that offers this fact would say ${quote(label)} and be cut after ${least} characters; give what it is about a shorter name`,
        ),
      ]
    }),
  )
}

/** Names that a list to choose from would cut. */
function names(notice: string, { things }: NoticeFiles, { library }: Assistant): Problem[] {
  return [...(library.notices.get(notice)?.things.values() ?? [])].flatMap(({ name }, i) =>
    TONGUES.flatMap(([tongue]) =>
      name[tongue].length <= LONGEST_OPTION
        ? []
        : [things.at([i, 'name', tongue], `this name is cut after ${LONGEST_OPTION} characters in a list of Discord; shorten it`)],
    ),
  )
}

function entriesOf(notice: string, { library }: Assistant) {
  return [...(library.notices.get(notice)?.facts.keys() ?? [])].flatMap((id) => library.facts.get(`${notice}/${id}`) ?? [])
}

/** Chinese characters are two columns wide. */
function columnsOf(line: string): number {
  return [...line].reduce((sum, character) => sum + (/[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/u.test(character) ? 2 : 1), 0)
}
