// Every id that names something must name something that exists.
import type { Language } from '../language/language.js'
import { type FileName, find, idsIn, type NoticeFiles } from './files.js'
import type { Problem } from './notice.js'
import { PLAIN_KINDS } from './schema.js'
import { nearest, quote } from './wording.js'

/** What an id can name. A subject is a thing or a kind. */
type Target = 'thing' | 'kind' | 'subject' | 'fact' | 'aspect' | 'fact-aspect' | 'unit'

const REFERENCES: readonly { readonly file: FileName; readonly at: readonly string[]; readonly to: Target }[] = [
  { file: 'notice', at: ['whole'], to: 'thing' },
  { file: 'notice', at: ['kinds', '*', 'default'], to: 'aspect' },
  { file: 'things', at: ['*', 'kind'], to: 'kind' },
  { file: 'things', at: ['*', 'part_of'], to: 'thing' },
  { file: 'things', at: ['*', 'is_a'], to: 'thing' },
  { file: 'facts', at: ['*', 'about'], to: 'subject' },
  { file: 'facts', at: ['*', 'aspect'], to: 'fact-aspect' },
  { file: 'facts', at: ['*', 'value', 'things'], to: 'thing' },
  { file: 'facts', at: ['*', 'value', 'unit'], to: 'unit' },
  { file: 'facts', at: ['*', 'value', 'also', '*', 'unit'], to: 'unit' },
  { file: 'facts', at: ['*', 'says'], to: 'thing' },
  { file: 'facts', at: ['*', 'of'], to: 'fact' },
  { file: 'eligibility', at: ['*', 'track'], to: 'thing' },
  { file: 'eligibility', at: ['*', 'open_to'], to: 'thing' },
  { file: 'eligibility', at: ['*', 'closed_to'], to: 'thing' },
  { file: 'eligibility', at: ['*', 'fact'], to: 'fact' },
  { file: 'gaps', at: ['*', 'aspect'], to: 'aspect' },
  { file: 'gaps', at: ['*', 'about'], to: 'subject' },
  { file: 'gaps', at: ['*', 'nearest'], to: 'fact' },
]

const WHERE: Readonly<Record<Target, string>> = {
  thing: 'add it to things.yaml, or name a thing that is there',
  kind: 'add it under kinds in notice.yaml, or name one that is there',
  subject: 'add it to things.yaml, or name a thing or kind that exists',
  fact: 'add it to facts.yaml, or name a fact that is there',
  aspect: 'name one of language/aspects.yaml',
  'fact-aspect': 'name one of language/aspects.yaml',
  unit: 'name one of language/units.yaml',
}

/** An aspect that facts have and questions do not: how many there are is asked of a kind. */
const COUNT = 'count'

export function checkReferences(files: NoticeFiles, language: Language): Problem[] {
  const things = idsIn(files.things, ['*', 'id'])
  const own = idsIn(files.notice, ['kinds', '*', 'id'])
  const aspects = new Set(language.aspects.keys())
  const known: Readonly<Record<Target, ReadonlySet<string> | null>> = {
    thing: things,
    kind: own && new Set([...own, ...PLAIN_KINDS]),
    subject: things && own && new Set([...things, ...own]),
    fact: idsIn(files.facts, ['*', 'id']),
    aspect: aspects,
    'fact-aspect': new Set([...aspects, COUNT]),
    unit: new Set(language.units.values()),
  }
  return REFERENCES.flatMap(({ file, at, to }) => {
    const ids = known[to]
    // Where the file that holds the ids cannot be read, nothing can be said of them: its own problems come first.
    if (!ids) return []
    return find(files[file], at)
      .filter(({ value }) => !ids.has(value))
      .map(({ value, problem }) => problem(unknown(value, to, ids, own)))
  })
}

function unknown(id: string, to: Target, ids: ReadonlySet<string>, kinds: ReadonlySet<string> | null): string {
  if (to === 'thing' && kinds?.has(id)) return `${quote(id)} is a kind, not a thing; name the things that are meant`
  const like = nearest(id, ids)
  const what = to === 'subject' ? 'thing or kind' : to.replace('fact-', '')
  // There are few units, and nobody knows them by heart.
  const all = to === 'unit' ? `: ${[...ids].sort().join(', ')}` : ''
  return `there is no ${what} ${quote(id)}; ${like ? `did you mean ${quote(like)}? If not, ` : ''}${WHERE[to]}${all}`
}
