// Every number that decides how questions are read and answered, on one screen.

/** Longest message that is read, in UTF-16 units; of a longer one the beginning and the end. */
export const LONGEST_MESSAGE = 4096
/** Of a long message about so many units (Chinese characters, words) are read: the parts that ask, then the last, then the first. */
export const LONGEST_READING = 100

/** Cost of reading a unit or a term in one way; the cheapest reading of a clause wins. */
export const COST = {
  /** A Chinese character, or a word, that no term explains. */
  unknownHan: 1,
  unknownWord: 1.5,
  unknownNumber: 0.3,
  /** Each term costs a little, so that one long term beats two short ones. */
  thing: 0.19,
  cue: 0.2,
  filler: 0.21,
  /** A Chinese content word of a single character is often a part of another word. */
  singleHan: 0.3,
  /** A term found by sound or by repair, and each character that was changed for it. */
  sound: 0.45,
  repaired: 0.5,
  changed: 0.3,
} as const

/** A repaired word may differ from the known one by this share (fuse.js score, 0 = equal). */
export const REPAIR_SCORE = 0.35
/** Shortest words that are repaired: shorter ones are too easily taken for one another. */
export const REPAIR_MIN = { word: 4, han: 4, pinyin: 5 } as const
/** A clause with more unknown units than this is not misspelt but foreign: nothing in it is repaired. */
export const MOST_REPAIRS = 16
/** Unknown units after which no further clause is mended: of a message that is read whole, and of one too long for that. */
export const MOST_REPAIRS_OF_ALL = { whole: 24, shortened: 8 } as const
/** How many candidates fuse.js compares at most. */
export const REPAIR_CANDIDATES = 24

/** A run of Latin letters is read as pinyin when this share of it is explained that way, and more than as English. */
export const PINYIN_SHARE = 0.7

/**
 * Weight of what a rule of aspects.yaml needs. Question words weigh little: they turn up in every question. The thing or kind that a
 * question names weighs less than a content word, so that a rule that only names them yields to one that says more.
 */
export function cueWeight(need: string): number {
  if (need === '@person') return 0.6
  if (need === '@activity') return 0.7
  if (need.startsWith('@')) return 0.3
  if (need.startsWith('#')) return 0.35
  return LIGHT_CUES.get(need) ?? 1
}
const LIGHT_CUES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    who: 0.3,
    which: 0.2,
    what: 0.2,
    when: 0.5,
    where: 0.5,
    how: 0.25,
    why: 0.8,
    howmany: 0.3,
    howlong: 0.9,
    timeline: 0.8,
    list: 0.3,
    yesno: 0.1,
    each: 0.1,
    all: 0.1,
    most: 0.3,
    least: 0.3,
    other: 0.1,
    both: 0.2,
    can: 0.5,
    must: 0.15,
    only: 0.15,
    not: 0.1,
    also: 0.05,
    andwhat: 0.05,
    it: 0.05,
    members: 0.35,
    among: 0.4,
    category: 0.6,
    type: 0.8,
    notice: 0.25,
    article: 0.3,
    summary: 0.5,
    manage: 0.6,
    lastday: 0.9,
    start: 0.5,
    region: 0.7,
    apply: 0.6,
    submit: 0.7,
    issue: 0.7,
    complete: 0.75,
    he: 0.05,
    back: 0.2,
    opening: 0.45,
    consequence: 0.8,
    identity: 0.8,
    interview: 0.75,
    role: 0.9,
    title: 0.9,
    source: 1.05,
    scope: 0.8,
    require: 0.5,
    first: 0.05,
    do: 0.8,
    startdate: 1.2,
    second: 0.05,
    third: 0.05,
    fourth: 0.05,
    year: 0.5,
    opinion: 1.1,
    say: 0.5,
    saidby: 2,
    result: 0.7,
    forbid: 0.95,
    deadline: 0.9,
    remaining: 0.9,
    over: 0.8,
    focus: 0.7,
    aim: 0.95,
    correction: 0,
    aside: 0,
    except: 0.1,
    shortlist: 1.1,
    display: 0.4,
    fulllist: 0.45,
    guide: 0.6,
    objection: 0.9,
  }),
)

/**
 * Several notices have read a message: what speaks for each. Being named alone (as a whole, by a common word for the whole, by a thing of
 * it), having been talked about (it, or one that belongs to it), and against one that follows another: that it does, and that nothing names it; against any:
 * words that it had to mend, and the share that it cannot explain. Nothing decides between `close` ones; answers less `apart` could be meant
 * as well.
 */
export const BETWEEN = {
  answered: 3,
  not_stated: 2,
  clarify: 1,
  help: 1,
  out_of_scope: 0,
  whole: 2.5,
  wholeLoosely: 1.2,
  named: 0.5,
  talkedOf: 1.5,
  related: 1,
  follower: -0.7,
  followerUnnamed: -3.5,
  mended: -0.25,
  close: 0.1,
  words: 0.2,
  apart: 4,
} as const

/** Up to this share of a question may stay unexplained for it to be answered, for what it names to count, for it to be one of ours. */
export const UNEXPLAINED = {
  answered: 0.34,
  loose: 0.25,
  bound: 0.42,
  anchored: 0.42,
  asker: 0.15,
  yes: 0.15,
  around: 0.4,
  topic: 0.5,
} as const
