// What the page asks for, read from JSON: of known shape and bounded length, or nothing.
import * as z from 'zod'
import { parseInstant } from '../terminal/values.js'
import type { Act } from './view.js'

/** As long as Discord lets a question of a command be. */
const LONGEST_TEXT = 1000
/** Ids of messages and controls are shorter on every platform. */
const LONGEST_ID = 200

const circumstances = z.strictObject({
  lang: z.enum(['zh-Hans', 'zh-Hant', 'en']),
  notice: z.string().max(LONGEST_ID),
  day: z
    .string()
    .max(10)
    .refine((text) => text === '' || parseInstant(text) !== null),
})

const id = z.string().max(LONGEST_ID)
const step = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('say'), text: z.string().trim().min(1).max(LONGEST_TEXT) }),
  z.strictObject({ kind: z.literal('press'), platform: z.enum(['discord', 'telegram']), message: id, control: id, value: id }),
])

const request = z.strictObject({
  /** The page's own random name: who does not know it does not see its chat. */
  page: z.uuid(),
  act: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('show'), circumstances }),
    z.strictObject({ kind: z.literal('clear') }),
    z.strictObject({ kind: z.literal('step'), step }),
  ]),
})

/** Null for anything else. */
export function readRequest(body: Buffer): { readonly page: string; readonly act: Act } | null {
  try {
    return request.parse(JSON.parse(body.toString('utf8')))
  } catch {
    return null
  }
}
