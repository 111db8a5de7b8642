// A message, with what the conversation was about → the questions that it asks, each resolved to aspects and things of a notice.
import type { Lang, Memory } from '../answer.js'
import type { KindOfThing, Library, Thing } from '../knowledge/library.js'
import type { Notice } from '../knowledge/notice.js'
import { toClauses } from './clauses.js'
import { inherit } from './follow-up.js'
import { languageOf } from './language.js'
import { type AspectMatch, matchAspects } from './match-aspects.js'
import { type Meaning, meaningOf, type NumberMention } from './meaning.js'
import { normalise } from './normalise.js'
import { chooseNotice } from './notice-of.js'
import { readTerms, type Token } from './read-terms.js'
import { resolveThings } from './resolve-things.js'
import { toUnits } from './units.js'

/** One thing asked, as far as it was understood. */
export interface Query {
  readonly notice: Notice
  readonly aspects: readonly AspectMatch[]
  /** Things that the question is about, without those that stand for the whole. */
  readonly things: readonly Thing[]
  /** The notice as a whole is named. */
  readonly whole: boolean
  readonly kinds: readonly KindOfThing[]
  /** How it is asked: who, howmany, yesno, … */
  readonly cues: ReadonlySet<string>
  readonly numbers: readonly NumberMention[]
  readonly unknown: readonly string[]
  readonly unexplained: number
  /** Whether something in it can only be meant for this notice (firm), may be (loose), or nothing. */
  readonly anchor: 'firm' | 'loose' | 'none'
  readonly mended: boolean
  /** What was taken over from the conversation. */
  readonly inherited: { readonly aspects: boolean; readonly things: boolean }
}

export interface Understanding {
  readonly normalised: string
  readonly lang: Lang
  readonly meanings: readonly Meaning[]
  readonly queries: readonly Query[]
}

export interface Circumstances {
  readonly memory?: Memory | undefined
  readonly locale?: Lang | undefined
  readonly notice?: string | undefined
}

export function understand(raw: string, library: Library, { memory, locale, notice: only }: Circumstances): Understanding {
  const normalised = normalise(raw)
  const clauses = toClauses(toUnits(normalised)).map(({ units, asked }) => ({ tokens: readTerms(units, library.terms), asked }))
  const pinyin = clauses.some(({ tokens }) => tokens.some((token) => token.as !== undefined && /^\p{Script=Han}/u.test(token.as) && /^[a-z]/.test(token.text)))
  const lang = languageOf(raw.slice(0, 4096).normalize('NFKC'), pinyin, memory?.lang, locale)
  const meanings = gather(clauses, library)
  const notice = chooseNotice(meanings, library, memory, only)
  if (!notice) return { normalised, lang, meanings, queries: [] }
  const queries: Query[] = []
  let before: Memory | undefined = memory?.notice === undefined || memory.notice === notice.id ? memory : undefined
  let context: Thing[] = []
  const asking = meanings.some((meaning) => asks(meaning) && hasContent(meaning, library, notice))
  for (const meaning of meanings) {
    const own = toQuery(meaning, library, notice)
    if (asking && !asks(meaning)) {
      context = [...own.things, ...context]
      continue
    }
    const query = inherit(own, context, before, library)
    queries.push(query)
    context = [...query.things, ...context.filter((thing) => !query.things.includes(thing))]
    before = rememberedQuery(query, lang, before)
  }
  return { normalised, lang, meanings, queries }
}

/** What a query leaves behind for the next one of the same message. */
function rememberedQuery(query: Query, lang: Lang, before: Memory | undefined): Memory {
  return {
    lang,
    notice: query.notice.id,
    aspects: query.aspects.map(({ aspect }) => aspect.id),
    things: query.things.map((thing) => thing.id),
    named: before?.named ?? [],
    facts: before?.facts ?? [],
    modes: [...query.cues],
  }
}

const QUESTION_WORDS = ['who', 'which', 'what', 'when', 'where', 'how', 'why', 'howmany', 'howlong', 'list', 'remaining', 'difference', 'ago'] as const

function asks(meaning: Meaning): boolean {
  if (meaning.asked || QUESTION_WORDS.some((cue) => meaning.cues.has(cue))) return true
  return meaning.tokens.some((token) => /\p{Script=Han}/u.test(token.text) && token.senses.some((s) => s.kind === 'cue' && (s.id === 'yesno' || s.id === 'can')))
}

function hasContent(meaning: Meaning, library: Library, notice: Notice): boolean {
  return meaning.mentions.some((m) => m.things.some((t) => !t.whole)) || meaning.kinds.length > 0 || matchAspects(meaning, library, notice.id).length > 0
}

/** Meanings of the clauses. A clause that only tags another ("对吗?", "right?", "谢谢") is joined to the one before it; without a question in any of them all are one. */
function gather(clauses: readonly { tokens: readonly Token[]; asked: boolean }[], library: Library): Meaning[] {
  const groups: { tokens: Token[]; asked: boolean }[] = []
  for (const { tokens, asked } of clauses) {
    const last = groups.at(-1)
    if (last && isTag(tokens)) {
      last.tokens = join(last.tokens, tokens)
      last.asked ||= asked
    } else groups.push({ tokens: [...tokens], asked })
  }
  const meanings = groups.map(({ tokens, asked }) => meaningOf(tokens, asked, library))
  if (meanings.length > 1 && !meanings.some(asks)) {
    return [meaningOf(groups.map((group) => group.tokens).reduce(join), false, library)]
  }
  return meanings
}

function isTag(tokens: readonly Token[]): boolean {
  return tokens.length <= 4 && tokens.every((token) => token.senses.length > 0 && token.senses.every((s) => s.kind === 'filler' || (s.kind === 'cue' && TAG_CUES.has(s.id))))
}
const TAG_CUES = new Set(['yesno', 'not', 'also', 'it', 'thank', 'what', 'can', 'andwhat', 'correction', 'must', 'greet'])

function join(first: readonly Token[], second: readonly Token[]): Token[] {
  const offset = (first.at(-1)?.to ?? 0) + 1
  return [...first, ...second.map((token) => ({ ...token, from: token.from + offset, to: token.to + offset }))]
}

function toQuery(meaning: Meaning, library: Library, notice: Notice): Query {
  const aspects = matchAspects(meaning, library, notice.id)
  const mentions = meaning.mentions
    .map((mention) => ({ ...mention, things: mention.things.filter((thing) => thing.notice.id === notice.id) }))
    .filter((mention) => mention.things.length > 0)
  const wholes = mentions.filter((mention) => mention.things.every((thing) => thing.whole))
  const kinds = meaning.kinds.filter((kind) => kind.notice.id === notice.id)
  const firm = mentions.some((mention) => mention.how !== 'loose') || mentions.length > 1 || aspects.some(({ aspect }) => aspect.bound)
  return {
    notice,
    aspects,
    things: resolveThings(mentions, aspects, kinds),
    whole: wholes.length > 0,
    kinds,
    cues: meaning.cues,
    numbers: meaning.numbers,
    unknown: meaning.unknown,
    unexplained: meaning.unexplained,
    anchor: firm ? 'firm' : mentions.length > 0 || kinds.length > 0 ? 'loose' : 'none',
    mended: meaning.mended,
    inherited: { aspects: false, things: false },
  }
}
