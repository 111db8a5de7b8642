// Malformed JSON of more than a thousand kinds, always the same: every place of a good text with every wrong value in it, and the text itself
// cut, scrambled, nested, repeated and wrongly encoded.
import fc from 'fast-check'

/** @param make a good one, each time of another number @param scrambles how many of them are cut or scrambled as bytes */
export function malformed(make: () => object, scrambles: number): Buffer[] {
  return [...mistyped(make), ...misshapen(make), ...scrambled(make, scrambles / 2)]
}

/** As they are written: JSON.stringify knows none of some. */
const WRONG_VALUES = [
  ...['null', 'true', '0', '-1', '0.5', '1e308', '1e999', '-0', '9007199254740993', '""', '"0"', '"\\ud800"', '"\\u0000\\u202e"'],
  ...['[]', '{}', '[[[]]]', '[null]', '{"__proto__":{"id":1}}', '{"toString":1,"valueOf":1}', '{"constructor":{"prototype":{}}}'],
]
const HERE = '\u0001here\u0001'
const DEEP = 100_000

type Path = readonly (string | number)[]

/** Every place of a value, the value itself left out. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => {
    const there = [...path, Array.isArray(value) ? Number(key) : key]
    return [there, ...pathsOf(inner, there)]
  })
}

function replaced(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string | number, unknown>
  copy[key] = replaced(copy[key], rest, by)
  return copy
}

/** A text with something raw in one place. */
function withRaw(good: object, path: Path, raw: string): string {
  return JSON.stringify(replaced(good, path, HERE)).replace(JSON.stringify(HERE), () => raw)
}

/** Every place with every wrong value, and gone. */
function mistyped(make: () => object): Buffer[] {
  return pathsOf(make()).flatMap((path) => [
    ...WRONG_VALUES.map((raw) => Buffer.from(withRaw(make(), path, raw))),
    Buffer.from(JSON.stringify(replaced(make(), path, undefined))),
  ])
}

/** What is odd as a text, wherever it stands. */
function misshapen(make: () => object): Buffer[] {
  const text = (): string => JSON.stringify(make())
  const [path = []] = pathsOf(make()).slice(-1)
  const nested = (open: string, close: string): string => open.repeat(DEEP) + close.repeat(DEEP)
  return [
    ...['', ' ', 'null', 'true', '7', '"x"', '[]', '{}', '[[]]', 'undefined', 'NaN', '{]', '{"a"}', "{'a':1}", '{"a":1,}', '{"a":01}'],
    ...['\ufeff', '\u0000', '\ufffe', ")]}',\n"].map((begin) => begin + text()),
    ...['\u0000', '}', ',{}', '\n\n{}', '/* x */', ' // x'].map((end) => text() + end),
    ...['[', '{"a":', '[{"a":'].map((open) => open.repeat(DEEP)),
    nested('[', ']'),
    nested('[', ']'.slice(1)),
    `[${text()}]`,
    withRaw(make(), path, nested('[', ']')),
    withRaw(make(), path, `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`),
    withRaw(make(), path, '9'.repeat(50_000)),
    withRaw(make(), path, `"${'\\u0041'.repeat(50_000)}"`),
    withRaw(make(), path, `{${Array.from({ length: 20_000 }, (_, i) => `"k${i}":0`).join()}}`),
    // The same name twice, and names that an object has by itself.
    ...pathsOf(make()).map((one) => withRaw(make(), one, `1,${JSON.stringify(String(one.at(-1)))}:2`)),
    ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''].map((name) =>
      text().replace(/\{/g, () => `{${JSON.stringify(name)}:{"x":[1]},`),
    ),
  ].map((one) => Buffer.from(one))
}

/** Cut and scrambled bytes: the same of the same seed. */
function scrambled(make: () => object, count: number): Buffer[] {
  const length = Buffer.byteLength(JSON.stringify(make()))
  const cut = Array.from({ length: count }, (_, i) =>
    Buffer.from(JSON.stringify(make())).subarray(0, 1 + Math.floor((i * (length - 2)) / count)),
  )
  const change = fc.array(fc.record({ at: fc.nat(length - 1), byte: fc.nat(255) }), { minLength: 1, maxLength: 8 })
  const changed = fc.sample(change, { numRuns: count, seed: 20_261_129 }).map((places) => {
    const bytes = Buffer.from(JSON.stringify(make()))
    for (const { at, byte } of places) bytes[at] = byte
    return bytes
  })
  return [...cut, ...changed]
}
