// Writing to standard output: waits for a slow reader, ends quietly when the reader is gone.
import { once } from 'node:events'

/** Writes a text. Resolves when more may be written. */
export async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

/** A reader that has seen enough (`| head`) is no error. */
export function endQuietlyWithoutReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
}
