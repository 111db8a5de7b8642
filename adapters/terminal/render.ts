// An answer as plain text: what a person reads on a terminal, and the `text` of the JSON form.
import type { Answer, Block } from '../../src/answer.js'

/** Title, paragraphs, list items and citations, each on lines of their own. */
export function renderText(answer: Answer): string {
  const lines = [answer.title, ...answer.blocks.flatMap((block) => renderBlock(block)), ...answer.cited]
  return lines.filter((line) => line !== '').join('\n')
}

export function renderBlock(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [block.text]
    case 'list':
      return block.items.map((item) => `- ${item}`)
    case 'figure':
      // The text says the essential; a person is shown a drawing beside it (draw-figure.ts).
      return []
    default:
      return unknownBlock(block)
  }
}

function unknownBlock(block: never): never {
  throw new Error(`a block of an unknown kind: ${JSON.stringify(block)}`)
}
