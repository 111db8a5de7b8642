// The shapes of a notice's files as JSON Schema: an editor checks and completes YAML by them while it is written.
import * as z from 'zod'
import { DESCRIPTIONS } from './descriptions.js'
import { eligibilitySchema, factsSchema, gapsSchema, noticeSchema, thingsSchema } from './schema.js'

/** A JSON Schema, draft 7: what editors understand. */
export type JsonSchema = { [key: string]: unknown }

const FILES = { notice: noticeSchema, things: thingsSchema, facts: factsSchema, eligibility: eligibilitySchema, gaps: gapsSchema } as const

/** Files that may be left out: one without an entry is as good as none. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['eligibility', 'gaps'])

/** The schemas by the file that they are of. `aspects` are offered where a file names one. */
export function jsonSchemas(aspects: readonly string[]): Readonly<Record<keyof typeof FILES, JsonSchema>> {
  const made = Object.entries(FILES).map(([name, schema]) => {
    const plain = z.toJSONSchema(schema, { target: 'draft-7', io: 'input', unrepresentable: 'any', override: takeNumbers }) as JsonSchema
    const described = describe(plain, [name], aspects)
    return [name, { ...described, title: `${name}.yaml`, ...(MAY_BE_EMPTY.has(name) ? { type: ['array', 'null'] } : {}) }]
  })
  return Object.fromEntries(made) as Record<keyof typeof FILES, JsonSchema>
}

/** Each value with what DESCRIPTIONS says of it. */
function describe(schema: JsonSchema, path: readonly string[], aspects: readonly string[]): JsonSchema {
  const { properties, items, anyOf, ...rest } = schema
  const inner = (one: unknown, at: readonly string[]): JsonSchema => describe(one as JsonSchema, at, aspects)
  const key = path.at(-1) as string
  const known = DESCRIPTIONS[path.join('.')] ?? DESCRIPTIONS[key]
  // In a list the description stands at the list.
  const said = known !== undefined && !('described' in rest)
  delete rest.described
  return {
    ...rest,
    ...(said ? { description: known } : {}),
    ...(key === 'aspect' || key === 'default' ? asChoice(schema, aspects) : {}),
    ...(properties
      ? { properties: Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, inner(one, [...path, name])])) }
      : {}),
    ...(items ? { items: inner({ ...(items as JsonSchema), described: true }, path) } : {}),
    ...(anyOf ? { anyOf: (anyOf as JsonSchema[]).map((one) => inner({ ...one, described: true }, path)) } : {}),
  }
}

function asChoice({ type }: JsonSchema, aspects: readonly string[]): JsonSchema {
  return type === 'string' ? { enum: [...aspects] } : {}
}

/** YAML reads a lone year as a number: what zod makes a text of before it looks at it may be written as one. */
function takeNumbers({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodType; jsonSchema: JsonSchema }): void {
  const { def } = zodSchema._zod
  if (def.type === 'pipe' && (def as z.core.$ZodPipeDef).in._zod.def.type === 'transform') jsonSchema.type = ['string', 'integer']
}
