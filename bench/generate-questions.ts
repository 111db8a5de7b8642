// Questions about generated things by their own names: the fact that answers each is known.
import type { Notice } from '../src/knowledge/notice.js'
import type { FactEntry, ThingEntry } from '../src/knowledge/schema.js'
import type { Asked } from './ask.js'
import { seeded } from './random.js'

/** How the aspects of generated facts are asked for; `a` is what the fact is about, `b` who says it. */
const FORMS: Readonly<Record<string, readonly ((a: ThingEntry, b: ThingEntry) => string)[]>> = {
  lead: [(a) => `${a.name.zh}由谁牵头？`, (a) => `Who leads ${a.name.en}?`, (a) => `${a.aliases.zh[0]}是哪个部门牵头的呀`],
  scope: [(a) => `${a.name.zh}的实施范围是什么？`, (a) => `What is the scope of ${a.name.en}?`],
  'completion-deadline': [(a) => `${a.name.zh}什么时候要完成？`, (a) => `By when must ${a.name.en} be completed?`],
  aim: [(a) => `${a.name.zh}的目标是什么？`, (a) => `what is the aim of ${a.name.en.toLowerCase()}`],
  opinion: [(a, b) => `${b.name.zh}怎么看${a.name.zh}？`, (a, b) => `What does ${b.name.en} think of ${a.name.en}?`],
  membership: [(a) => `${a.name.zh}包括哪些？`, (a) => `Which ones are in ${a.name.en}?`],
  eligibility: [(a) => `谁可以申报${a.name.zh}？`, (a) => `Who can apply for ${a.name.en}?`],
}

/** `count` questions, spread over the notices and over what can be asked of them. */
export function generateQuestions(notices: readonly Notice[], count: number, seed = 7): Asked[] {
  if (notices.length === 0) return []
  const random = seeded(seed)
  const aspects = Object.keys(FORMS)
  const questions: Asked[] = []
  for (let i = 0; questions.length < count && i < count * 20; i++) {
    const notice = random.pick(notices)
    const facts = [...notice.facts.values()].filter((fact) => fact.aspect[0] === aspects[i % aspects.length])
    if (facts.length === 0) continue
    const fact = random.pick(facts)
    const text = wording(fact, notice, i)
    if (text) questions.push({ text, expected: `${notice.id}/${fact.id}`, of: 'generated' })
  }
  return questions
}

function wording(fact: FactEntry, notice: Notice, i: number): string | null {
  const a = notice.things.get(fact.about[0] ?? '')
  const b = notice.things.get(fact.says) ?? a
  const forms = FORMS[fact.aspect[0] ?? ''] ?? []
  const form = forms[Math.floor(i / Object.keys(FORMS).length) % forms.length]
  return a && b && form ? form(a, b) : null
}
