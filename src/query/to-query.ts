// What a clause means → what it asks of a notice: aspects, things, kinds, and what ties it to the notice.
import type { KindOfThing, Library, Thing } from '../knowledge/library.js'
import type { Notice } from '../knowledge/notice.js'
import { REACH, SAYS, TELLING_NUMBER } from '../tuning.js'
import type { AspectMatch } from './aspect-match.js'
import { denies } from './denial.js'
import { echoes } from './echo.js'
import { exceptedIn } from './exception.js'
import { matchAspects } from './match-aspects.js'
import { type Meaning, type Mention, unexplainedShare } from './meaning.js'
import type { DayMention, NumberMention } from './numbers.js'
import type { Anchor, Query } from './query.js'
import { resolveThings } from './resolve-things.js'
import { hasCue } from './token.js'

/** Whether a clause names or asks anything of a notice. */
export function hasContent(meaning: Meaning, library: Library, notice: Notice): boolean {
  return (
    meaning.mentions.some((m) => m.things.some((t) => !t.whole)) ||
    meaning.kinds.length > 0 ||
    matchAspects(meaning, library, notice.id).length > 0
  )
}

export function toQuery(meaning: Meaning, library: Library, notice: Notice): Query {
  const matched = matchAspects(meaning, library, notice.id)
  const named = meaning.mentions
    .map((mention) => ({ ...mention, things: mention.things.filter((thing) => thing.notice.id === notice.id) }))
    .map((mention): Mention => (saysOpening(mention) ? { ...mention, how: 'loose' } : mention))
    .filter((mention) => mention.things.length > 0 && !isDenied(mention, meaning) && !meansKind(mention))
  const opening = matched.some(({ aspect, rule, stands }) => aspect.id === 'hours' && (stands || rule.needs.includes('opening')))
  const mentions = named.filter((mention) => !yields(mention, named) && !(opening && isOfWhole(mention, named)))
  const wholes = mentions.filter((mention) => mention.things.every((thing) => thing.whole))
  const kinds = kindsOf(meaning, library, notice)
  // Greetings are small talk only where nothing else is said.
  const serious = matched.filter(({ aspect }) => aspect.op !== 'help')
  const aspects = serious.length > 0 || mentions.some((mention) => mention.how !== 'loose') || kinds.length > 0 ? serious : matched
  const things = resolveThings(mentions, aspects, kinds)
  const excepted = exceptedIn(meaning.tokens, mentions)
  return {
    notice,
    aspects,
    things,
    own: things,
    excepted: things.filter((thing) => excepted.some((mention) => mention.things.includes(thing))),
    calls: new Map(mentions.flatMap(({ things, token }) => things.map((thing): [string, string] => [thing.id, token.as ?? token.text]))),
    loosely: new Set(mentions.filter(({ how }) => how === 'loose').flatMap(({ things }) => things.map((thing) => thing.id))),
    whole: wholes.length > 0,
    wholes: [...new Set(wholes.flatMap((mention) => mention.things))],
    kinds,
    cues: meaning.cues,
    denied: denies(meaning.tokens),
    numbers: meaning.numbers,
    tally: meaning.tally,
    counted: meaning.counted,
    days: meaning.days,
    editions: meaning.editions,
    unknown: meaning.unknown,
    unexplained: unexplainedShare(meaning.unknown, meaning.known),
    known: meaning.known,
    content: meaning.content,
    anchor: anchorOf(meaning, mentions, kinds, aspects, library, notice),
    mended: meaning.mended,
    another: !wholes.some(({ how }) => how !== 'loose') && namesAnother(meaning, notice, library),
    around: 0,
    inherited: { aspects: false, things: false },
  }
}

function anchorOf(
  meaning: Meaning,
  mentions: readonly Mention[],
  kinds: readonly KindOfThing[],
  aspects: readonly AspectMatch[],
  library: Library,
  notice: Notice,
): Anchor {
  const whole = mentions.some((mention) => mention.things.every((thing) => thing.whole))
  const specific = mentions.some((mention) => mention.things.some((thing) => !thing.whole))
  // Kinds of applicant (a city, a company) and names of participants are everybody's words: they do not tie a question to this notice.
  const own = mentions.filter((mention) => mention.things.some((thing) => thing.role !== 'applicant' && thing.role !== 'participant'))
  if (own.some((mention) => mention.how !== 'loose') || (whole && specific)) return 'firm'
  const anothers = mentions.length > 0 && kinds.length === 0 && mentions.every((mention) => isAnothers(mention, meaning))
  if (anothers) return 'none'
  // "may … apply" is asked of calls and of little else.
  const applying = aspects.some(({ aspect, weight }) => aspect.op === 'eligibility' && weight >= SAYS.applying)
  if (
    applying ||
    aspects.some(({ aspect, stands, rule }) => !stands && aspect.bound && !rule.needs.every((need) => OF_PARTICIPANTS.has(need)))
  )
    return 'bound'
  const dated = meaning.numbers.some((number) => number.year && isYearOf(number.value, library, notice))
  const counted = meaning.numbers.some((number) => number.kind?.notice.id === notice.id)
  if (counted || (kinds.length > 0 && (whole || specific))) return 'firm'
  const standsIn = aspects.some(({ stands }) => stands?.bound)
  return mentions.length > 0 || kinds.length > 0 || dated || standsIn || (aspects[0]?.weight ?? 0) >= SAYS.alone ? 'loose' : 'none'
}

/** A common word for the notice, in Chinese behind a word that nothing explains and at most one between them: another's notice or list. */
function isAnothers({ things, how, token }: Mention, { tokens, unknown }: Meaning): boolean {
  if (how !== 'loose' || !things.every((thing) => thing.whole)) return false
  const at = tokens.indexOf(token)
  const before = tokens.slice(Math.max(0, at - 2), at).filter((other) => HAN.test(other.text))
  const touching = before.every((other, i) => other.to === (before[i + 1] ?? token).from)
  return HAN.test(token.text) && touching && before.some((other) => unknown.some((word) => word.endsWith(other.text)))
}

/**
 * In Chinese a word of two characters or more that nothing explains, right before the word for a kind of item or a topic's name: another
 * university, another's interview. Not behind "that" or "those", which point at what was spoken of, nor where a fact about it has the word.
 */
function namesAnother({ tokens, unknown }: Meaning, notice: Notice, library: Library): boolean {
  return tokens.some((token, i) => {
    const before = tokens[i - 1]
    if (!before || before.to !== token.from || !HAN.test(token.text)) return false
    const word = unknown.find((one) => one.length > 1 && one.endsWith(before.text))
    if (!word || tokens.slice(0, i).some(({ senses }) => senses.some(({ id }) => id === 'it'))) return false
    return token.senses.some(({ kind, id }) => {
      const topic = kind === 'thing' ? library.things.get(id) : undefined
      if (topic) return topic.entry.kind === 'topic' && !topic.whole && !library.of(id).some((fact) => echoes(word, fact))
      return kind === 'kind' && notice.kinds.get(id.slice(notice.id.length + 1))?.role === 'item'
    })
  })
}

const HAN = /\p{Script=Han}/u

/** A rule of these alone is met by names that are everybody's: a city and "is it?" show nothing of a notice. */
const OF_PARTICIPANTS: ReadonlySet<string> = new Set(['@participant', '#participant', 'yesno', 'which', 'what', 'howmany'])

function isYearOf(year: number, library: Library, notice: Notice): boolean {
  return library.years(notice.id).has(year)
}

/** The kinds that are named, else those that a number of the notice stands for. */
function kindsOf(meaning: Meaning, library: Library, notice: Notice): KindOfThing[] {
  const named = meaning.kinds.filter((kind) => kind.notice.id === notice.id)
  if (named.length > 0) return named
  const counts = meaning.numbers
    .filter((number) => number.value >= TELLING_NUMBER && !number.year)
    .flatMap((number) => library.counted(notice.id, number.value))
  return [...new Set(counts.flatMap((fact) => fact.entry.about.flatMap((id) => library.kinds.get(`${notice.id}/${id}`) ?? [])))].slice(0, 1)
}

/** A word that may mean a topic, and is what a whole kind is called: which practices, which cases. */
function meansKind({ how, things, token }: Mention): boolean {
  return how === 'loose' && things.every((thing) => thing.entry.kind === 'topic') && token.senses.some((sense) => sense.kind === 'kind')
}

/** A word that may mean one of the types that one applies for does not beside one that is named outright: "a table for a food stall". */
function yields({ how, things }: Mention, mentions: readonly Mention[]): boolean {
  const isBeside = (thing: Thing): boolean =>
    mentions.some((other) => other.how !== 'loose' && other.things.some(({ entry }) => entry.kind === thing.entry.kind))
  return how === 'loose' && things.every((thing) => thing.role === 'track' && isBeside(thing))
}

/** A word of opening that is a topic's name, too: everybody's word. */
function saysOpening({ things, token }: Mention): boolean {
  return hasCue(token, 'opening') && things.every((thing) => thing.entry.kind === 'topic' && !thing.whole)
}

/** "when does the library close?": where the whole is named such a word only says what is asked of it. */
function isOfWhole(mention: Mention, mentions: readonly Mention[]): boolean {
  return saysOpening(mention) && mentions.some((other) => other.how !== 'loose' && other.things.every((thing) => thing.whole))
}

/** "no company", 没有公司: an applicant that is denied is not the one who asks. */
function isDenied(mention: Mention, meaning: Meaning): boolean {
  if (!mention.things.every((thing) => thing.role === 'applicant')) return false
  const at = meaning.tokens.indexOf(mention.token)
  return meaning.tokens.slice(Math.max(0, at - REACH.denial), at).some((token) => token.text === '没' || hasCue(token, 'not'))
}

/** Numbers and kinds of earlier clauses count where the clause that asks has none of its own. */
export function withContext(
  query: Query,
  numbers: readonly NumberMention[],
  kinds: readonly KindOfThing[],
  days: readonly DayMention[] = [],
): Query {
  const bare = query.kinds.length + query.things.length === 0 && !query.whole
  return {
    ...query,
    numbers: query.numbers.length > 0 ? query.numbers : numbers,
    days: query.days.length > 0 ? query.days : days,
    kinds: bare ? kinds : query.kinds,
  }
}
