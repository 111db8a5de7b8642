// A message, with what the conversation was about → the questions that it asks, each resolved to aspects and things of a notice.
import type { Lang, Memory } from '../answer.js'
import type { KindOfThing, Library, Thing } from '../knowledge/library.js'
import type { Notice } from '../knowledge/notice.js'
import { inherit } from './follow-up.js'
import { languageOf } from './language.js'
import { type AspectMatch, matchAspects } from './match-aspects.js'
import { type Meaning, type Mention, meaningOf, type NumberMention, unexplainedShare } from './meaning.js'
import { chooseNotice } from './notice-of.js'
import { type ReadClause, readMessage } from './read-message.js'
import type { Token } from './read-terms.js'
import { resolveThings } from './resolve-things.js'
import type { Sense } from './terms.js'

/** One thing asked, as far as it was understood. */
export interface Query {
  readonly notice: Notice
  readonly aspects: readonly AspectMatch[]
  /** Things that the question is about, without those that stand for the whole. */
  readonly things: readonly Thing[]
  /** Those of them that this very clause names. */
  readonly own: readonly Thing[]
  /** The notice as a whole is named. */
  readonly whole: boolean
  /** By which of the things that stand for it. */
  readonly wholes: readonly Thing[]
  readonly kinds: readonly KindOfThing[]
  /** How it is asked: who, howmany, yesno, … */
  readonly cues: ReadonlySet<string>
  readonly numbers: readonly NumberMention[]
  readonly unknown: readonly string[]
  /** Share that nothing explains, 0 to 1. */
  readonly unexplained: number
  /** Weight of what is explained, and the words that carry content: what a fact's own words are held against. */
  readonly known: number
  readonly content: readonly string[]
  readonly anchor: Anchor
  readonly mended: boolean
  /** Share of the whole message that nothing explains. */
  readonly around: number
  /** What was taken over from the conversation. */
  readonly inherited: { readonly aspects: boolean; readonly things: boolean }
}

/**
 * What ties a question to the notice: a name that only it has (firm), an aspect that only notices have (bound), a word that may be
 * meant for it (loose), or nothing.
 */
export type Anchor = 'firm' | 'bound' | 'loose' | 'none'

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
  const { normalised, clauses } = readMessage(raw, library)
  const pinyin = clauses.some(({ tokens }) => tokens.some((token) => token.as !== undefined && /^\p{Script=Han}/u.test(token.as) && /^[a-z]/.test(token.text)))
  const lang = languageOf(raw.slice(0, 4096).normalize('NFKC'), pinyin, memory?.lang, locale)
  const meanings = gather(clauses, library)
  const notice = chooseNotice(meanings, library, memory, only)
  if (!notice) return { normalised, lang, meanings, queries: [] }
  const queries: Query[] = []
  let before: Memory | undefined = memory?.notice === undefined || memory.notice === notice.id ? memory : undefined
  let context: Thing[] = []
  let numbers: readonly NumberMention[] = []
  let kinds: readonly KindOfThing[] = []
  const around = unexplainedShare(meanings.flatMap((meaning) => meaning.unknown), meanings.reduce((sum, meaning) => sum + meaning.known, 0))
  const asking = meanings.some((meaning) => asks(meaning) && hasContent(meaning, library, notice))
  for (const meaning of meanings) {
    const own = toQuery(meaning, library, notice)
    if (asking && !asks(meaning)) {
      context = [...own.things, ...context]
      numbers = [...numbers, ...own.numbers]
      kinds = own.kinds.length > 0 ? own.kinds : kinds
      continue
    }
    const query = inherit(withContext(own, numbers, kinds), context, before, library)
    queries.push({ ...query, around })
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
  const inverted = meaning.tokens.find((token) => !token.senses.every((s) => s.kind === 'filler'))
  return meaning.tokens.some((token) => (token === inverted || /\p{Script=Han}/u.test(token.text)) && token.senses.some((s) => s.kind === 'cue' && (s.id === 'yesno' || s.id === 'can')))
}

function hasContent(meaning: Meaning, library: Library, notice: Notice): boolean {
  return meaning.mentions.some((m) => m.things.some((t) => !t.whole)) || meaning.kinds.length > 0 || matchAspects(meaning, library, notice.id).length > 0
}

/** Meanings of the clauses. A clause that only tags another ("对吗?", "right?", "谢谢") is joined to the one before it; without a question in any of them all are one. */
function gather(clauses: readonly ReadClause[], library: Library): Meaning[] {
  const groups: { tokens: Token[]; asked: boolean }[] = []
  for (const { tokens, asked } of clauses.flatMap((clause) => splitAtJoints(clause))) {
    const last = groups.at(-1)
    if (last && !last.asked && isException(last.tokens)) {
      // "除了政府之外, who else?": the exception belongs to the question that follows.
      groups[groups.length - 1] = { tokens: join(last.tokens, tokens), asked }
    } else if (last && isTag(tokens, library)) {
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

function isTag(tokens: readonly Token[], library: Library): boolean {
  const says = (s: Sense): boolean => s.kind === 'filler' || (s.kind === 'cue' && TAG_CUES.has(s.id)) || (s.kind === 'thing' && library.things.get(s.id)?.whole === true)
  return tokens.length <= 6 && tokens.every((token) => token.senses.length > 0 && token.senses.every(says))
}
const TAG_CUES = new Set(['list', 'summary', 'all', 'yesno', 'not', 'also', 'it', 'thank', 'what', 'can', 'andwhat', 'correction', 'must', 'greet', 'among', 'notice', 'article', 'members', 'require'])

/** A clause that begins with "besides" or 除了 and asks nothing itself. */
function isException(tokens: readonly Token[]): boolean {
  return tokens.length <= 6 && tokens[0]?.senses.some((s) => s.kind === 'cue' && s.id === 'only') === true
}

const JOINTS = new Set(['and', '和', '以及', '还有', '并', '及', '跟', '另外', 'also', 'plus', '且'])

/** "who leads it and when does it end" asks twice: a clause is split at a conjunction when both sides have a question word. */
function splitAtJoints({ tokens, asked }: { readonly tokens: readonly Token[]; readonly asked: boolean }): { tokens: readonly Token[]; asked: boolean }[] {
  const hasWord = (part: readonly Token[]): boolean => part.some((token) => token.senses.some((s) => s.kind === 'cue' && (QUESTION_WORDS as readonly string[]).includes(s.id)))
  for (const [i, token] of tokens.entries()) {
    const paused = i > 0 && token.from > (tokens[i - 1] as Token).to
    if (!paused && !JOINTS.has(token.text)) continue
    const [left, right] = [tokens.slice(0, i), tokens.slice(paused ? i : i + 1)]
    if (hasWord(left) && hasWord(right)) return [{ tokens: left, asked: true }, ...splitAtJoints({ tokens: right, asked })]
  }
  return [{ tokens, asked }]
}

function join(first: readonly Token[], second: readonly Token[]): Token[] {
  const offset = (first.at(-1)?.to ?? 0) + 1
  return [...first, ...second.map((token) => ({ ...token, from: token.from + offset, to: token.to + offset }))]
}

function toQuery(meaning: Meaning, library: Library, notice: Notice): Query {
  const matched = matchAspects(meaning, library, notice.id)
  const mentions = meaning.mentions
    .map((mention) => ({ ...mention, things: mention.things.filter((thing) => thing.notice.id === notice.id) }))
    .filter((mention) => mention.things.length > 0 && !isDenied(mention, meaning))
  const wholes = mentions.filter((mention) => mention.things.every((thing) => thing.whole))
  const kinds = kindsOf(meaning, library, notice)
  // Greetings are small talk only where nothing else is said.
  const serious = matched.filter(({ aspect }) => aspect.op !== 'help')
  const aspects = serious.length > 0 || mentions.some((mention) => mention.how !== 'loose') || kinds.length > 0 ? serious : matched
  const things = resolveThings(mentions, aspects, kinds)
  return {
    notice,
    aspects,
    things,
    own: things,
    whole: wholes.length > 0,
    wholes: [...new Set(wholes.flatMap((mention) => mention.things))],
    kinds,
    cues: meaning.cues,
    numbers: meaning.numbers,
    unknown: meaning.unknown,
    unexplained: unexplainedShare(meaning.unknown, meaning.known),
    known: meaning.known,
    content: meaning.content,
    anchor: anchorOf(meaning, mentions, kinds, aspects, library, notice),
    mended: meaning.mended,
    around: 0,
    inherited: { aspects: false, things: false },
  }
}

function anchorOf(meaning: Meaning, mentions: readonly Mention[], kinds: readonly KindOfThing[], aspects: readonly AspectMatch[], library: Library, notice: Notice): Anchor {
  const whole = mentions.some((mention) => mention.things.every((thing) => thing.whole))
  const specific = mentions.some((mention) => mention.things.some((thing) => !thing.whole))
  // Kinds of applicant (a city, a company) are everybody's words: they do not tie a question to this notice.
  const own = mentions.filter((mention) => mention.things.some((thing) => thing.role !== 'applicant'))
  if (own.some((mention) => mention.how !== 'loose') || (whole && specific)) return 'firm'
  // "may … apply" is asked of calls and of little else.
  const applying = aspects.some(({ aspect, weight }) => aspect.op === 'eligibility' && weight >= APPLYING)
  if (applying || aspects.some(({ aspect }) => aspect.bound)) return 'bound'
  const dated = meaning.numbers.some((number) => number.year && isYearOf(number.value, library, notice))
  const counted = meaning.numbers.some((number) => number.kind?.notice.id === notice.id)
  if (counted || (kinds.length > 0 && (whole || specific))) return 'firm'
  return mentions.length > 0 || kinds.length > 0 || dated || (aspects[0]?.weight ?? 0) >= 1.2 ? 'loose' : 'none'
}

function isYearOf(year: number, library: Library, notice: Notice): boolean {
  return library.years(notice.id).has(year)
}

/** Smallest number that by itself stands for what it counts: "those 18" are the departments; a 4 may be anything. */
const TELLING_NUMBER = 10

/** The kinds that are named, else those that a number of the notice stands for. */
function kindsOf(meaning: Meaning, library: Library, notice: Notice): KindOfThing[] {
  const named = meaning.kinds.filter((kind) => kind.notice.id === notice.id)
  if (named.length > 0) return named
  const counts = meaning.numbers.filter((number) => number.value >= TELLING_NUMBER && !number.year).flatMap((number) => library.counted(notice.id, number.value))
  return [...new Set(counts.flatMap((fact) => fact.entry.about.flatMap((id) => library.kinds.get(`${notice.id}/${id}`) ?? [])))].slice(0, 1)
}

/** Weight from which the words of eligibility are more than a stray "apply". */
const APPLYING = 1.1

/** How many words before a thing a denial may stand: 没(有)注册公司. */
const DENIAL_REACH = 3

/** "no company", 没有公司: an applicant that is denied is not the one who asks. */
function isDenied(mention: Mention, meaning: Meaning): boolean {
  if (!mention.things.every((thing) => thing.role === 'applicant')) return false
  const at = meaning.tokens.indexOf(mention.token)
  return meaning.tokens.slice(Math.max(0, at - DENIAL_REACH), at).some((token) => token.text === '没' || token.senses.some((sense) => sense.kind === 'cue' && sense.id === 'not'))
}

/** Numbers and kinds of earlier clauses count where the clause that asks has none of its own. */
function withContext(query: Query, numbers: readonly NumberMention[], kinds: readonly KindOfThing[]): Query {
  const bare = query.kinds.length + query.things.length === 0 && !query.whole
  return { ...query, numbers: query.numbers.length > 0 ? query.numbers : numbers, kinds: bare ? kinds : query.kinds }
}
