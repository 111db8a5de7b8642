// JSON as it comes over the wire: nothing is known of it until it was looked at.
export type JsonObject = { readonly [key: string]: unknown }

export function asObject(value: unknown): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

/** The objects of a list; of anything else none. */
export function objects(value: unknown): readonly JsonObject[] {
  return list(value)
    .map(asObject)
    .filter((item) => item !== undefined)
}

export function asText(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** A copy that later changes do not reach, so that a log tells what was, not what became of it. */
export function copy<T>(value: T): T {
  return structuredClone(value)
}
