// Request bodies against Discord's own OpenAPI description, which the package discord-api-spec brings in the form of zod schemas.
import * as spec from 'discord-api-spec/zod'
import { type Path, type Problem, problem } from './errors.js'
import { asObject } from './json.js'

type Issue = spec.Issue
type Schema = spec.Schema

/** The schema of the body of a route, by method and path as the OpenAPI description writes them. */
const BODIES: Readonly<Record<string, Schema>> = {
  'POST /channels/{channel_id}/messages': spec.MessageCreateRequestSchema,
  'PATCH /channels/{channel_id}/messages/{message_id}': spec.MessageEditRequestPartialSchema,
  'POST /webhooks/{webhook_id}/{webhook_token}': spec.IncomingWebhookRequestPartialSchema,
  'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original': spec.IncomingWebhookUpdateRequestPartialSchema,
  'PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}': spec.IncomingWebhookUpdateRequestPartialSchema,
}

/** The body of a callback is one of several, told apart by its type. */
const CALLBACKS: Readonly<Record<number, Schema>> = {
  4: spec.CreateMessageInteractionCallbackRequestSchema,
  5: spec.CreateMessageInteractionCallbackRequestSchema,
  6: spec.UpdateMessageInteractionCallbackRequestSchema,
  7: spec.UpdateMessageInteractionCallbackRequestSchema,
  8: spec.ApplicationCommandAutocompleteCallbackRequestSchema,
  9: spec.ModalInteractionCallbackRequestSchema,
}

/** What Discord's own description has against a body. */
export function checkSchema(route: string, body: unknown): Problem[] {
  if (route.startsWith('PUT ') && route.endsWith('/commands')) {
    if (!Array.isArray(body)) return [problem([], 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType.')]
    return body.flatMap((command, index) => against(spec.ApplicationCommandUpdateRequestSchema, withNumericPermissions(command), [index]))
  }
  if (route.endsWith('/callback')) {
    const schema = CALLBACKS[Number(asObject(body)?.type)]
    return schema === undefined
      ? [problem(['type'], 'BASE_TYPE_CHOICES', `Value must be one of (${Object.keys(CALLBACKS).join(', ')}).`)]
      : against(schema, body, [])
  }
  const schema = BODIES[route]
  return schema === undefined ? [] : against(schema, body, [])
}

export function isLocale(value: string): boolean {
  return spec.AvailableLocalesEnumSchema.safeParse(value).success
}

/** The description calls permissions a number; Discord takes the text that every library sends. */
function withNumericPermissions(command: unknown): unknown {
  const permissions = asObject(command)?.default_member_permissions
  return typeof permissions === 'string' && /^\d+$/.test(permissions)
    ? { ...asObject(command), default_member_permissions: Number(permissions) }
    : command
}

function against(schema: Schema, body: unknown, at: Path): Problem[] {
  const result = schema.safeParse(body)
  return result.success ? [] : result.error.issues.flatMap((issue) => flatten(issue, at))
}

/** Of a value that may be several things, only what is wrong with it as the thing that it says it is. */
function flatten(issue: Issue, at: Path): Problem[] {
  const path = [...at, ...issue.path]
  if (issue.code !== 'invalid_union' || issue.errors === undefined) return [described(issue, path)]
  const meant = issue.errors
    .filter((issues) => !issues.some(({ path: [step] }) => step === 'type' || step === undefined))
    .sort((a, b) => a.length - b.length)[0]
  return meant === undefined
    ? [problem(path, 'UNION_TYPE_CHOICES', 'Value is none of the things that may stand here.')]
    : meant.flatMap((inner) => flatten(inner, path))
}

function described(issue: Issue, path: Path): Problem {
  if (issue.code === 'too_big') return problem(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${String(issue.maximum)} or fewer.`)
  if (issue.code === 'too_small') return problem(path, 'BASE_TYPE_MIN_LENGTH', `Must be ${String(issue.minimum)} or more.`)
  if (issue.code === 'invalid_type') return problem(path, 'BASE_TYPE_BAD_TYPE', `This is required and must be: ${String(issue.expected)}.`)
  if (issue.code === 'invalid_value') return problem(path, 'BASE_TYPE_CHOICES', `Value must be one of (${String(issue.values)}).`)
  if (issue.code === 'invalid_format') return problem(path, 'STRING_TYPE_REGEX', `Must be a ${String(issue.format)}.`)
  return problem(path, issue.code.toUpperCase(), issue.message)
}
