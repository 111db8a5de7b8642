// Character references: all numbers, but only four names.
const NAMES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' }

export interface Reference {
  readonly text: string
  /** Where what comes after it begins. */
  readonly end: number
}

/** What stands at an `&`; undefined where it is just that. */
export function decodeReference(source: string, at: number): Reference | undefined {
  const found = /&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+))(;?)/iy
  found.lastIndex = at
  const [whole, hex, decimal, name] = found.exec(source) ?? []
  if (whole === undefined) return undefined
  const end = at + whole.length
  if (name !== undefined) {
    const text = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined
    return text === undefined ? undefined : { text, end }
  }
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  return code === 0 || code >= 0x10ffff ? undefined : { text: String.fromCodePoint(code), end }
}

/** A text with its references replaced. */
export function decodeAll(source: string): string {
  return source.replace(/&[#\w]+;?/g, (reference) => {
    const read = decodeReference(reference, 0)
    return read === undefined ? reference : read.text + reference.slice(read.end)
  })
}
