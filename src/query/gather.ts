// Clauses → what they mean, with the clauses joined that ask one thing and those parted that ask two.
import type { Library } from '../knowledge/library.js'
import { type Meaning, meaningOf } from './meaning.js'
import type { Sense } from './terms.js'
import { hasCue, type Token } from './token.js'

const QUESTION_WORDS = [
  'who',
  'which',
  'what',
  'when',
  'where',
  'how',
  'why',
  'howmany',
  'howlong',
  'list',
  'remaining',
  'difference',
  'ago',
  'saidby',
  'region',
  'money',
  'howmuch',
] as const

/** "belongs" tells and "which category" asks, and both are cues of the category; so it is with the place: the words themselves decide. */
function asksItself(token: Token, library: Library): boolean {
  return (hasCue(token, 'category') || hasCue(token, 'place')) && library.language.asking.test(token.text)
}

/** Whether a clause asks something. */
export function asks(meaning: Meaning, library: Library): boolean {
  if (meaning.asked || QUESTION_WORDS.some((cue) => meaning.cues.has(cue))) return true
  if (meaning.tokens.some((token) => asksItself(token, library))) return true
  const inverted = meaning.tokens.find((token) => !token.senses.every((s) => s.kind === 'filler'))
  const last = meaning.tokens.at(-1)
  // 不 asks only at the end of a clause (能报不): elsewhere it denies.
  return meaning.tokens.some(
    (token) =>
      (token === inverted || /\p{Script=Han}/u.test(token.text)) &&
      (token.text !== '不' || token === last) &&
      (hasCue(token, 'yesno') || hasCue(token, 'can')),
  )
}

/** Whether a clause that seems to ask may as well tell: "companies may apply" has no mark and no word of a question. */
export function mayTell(meaning: Meaning): boolean {
  const asking = (cue: string): boolean => cue === 'yesno' || (QUESTION_WORDS as readonly string[]).includes(cue)
  return !meaning.asked && meaning.cues.has('apply') && ![...meaning.cues].some(asking)
}

/** Meanings of the clauses. A clause that only tags another ("对吗?", "right?", "谢谢") is joined to the one before it; without a question in any of them all are one. */
export function gather(clauses: readonly { tokens: readonly Token[]; asked: boolean }[], library: Library): Meaning[] {
  const groups: { tokens: Token[]; asked: boolean }[] = []
  for (const { tokens, asked } of clauses.flatMap((clause) => splitAtJoints(clause))) {
    const last = groups.at(-1)
    if (last && !last.asked && last.tokens.length > 1 && isRuleTag(tokens)) {
      // "…, is there any rule on that?": what it is about stands before.
      groups[groups.length - 1] = { tokens: join(last.tokens, tokens), asked }
    } else if (last && !last.asked && isException(last.tokens)) {
      // "除了政府之外, who else?": the exception belongs to the question that follows.
      groups[groups.length - 1] = { tokens: join(last.tokens, tokens), asked }
    } else if (last && isTag(tokens, library) && !asksFurther(tokens, last.tokens)) {
      last.tokens = join(last.tokens, tokens)
      last.asked ||= asked
    } else groups.push({ tokens: [...tokens], asked })
  }
  const meant = groups.filter(({ tokens }) => !isAside(tokens))
  if (meant.length > 0 && meant.length < groups.length) groups.splice(0, groups.length, ...meant)
  const meanings = groups.map(({ tokens, asked }) => meaningOf(tokens, asked, library))
  if (meanings.length > 1 && !meanings.some((meaning) => asks(meaning, library))) {
    return [meaningOf(groups.map((group) => group.tokens).reduce(join), false, library)]
  }
  return meanings
}

/** "I am not asking about …": says what is not asked. */
function isAside(tokens: readonly Token[]): boolean {
  return tokens.slice(0, 2).some((token) => hasCue(token, 'aside'))
}

function isTag(tokens: readonly Token[], library: Library): boolean {
  const says = (s: Sense): boolean =>
    s.kind === 'filler' || (s.kind === 'cue' && TAG_CUES.has(s.id)) || (s.kind === 'thing' && library.things.get(s.id)?.whole === true)
  return tokens.length <= 6 && tokens.every((token) => token.senses.length > 0 && token.senses.every(says))
}
/** "…, on which day?" after a question that asks for something else: asks twice. */
function asksFurther(tokens: readonly Token[], before: readonly Token[]): boolean {
  const words = (all: readonly Token[]): string[] =>
    all.flatMap((token) => token.senses.flatMap((s) => (s.kind === 'cue' && PRECISE_WORDS.includes(s.id) ? [s.id] : [])))
  const asked = words(before)
  return asked.length > 0 && words(tokens).some((cue) => !asked.includes(cue))
}
const PRECISE_WORDS = ['who', 'when', 'where', 'howlong', 'howmany', 'why', 'how']

const TAG_CUES = new Set([
  'list',
  'summary',
  'all',
  'yesno',
  'not',
  'also',
  'it',
  'thank',
  'what',
  'who',
  'which',
  'when',
  'where',
  'howmany',
  'can',
  'andwhat',
  'correction',
  'must',
  'greet',
  'among',
  'notice',
  'article',
  'members',
  'require',
])

/** "有什么规定吗": asks for a rule and does not say on what. */
function isRuleTag(tokens: readonly Token[]): boolean {
  const says = (s: Sense): boolean =>
    s.kind === 'filler' || (s.kind === 'cue' && ['require', 'which', 'what', 'yesno', 'can', 'members'].includes(s.id))
  const rule = tokens.some((token) => hasCue(token, 'require'))
  return rule && tokens.length <= 5 && tokens.every((token) => token.senses.length > 0 && token.senses.every(says))
}

/** A clause that begins with "besides" or 除了 and asks nothing itself. */
function isException(tokens: readonly Token[]): boolean {
  const [first] = tokens
  const asking = tokens.some((token) => QUESTION_WORDS.some((cue) => hasCue(token, cue)))
  return (
    !asking && ((tokens.length <= 6 && first !== undefined && hasCue(first, 'only')) || tokens.some((token) => hasCue(token, 'except')))
  )
}

const JOINTS = new Set(['and', '和', '以及', '还有', '并', '及', '跟', '另外', 'also', 'plus', '且'])

/** "who leads it and when does it end" asks twice: a clause is split at a conjunction when both sides have a question word. */
function splitAtJoints({
  tokens,
  asked,
}: {
  readonly tokens: readonly Token[]
  readonly asked: boolean
}): { tokens: readonly Token[]; asked: boolean }[] {
  const hasWord = (part: readonly Token[]): boolean => part.some((token) => QUESTION_WORDS.some((cue) => hasCue(token, cue)))
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
