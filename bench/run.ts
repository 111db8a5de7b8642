// One whole run: every size, every engine, then long messages and the cold start.
import { cpus, loadavg } from 'node:os'
import type { Notice } from '../src/knowledge/notice.js'
import type { Language } from '../src/language/language.js'
import type { Asked, Build } from './ask.js'
import { type ColdStart, measureColdStart } from './cold-start.js'
import { flexSearch, fuse, miniSearch, toRows } from './competitors.js'
import { type Drawing, measureDrawing } from './figures.js'
import { generateNotices, namesOf } from './generate-notice.js'
import { generateQuestions } from './generate-questions.js'
import { HEAP_METHOD } from './heap.js'
import { type Hostile, measureHostile } from './hostile.js'
import { type LongMessage, measureLong } from './long-message.js'
import { type Effort, type Measured, measure } from './measure.js'
import type { Options } from './options.js'
import { ours } from './ours.js'
import { measurePacks, type Packs } from './packs.js'
import { REAL_QUESTIONS } from './questions.js'
import { compareAnswers, type Sameness } from './sameness.js'

export interface SizeResult extends Measured {
  readonly facts: number
  readonly notices: number
  readonly sameness: Sameness
  readonly others: readonly Measured[]
}

export interface Results {
  readonly date: string
  readonly node: string
  readonly machine: { readonly cpu: string; readonly cores: number; readonly load: number }
  readonly heap_method: string
  readonly sizes: readonly SizeResult[]
  readonly long_message: { readonly facts: number; readonly short_ms: number; readonly long: readonly LongMessage[] }
  readonly hostile: Hostile
  /** The first assistant of the process: the words of the language, which later ones copy, and the real notices. */
  readonly first_build_ms: number
  readonly cold_start: ColdStart
  readonly drawing: Drawing
  readonly packs: Packs
}

/** Beyond this many facts fuse.js takes seconds a question. */
const FUSE_FACTS = 10_000
const GENERATED_QUESTIONS = 40

export function run(
  language: Language,
  real: readonly Notice[],
  people: readonly Asked[],
  options: Options,
  say: (line: string) => void,
): Results {
  const effort: Effort = options.quick ? { milliseconds: 2000, rounds: 10 } : { milliseconds: 10_000, rounds: 50 }
  const load = Math.round((loadavg()[0] ?? 0) * 10) / 10
  const started = performance.now()
  ours(language, real)()
  const first_build_ms = Math.round(performance.now() - started)
  const sizes = options.sizes.map((facts) => runSize(facts, language, real, people, options, effort, say))
  const smallest = options.sizes[0] ?? 0
  say('long messages, hostile texts and cold start …')
  const words = [...[...language.cues.values()].flat(), ...language.fillers].map(({ text }) => text)
  return {
    date: new Date().toISOString(),
    node: process.version,
    machine: { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, load },
    heap_method: HEAP_METHOD,
    sizes,
    long_message: { facts: smallest, ...measureLong(ours(language, among(real, generateNotices(smallest, real))), REAL_QUESTIONS) },
    hostile: measureHostile(ours(language, real), people, [...words, ...real.flatMap(namesOf)]),
    first_build_ms,
    cold_start: measureColdStart(options.quick ? 10 : 20, REAL_QUESTIONS[0]?.text ?? ''),
    drawing: measureDrawing(language, real),
    packs: measurePacks(),
  }
}

function runSize(
  facts: number,
  language: Language,
  real: readonly Notice[],
  people: readonly Asked[],
  options: Options,
  effort: Effort,
  say: (line: string) => void,
): SizeResult {
  const own = real.reduce((sum, notice) => sum + notice.facts.size, 0)
  const generated = generateNotices(Math.max(0, facts - own), real)
  const notices = among(real, generated)
  const questions: Asked[] = [...people, ...REAL_QUESTIONS, ...generateQuestions(generated, GENERATED_QUESTIONS)]
  const time = (build: Build, work: Effort): Measured => {
    const measured = measure(build, questions, work)
    say(`${facts} facts: ${measured.engine} …`)
    return measured
  }
  const mine = time(ours(language, notices), effort)
  const others: Measured[] = []
  if (!options.alone) {
    const rows = toRows(notices, language)
    others.push(time(flexSearch(rows), effort), time(miniSearch(rows), effort))
    if (facts <= FUSE_FACTS || options.full)
      others.push(time(fuse(rows), { milliseconds: 0, rounds: 1, questions: options.quick || facts > 1000 ? 12 : 60 }))
  }
  return {
    ...mine,
    facts,
    notices: notices.length,
    sameness: compareAnswers(ours(language, real), ours(language, notices), questions),
    others,
  }
}

/** The real notices in the midst of the others: being the first of them is no advantage. */
function among(real: readonly Notice[], generated: readonly Notice[]): Notice[] {
  const middle = Math.floor(generated.length / 2)
  return [...generated.slice(0, middle), ...real, ...generated.slice(middle)]
}
