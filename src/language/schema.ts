// The shape of language/*.yaml: the words of questions and of answers that belong to no notice.
import * as z from 'zod'

const cue = z.strictObject({ zh: z.string(), en: z.string() })
export const cuesSchema = z.record(z.string(), cue)
export const fillersSchema = cue
export const askingSchema = z.strictObject({ zh: z.string(), zh_end: z.string(), en: z.string(), en_before: z.string() })

const label = z.strictObject({ zh: z.string(), en: z.string() })

/** How an aspect is answered where looking up a fact is not enough. */
const OPERATIONS = [
  'eligibility',
  'compare',
  'opinion',
  'attribution',
  'date',
  'category',
  'members',
  'kind-track',
  'about',
  'schedule',
  'map',
  'dispute',
  'help',
] as const

export const aspectsSchema = z.record(
  z.string(),
  z.strictObject({
    label,
    ask: label.optional(),
    unstated: z.string().optional(),
    rules: z.array(z.string().min(1)).min(1),
    op: z.enum(OPERATIONS).optional(),
    near: z.array(z.string()).default([]),
    bound: z.boolean().default(false),
    own: z.boolean().default(false),
    single: z.boolean().default(false),
  }),
)

/** Words for a unit after a number. */
export const unitsSchema = z.record(
  z.string(),
  cue.extend({ time: z.boolean().default(false), tally: z.boolean().default(false), money: z.boolean().default(false) }),
)

export const numeralsSchema = z.strictObject({ zh: z.record(z.string(), z.int()), en: z.record(z.string(), z.int()) })

/** A command or an option of one, as people type it, and what it is for. */
export const commandsSchema = z.record(z.string(), z.strictObject({ name: label, about: label }))

export const wordingSchema = z.record(z.string(), label)

export type Operation = (typeof OPERATIONS)[number]
