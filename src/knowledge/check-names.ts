// Names: those of things that are treated alike must differ, and each must hold something that a question can say.
import { phraseKey, plainKeys, toUnits } from '../query/units.js'
import { type Found, find, type NoticeFiles } from './files.js'
import type { Problem } from './notice.js'
import { textAt } from './raw.js'
import { PLAIN_KINDS } from './schema.js'
import { quote } from './wording.js'
import type { YamlFile } from './yaml-file.js'

const TONGUES = ['zh', 'en'] as const

export function checkNames(files: NoticeFiles): Problem[] {
  const roles = new Map<string, string>(PLAIN_KINDS.map((kind) => [kind, 'plain']))
  for (const { value, path } of find(files.notice, ['kinds', '*', 'id']))
    roles.set(value, textAt(files.notice.raw, [...path.slice(0, -1), 'role']) ?? value)
  const things = namesOf(files.things, [])
  const kinds = namesOf(files.notice, ['kinds'])
  const keys = new Map([...things, ...kinds].map(({ value }) => [value, nameKey(value)]))
  const keyOf = ({ value }: Found): string => keys.get(value) ?? ''
  const roleOf = (name: Found): string => {
    const kind = textAt(files.things.raw, [name.path[0] as number, 'kind']) ?? ''
    return roles.get(kind) ?? kind
  }
  return [
    ...same(
      things,
      (name) => name.path[0] as number,
      (name) => keyOf(name) && `${roleOf(name)} ${keyOf(name)}`,
    ),
    // Kinds stand beside other words that tell them apart, so only the very same words are a mistake.
    ...same(
      kinds,
      (name) => name.path[1] as number,
      ({ value }) => value.trim().toLowerCase(),
    ),
    ...[...things, ...kinds].flatMap((name) => marks(name, keyOf(name))),
  ]
}

/** Names, then aliases, then loose words: what names a thing outright comes first. */
function namesOf(file: YamlFile<unknown>, at: readonly string[]): Found[] {
  return ['name', 'aliases', 'loose'].flatMap((list) => TONGUES.flatMap((tongue) => find(file, [...at, '*', list, tongue])))
}

/** The same name on two things that are treated alike cannot be told apart; on a domain and an applicant it can, by what is asked. */
function same(names: readonly Found[], entryOf: (name: Found) => number, lookedUpBy: (name: Found) => string): Problem[] {
  const owners = new Map<string, Found>()
  return names.flatMap((name) => {
    const key = lookedUpBy(name)
    const owner = owners.get(key)
    if (key === '') return []
    if (!owner) owners.set(key, name)
    if (!owner || entryOf(owner) === entryOf(name)) return []
    return [
      name.problem(
        `${quote(name.value)} names another entry in line ${owner.problem('').line} already${likeIt(name.value, owner.value)}; keep it on the one that people mean`,
      ),
    ]
  })
}

/** Plurals and capitals make no difference: which word it is that is read alike is not always seen. */
function likeIt(name: string, other: string): string {
  return name === other ? '' : ` (${quote(other)}, which is read alike)`
}

function marks({ value, path, problem }: Found, key: string): Problem[] {
  if (value.trim() === '') return []
  if (key === '') return [problem(`${quote(value)} holds no letter, character or digit; write a word that people say, or remove it`)]
  if (path.includes('name') || !/[，；]/.test(value)) return []
  return [problem(`${quote(value)} is read as one name because its comma is a Chinese one; write plain commas between names`)]
}

/** What a name is looked up by: the same words, whatever the marks between them. */
export function nameKey(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase()
  const keys = plainKeys(plain)
  return keys ? keys.join(' ') : phraseKey(toUnits(plain).filter(({ kind }) => kind !== 'stop' && kind !== 'pause'))
}
