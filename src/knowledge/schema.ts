// The shape of a notice's files. Types are inferred; unknown keys are mistakes.
import * as z from 'zod'

/** Ids ride in buttons of at most 64 bytes together with the notice's. */
const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case letters, digits and single hyphens; write it so, here and wherever it is named')
  .max(30, 'an id has at most 30 characters; shorten it, here and wherever it is named')
const noticeId = id.max(28, "a notice's id has at most 28 characters; shorten it, and the folder's name with it")

const words = z.string().trim().min(1, 'the text is empty; write it, or remove the entry')

/** An id of something that stands elsewhere. That it exists is checked with all files at hand, so its form need not be. */
const reference = words
const bilingual = z.strictObject({ zh: words, en: words })
const wordLists = z.strictObject({ zh: z.array(words).default([]), en: z.array(words).default([]) })

/** How the engine treats the things of a kind. A participant is one who was selected, or is asked about as if it were. */
export const ROLES = ['group', 'item', 'track', 'applicant', 'participant', 'organisation', 'person', 'activity'] as const

const kind = z.strictObject({
  id,
  role: z.enum(ROLES),
  name: bilingual,
  /** Chinese measure word and English plural, for counts. */
  measure: z.strictObject({ zh: words, en: z.string().default('') }).default({ zh: '个', en: '' }),
  plural: z.strictObject({ en: words }),
  /** The aspect that a list or a count of such things means when the question names none. */
  default: reference.optional(),
  aliases: wordLists.default({ zh: [], en: [] }),
})

const isoDate = z.iso.date({
  error: ({ input }) =>
    typeof input === 'string' && /^\d{4}-\d\d-\d\d$/.test(input)
      ? `there is no day ${input} in the calendar; write the right one`
      : 'write the date as YYYY-MM-DD',
})

const atLeast = (least: number) => z.int().min(least, `the number is too small; write ${least} or more`)

const section = z.strictObject({ from: atLeast(1), heading: bilingual })

/** A day, a month or a year: as much of a date as is known. YAML reads a lone year as a number. */
const partialDate = z
  .preprocess(
    (value) => (typeof value === 'number' ? String(value) : value),
    z.string('write the date as YYYY-MM-DD, YYYY-MM or YYYY, or leave it out where it is not known').superRefine((text, { addIssue }) => {
      if (!/^\d{4}(-\d\d){0,2}$/.test(text))
        addIssue('write the date as YYYY-MM-DD, YYYY-MM or YYYY, or leave it out where it is not known')
      else if (Number.isNaN(Date.parse(text)) || !new Date(text).toISOString().startsWith(text))
        addIssue(`there is no ${text.length > 7 ? 'day' : 'month'} ${text} in the calendar; write the right one`)
    }),
  )
  // What is written, for editors that check by the JSON Schema.
  .meta({ type: ['string', 'integer'] })

/** A text on which facts rest. */
const source = z.strictObject({
  id,
  title: bilingual,
  publisher: bilingual,
  date: partialDate.optional(),
  url: z.url({ protocol: /^https$/, error: 'a link begins with https:// and holds no space; write the whole address' }).optional(),
  /** File of the text, if it is at hand when knowledge is checked. Several sources may share one. */
  file: words.regex(/^[^/\\]+$/, 'write the name of the file alone, without folders').optional(),
  /** Left out where the text has no numbering that a reader could follow: it is then cited without a paragraph. */
  sections: z.array(section).min(1).optional(),
})

export const noticeSchema = z.strictObject({
  id: noticeId,
  title: bilingual,
  short: bilingual,
  time_zone: z.string().refine(isTimeZone, 'name an IANA time zone, such as Asia/Shanghai'),
  /** One source, or several under `sources`: one of the two keys stands here. The first is the one that facts rest on which name none. */
  source: source.optional(),
  sources: z.array(source).min(1).optional(),
  /** The notice that this one came after: its result, its amendment. A question that names neither is about that one. It need not be loaded. */
  follows: noticeId.optional(),
  whole: z.array(reference).min(1),
  kinds: z.array(kind).default([]),
})

/** Kinds that need no entry under `kinds`: they are not listed or counted. */
export const PLAIN_KINDS = ['notice', 'article', 'programme', 'topic', 'media', 'company'] as const

/** Levels of government, from the highest. A city may be of several levels; `below` is everything under the prefecture. */
const LEVELS = ['province', 'subprovincial', 'prefecture', 'city', 'below'] as const

export const thingsSchema = z.array(
  z.strictObject({
    id,
    kind: reference,
    name: bilingual,
    short: bilingual.optional(),
    /** Of the Chinese name, where the usual conversion gets it wrong. */
    hant: words.optional(),
    aliases: wordLists.default({ zh: [], en: [] }),
    loose: wordLists.default({ zh: [], en: [] }),
    part_of: reference.optional(),
    is_a: z.array(reference).default([]),
    level: z.enum(LEVELS).optional(),
    /** False for what people take for one of its kind although the source does not list it. */
    listed: z.boolean().default(true),
    /** An applicant that the source names outright. */
    named: z.boolean().default(false),
  }),
)

const count = { count: atLeast(0), listed: atLeast(0).optional() }
const things = { things: z.array(reference).min(1), complete: z.boolean().default(true) }
const timeOfDay = z
  .string('write the time as "17:00", in quotes')
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write the time as "17:00", in quotes')
  .optional()
/** `at` is the time of day, by the notice's clock, until which the day counts; without it the whole day does. */
const date = { date: isoDate, at: timeOfDay, precision: z.enum(['day', 'end-of-month', 'end-of-year']).default('day') }
const period = { period: z.string().regex(/^P(?=\d)(\d+Y)?(\d+M)?(\d+D)?$/, 'write a period as P2Y, P6M or P30D') }
const span = { from: isoDate, from_at: timeOfDay, until: isoDate, at: timeOfDay }
/** How much of what: a unit of language/units.yaml. `limit` says on which side of it one has to be, where it is a condition. */
const measure = { amount: z.number(), unit: reference, limit: z.enum(['least', 'most', 'below', 'above']).optional() }
const amount = {
  ...measure,
  /** Other amounts of the same fact, in other units or of other cases: 10 percent, and at most 500 yuan. */
  also: z.array(z.strictObject(measure)).default([]),
}

/** Sources that say so. */
const said = { in: z.array(reference).min(1) }

/** One of several values of which no source says which is right. */
const alternative = z.union([
  z.strictObject({ ...things, ...said }),
  z.strictObject({ ...count, ...said }),
  z.strictObject({ ...date, ...said }),
  z.strictObject({ ...period, ...said }),
  z.strictObject({ ...span, ...said }),
  z.strictObject({ ...amount, ...said }),
])

const value = z.union([
  z.strictObject(things),
  z.strictObject(count),
  z.strictObject(date),
  z.strictObject(period),
  z.strictObject(span),
  z.strictObject(amount),
  z.strictObject({ conflict: z.array(alternative) }),
])

const passage = {
  /** The source that says so; the first where it is left out. */
  in: reference.optional(),
  paragraph: atLeast(1),
  evidence: z
    .string()
    .min(2, 'evidence has at least 2 characters; quote more')
    .refine((s) => [...s].length <= 16, 'evidence has at most 16 characters; quote less'),
}

export const factsSchema = z.array(
  z.strictObject({
    id,
    about: z.array(reference).min(1),
    aspect: z.array(reference).min(1),
    /** Says of a kind only that each has its own: it does not tell which one any of them has. */
    each: z.boolean().default(false),
    /** A fact that this one gives the reason of. */
    of: reference.optional(),
    value: value.optional(),
    text: bilingual,
    says: reference,
    /** Where the source states it; `also` the further passages that a fact of several rests on. */
    source: z.strictObject({ ...passage, also: z.array(z.strictObject(passage)).default([]) }),
  }),
)

export const eligibilitySchema = z.array(
  z.strictObject({
    track: reference.optional(),
    open_to: z.array(reference).min(1),
    open_ended: z.boolean().default(false),
    in_principle: z.boolean().default(false),
    /** Whom the source turns away outright. */
    closed_to: z.array(reference).default([]),
    fact: reference,
  }),
)

export const gapsSchema = z.array(
  z.strictObject({ aspect: reference, about: z.array(reference).default([]), nearest: z.array(reference).default([]) }),
)

/** To find a zone is slow, and many notices have the same. */
const foundZones = new Set<string>()

function isTimeZone(zone: string): boolean {
  if (foundZones.has(zone)) return true
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    foundZones.add(zone)
    return true
  } catch {
    return false
  }
}

export type NoticeFile = z.infer<typeof noticeSchema>
export type Source = z.infer<typeof source>
export type Kind = z.infer<typeof kind>
export type Role = (typeof ROLES)[number]
export type ThingEntry = z.infer<typeof thingsSchema>[number]
export type FactEntry = z.infer<typeof factsSchema>[number]
export type Value = z.infer<typeof value>
export type Alternative = z.infer<typeof alternative>
export type EligibilityRule = z.infer<typeof eligibilitySchema>[number]
export type Gap = z.infer<typeof gapsSchema>[number]
export type Text = z.infer<typeof bilingual>
export type WordLists = z.infer<typeof wordLists>
