// Every number that decides how questions are read and answered. Numbers that only bound memory stand beside what they bound.

/** Longest message that is read, in UTF-16 units; of a longer one the beginning and the end. */
export const LONGEST_MESSAGE = 4096
/** Of a long message about so many units (Chinese characters, words) are read: the parts that ask, then the last, then the first. */
export const LONGEST_READING = 100
/** What a clause counts for at least: each is a question to be answered, however short. And so many of them are always read. */
export const CLAUSES = { least: 5, few: 24 } as const

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

/**
 * A run of Latin letters is read as pinyin when this share of it is explained that way, and more than as English: of a run, and of sounds, of
 * so many letters at most. A word of which more than the last share are single syllables, which can spell any word, is not explained.
 */
export const PINYIN = { share: 0.7, longestRun: 120, longestSound: 36, single: 0.5 } as const

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

/** The weights of cues that have another than 1. */
const LIGHT_CUES: ReadonlyMap<string, number> = new Map(
  (
    [
      [0, 'correction aside'],
      [0.05, 'also andwhat it he first second third fourth'],
      [0.1, 'yesno each all other not except'],
      [0.15, 'must only'],
      [0.2, 'which what both back'],
      [0.25, 'how notice'],
      [0.3, 'who howmany list most least article'],
      [0.35, 'members'],
      [0.4, 'among display'],
      [0.45, 'opening fulllist'],
      [0.5, 'when where can summary start require year say'],
      [0.6, 'category manage apply guide'],
      [0.7, 'region submit issue result focus'],
      [0.75, 'complete interview'],
      [0.8, 'why timeline type consequence identity scope do over'],
      [0.9, 'howlong lastday role title deadline remaining objection'],
      [0.95, 'forbid aim'],
      [1.05, 'source'],
      [1.1, 'opinion shortlist'],
      [1.2, 'startdate'],
      [2, 'saidby'],
    ] as const
  ).flatMap(([weight, cues]) => cues.split(' ').map((cue) => [cue, weight] as const)),
)

/** From which weight on a cue, or the rule that an aspect is asked by, says so much: */
export const SAYS = {
  /** Something of what is asked. */
  something: 0.5,
  /** What a text may be searched for. */
  content: 0.6,
  /** What is asked, by itself. */
  ofItsOwn: 0.6,
  /** A further aspect beside those that other words have asked for. */
  further: 0.85,
  /** Of a rule: that it is asked who may apply, and not only something with "apply" in it. */
  applying: 1.1,
  /** Of a rule: that it may be asked of a notice, though nothing else ties it to one. */
  alone: 1.2,
} as const

/**
 * Several notices have read a message: what speaks for each. Being named alone (as a whole, by a common word for the whole, by a thing of
 * it), having been talked about (it, or one that belongs to it), and against one that follows another: that it does, and that nothing names it; against any:
 * words that it had to mend, the share that it cannot explain, and the share of several questions that it does not answer. Nothing decides between `close` ones; answers less `apart` could be meant
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
  unanswered: -1,
  /** What else may be unexplained where words, and no name alone, ask for what the later one answers. */
  words: 0.2,
  apart: 4,
} as const

/**
 * So many notices read a message at most; of more, those for which most speaks: a name, a common word and the word for a kind, that it was
 * talked about, and that it says something of what is asked.
 */
export const MEANT = { most: 8, name: 3, alias: 3, loose: 1, kind: 0.5, memory: 3, stating: 0.25 } as const

/** Smallest number that by itself stands for what it counts: "those 18" are the departments; a 4 may be anything. */
export const TELLING_NUMBER = 10

/** How many words a denial may stand before a thing (没(有)注册公司), a kind after a number; and how many words a unit has at most. */
export const REACH = { denial: 3, kind: 3, unit: 4 } as const

/** How much of a question a word is, a Chinese character being 1; and a word of conversation, for each of its own. */
export const SIZE = { word: 1.5, unknownWord: 2, smallTalk: 0.4 } as const

/** Up to this share of a question may stay unexplained for it to be … */
export const UNEXPLAINED = {
  /** … answered; or taken for one that leaves out what was asked before. */
  answered: 0.34,
  /** … ours, by what ties it to the notice: a common word, an aspect of notices, a name. */
  loose: 0.25,
  bound: 0.42,
  anchored: 0.42,
  /** … one about applying, of an asker who was named before. */
  asker: 0.15,
  /** … a yes to whoever asks whether one may apply. */
  yes: 0.15,
  /** … ours, in a message of which this share is about something else. */
  around: 0.4,
  /** … asked of a topic of ours, with one word that nothing explains. */
  topic: 0.5,
  /** … one about what was talked about, which it does not point back to. */
  unsaid: 0.2,
} as const

/** So many facts are told at most: … */
export const TOLD = {
  /** … where nothing that is named narrows them, or a picture was asked for. */
  general: 8,
  drawn: 8,
  /** … of what is said of a topic, or by a speaker; of the conditions that a question names, and of applicants who are judged. */
  opinions: 4,
  sayings: 2,
  conditions: 4,
  applicants: 3,
  /** … of a thing of which nothing is asked, of a person, and of so many of them. */
  ofThing: 2,
  ofPerson: 4,
  things: 3,
  /** … in the terms or the words of the question, of two things together, on a disagreement, for a reason. */
  precise: 3,
  echoed: 2,
  together: 2,
  disputes: 3,
  reasons: 2,
  /** … as what comes nearest. */
  near: 2,
  nearInGeneral: 1,
} as const

/** So many questions are offered at most: after an answer, in place of one, and of what a verdict has. */
export const OFFERED = { next: 4, instead: 5, most: 5 } as const

/** A fact says all that another does if it is longer by this factor and has this share of its words. */
export const SAID_TOO = { longer: 1.5, share: 0.75 } as const

/** What a conversation keeps at most: things of the last message, from before, named by an answer; and of a fact that was chosen. */
export const REMEMBERED = { things: 6, earlier: 3, named: 25, ofFact: 2 } as const
