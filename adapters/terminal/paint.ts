// Colours, where the terminal shows them and nobody has turned them off (https://no-color.org).
import type { WriteStream } from 'node:tty'
import { styleText } from 'node:util'

/** Marks of emphasis. Text without them reads the same. */
export interface Paint {
  strong(text: string): string
  faint(text: string): string
  accent(text: string): string
}

export const PLAIN: Paint = { strong: (text) => text, faint: (text) => text, accent: (text) => text }

const COLOURED: Paint = { strong: styled('bold'), faint: styled('dim'), accent: styled('cyan') }

// Whether to colour is decided once, by paintFor: the text is styled whatever stream it goes to.
function styled(format: 'bold' | 'dim' | 'cyan'): (text: string) => string {
  return (text) => styleText(format, text, { validateStream: false })
}

export function paintFor(output: WriteStream, env: NodeJS.ProcessEnv): Paint {
  return output.isTTY && !env.NO_COLOR && output.hasColors(env) ? COLOURED : PLAIN
}
