// What may be said of an error: never its message, which may hold a token or what somebody wrote.

/** Name and code. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const code = 'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? ` ${error.code}` : ''
  return `${error.name}${code}`
}

/** Where in the program it was thrown, for a fault of the program itself. */
export function placeOf(error: unknown): string {
  const line = error instanceof Error ? error.stack?.split('\n').find((one) => one.trimStart().startsWith('at ')) : undefined
  return line === undefined ? '' : ` ${line.trim()}`
}
