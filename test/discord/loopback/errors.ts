// The shapes in which Discord says no.
import type { JsonObject } from './json.js'

export type Path = readonly (string | number)[]

/** One thing wrong with a body, at the place where it stands. */
export interface Problem {
  readonly path: Path
  readonly code: string
  readonly message: string
}

export function problem(path: Path, code: string, message: string): Problem {
  return { path, code, message }
}

/** An answer other than success: what a route throws. */
export class Refusal extends Error {
  readonly status: number
  readonly code: number
  readonly problems: readonly Problem[]

  constructor(status: number, code: number, message: string, problems: readonly Problem[] = []) {
    super(message)
    this.status = status
    this.code = code
    this.problems = problems
  }
}

export const REFUSED = {
  invalidForm: (problems: readonly Problem[]) => new Refusal(400, 50035, 'Invalid Form Body', problems),
  emptyMessage: () => new Refusal(400, 50006, 'Cannot send an empty message'),
  tooLarge: () => new Refusal(413, 40005, 'Request entity too large'),
  unauthorized: () => new Refusal(401, 0, '401: Unauthorized'),
  invalidWebhookToken: () => new Refusal(401, 50027, 'Invalid Webhook Token'),
  missingAccess: () => new Refusal(403, 50001, 'Missing Access'),
  notTheAuthor: () => new Refusal(403, 50005, 'Cannot edit a message authored by another user'),
  unknownRoute: () => new Refusal(404, 0, '404: Not Found'),
  unknownApplication: () => new Refusal(404, 10002, 'Unknown Application'),
  unknownChannel: () => new Refusal(404, 10003, 'Unknown Channel'),
  unknownGuild: () => new Refusal(404, 10004, 'Unknown Guild'),
  unknownMember: () => new Refusal(404, 10007, 'Unknown Member'),
  unknownMessage: () => new Refusal(404, 10008, 'Unknown Message'),
  unknownWebhook: () => new Refusal(404, 10015, 'Unknown Webhook'),
  unknownInteraction: () => new Refusal(404, 10062, 'Unknown interaction'),
  alreadyAnswered: () => new Refusal(400, 40060, 'Interaction has already been acknowledged.'),
  tooManyFollowUps: () => new Refusal(400, 40094, 'This interaction has hit the maximum number of follow up messages'),
} as const

/** Discord nests problems by place: `{errors: {embeds: {0: {title: {_errors: […]}}}}}`. */
export function errorBody(refusal: Refusal): JsonObject {
  const errors: Record<string, unknown> = {}
  for (const { path, code, message } of refusal.problems) {
    let place = errors
    for (const step of path) {
      place[step] ??= {}
      place = place[step] as Record<string, unknown>
    }
    place._errors = [...((place._errors as unknown[] | undefined) ?? []), { code, message }]
  }
  const nested = refusal.problems.length > 0 ? { errors } : {}
  return { message: refusal.message, code: refusal.code, ...nested }
}
