// Facts that no question of their own reaches: what the knowledge says, and nobody can find out by asking.
import type { Assistant } from '../../assistant.js'
import { ASKED_IN, questionsOf, reaching } from '../../questions-of.js'
import type { NoticeFiles } from '../files.js'
import type { Problem } from '../notice.js'
import { quote } from '../wording.js'

const TONGUE = { 'zh-Hans': 'Chinese', en: 'English' } as const

export function lintReachable(notice: string, { facts }: NoticeFiles, assistant: Assistant): Problem[] {
  const { library } = assistant
  return [...(library.notices.get(notice)?.facts.keys() ?? [])].flatMap((id, i) => {
    const fact = library.facts.get(`${notice}/${id}`)
    if (!fact) return []
    const lost = ASKED_IN.filter((lang) => reaching(fact, lang, assistant, 1).length === 0)
    const [lang] = lost
    if (lang === undefined) return []
    const asked = questionsOf(fact, lang, library)[0] ?? ''
    const tongue = lost.map((one) => TONGUE[one]).join(' or ')
    return [
      facts.at(
        [i, 'id'],
        `no question in ${tongue} reaches this fact (asked: ${quote(asked)}); name under about what people ask about, and under aspect what they want to know of it`,
      ),
    ]
  })
}
