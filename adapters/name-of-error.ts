// What may be said of an error: never its message, which may hold a token or what somebody wrote.

/** What a name or a code looks like. Others give some of them: a server, or who wrote to it. */
const WORD = /^(?:[A-Z][A-Z0-9_]{0,40}|[\w[\]-]{1,30})$/

/** Name and code. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const code = 'code' in error ? String(error.code) : ''
  return [WORD.test(error.name) ? error.name : 'Error', ...(WORD.test(code) ? [code] : [])].join(' ')
}

/** Where in the program it was thrown, for a fault of the program itself. */
export function placeOf(error: unknown): string {
  const { message = '', stack = '' } = error instanceof Error ? error : {}
  // The message stands before the places, and may have lines that look like them.
  const lines = stack.slice(stack.indexOf(message) + message.length).split('\n')
  const line = lines.find((one) => one.trimStart().startsWith('at '))
  return line === undefined ? '' : ` ${line.trim()}`
}
