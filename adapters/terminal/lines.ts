// A byte stream → its lines. readline also breaks at U+2028 and U+2029, which a JSON line may hold.

/**
 * The lines of a UTF-8 stream, without their ends. Of a line longer than `longest` only the first `longest` + 1 characters are kept.
 */
export async function* linesOf(stream: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  const keep = (text: string): string => (rest.length + text.length > longest + 1 ? (rest + text).slice(0, longest + 1) : rest + text)
  for await (const chunk of stream) {
    const pieces = decoder.decode(chunk, { stream: true }).split('\n')
    const open = pieces.pop() ?? ''
    for (const piece of pieces) {
      const line = keep(piece)
      rest = ''
      yield line.endsWith('\r') ? line.slice(0, -1) : line
    }
    rest = keep(open)
  }
  rest = keep(decoder.decode())
  if (rest !== '') yield rest
}
