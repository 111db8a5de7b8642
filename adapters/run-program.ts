// A program from its first line to its exit code.
import { endOnFaults, report } from './exit-code.js'
import { StartError } from './platform.js'
import { endQuietlyWithoutReader } from './terminal/output.js'

/** Runs it; what it throws is told in lines that say what to do, and becomes the exit code. */
export async function runProgram(main: () => Promise<void>): Promise<void> {
  const write = (line: string): void => console.error(line)
  endQuietlyWithoutReader()
  endOnFaults(write)
  try {
    await main()
  } catch (error) {
    process.exitCode = report(error, write)
    // What was begun and is not ended would hold the process.
    if (error instanceof StartError || process.exitCode === 1) process.exit()
  }
}
