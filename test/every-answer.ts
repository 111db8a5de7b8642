// Every answer that the knowledge can produce without typing: each fact as a suggestion, each aspect of each thing, in every language.
import type { Answer, Lang } from '../src/answer.js'
import type { Assistant } from '../src/assistant.js'
import { choiceId } from '../src/query/choice.js'

const LANGS: readonly Lang[] = ['zh-Hans', 'zh-Hant', 'en']
const NOW = new Date('2026-11-23T04:00:00Z')

export function everyAnswer(assistant: Assistant): { readonly id: string; readonly answer: Answer }[] {
  const { library } = assistant
  const aspects = [...library.language.aspects.keys()].filter((aspect) => aspect !== 'help')
  const ids = [
    ...library.facts.keys(),
    ...[...library.notices.values()].flatMap((notice) =>
      [[], ...[...notice.things.keys(), ...notice.kinds.keys()].map((name) => [name])].flatMap((names) =>
        aspects.map((aspect) => choiceId(notice.id, names, aspect)),
      ),
    ),
  ]
  return LANGS.flatMap((lang) => ids.map((id) => ({ id, answer: assistant.ask({ input: { kind: 'suggestion', id }, now: NOW, lang }) })))
}
