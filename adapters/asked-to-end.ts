// How an operator asks the program to end.

/** Resolves when the program is asked to end; from the moment of the call on nothing else becomes of being asked. */
export function askedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve())
  })
}
