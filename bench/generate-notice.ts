// Synthetic notices of realistic shape, the same ones for the same seed: plain values, as the reader of YAML would hand them over.
import type { Notice } from '../src/knowledge/notice.js'
import { thingsSchema } from '../src/knowledge/schema.js'
import { generateFacts, type Things } from './generate-facts.js'
import { generateKinds } from './generate-kinds.js'
import { generateThings, generateWhole } from './generate-things.js'
import { Names } from './names.js'
import { type Random, seeded } from './random.js'

/** Facts of one notice, at least and at most. */
const FACTS = { least: 100, most: 500 }

export interface Options {
  readonly seed?: number
  readonly each?: typeof FACTS
}

/** Notices with `facts` facts between them, beside `real` ones whose names they keep clear of. */
export function generateNotices(facts: number, real: readonly Notice[], { seed = 2021, each = FACTS }: Options = {}): Notice[] {
  const random = seeded(seed)
  const names = new Names(random, real.flatMap(namesOf))
  const notices: Notice[] = []
  for (let left = facts; left > 0; ) {
    const wanted = Math.min(left, random.between(each.least, each.most))
    const notice = generateNotice(notices.length + 1, wanted, names, random)
    notices.push(notice)
    left -= notice.facts.size
  }
  return notices
}

/** Every way in which the things of a notice are written. */
export function namesOf(notice: Notice): string[] {
  return [...notice.things.values()].flatMap(({ name, aliases, loose }) => [
    name.zh,
    name.en,
    ...aliases.zh,
    ...aliases.en,
    ...loose.zh,
    ...loose.en,
  ])
}

function generateNotice(number: number, wanted: number, names: Names, random: Random): Notice {
  const items = Math.max(4, Math.round(wanted / 5))
  const people = Math.max(2, Math.round(wanted / 40))
  const make = (kind: Exclude<keyof Things, 'whole'>, count: number): Things[typeof kind] => generateThings(kind, count, names, random)
  const group = make('group', Math.max(2, Math.round(items / 6)))
  const things: Things = {
    whole: generateWhole(names),
    group,
    item: generateThings('item', items, names, random, group),
    track: make('track', 2),
    applicant: make('applicant', 5),
    organisation: make('organisation', Math.max(4, Math.round(items / 4))),
    person: make('person', people),
    activity: make('activity', 3),
    topic: make('topic', Math.max(4, Math.round(wanted / 8))),
  }
  const id = `generated-${number}`
  const [notice] = things.whole
  const title = notice?.name ?? { zh: id, en: id }
  const sections = [{ from: 1, heading: { zh: '正文', en: 'Text' } }]
  const source = { id, title, publisher: title, date: '2024-01-01', sections }
  const kinds = generateKinds(random)
  return {
    id,
    file: { id, title, short: title, time_zone: 'Asia/Shanghai', source, whole: things.whole.map((thing) => thing.id), kinds },
    sources: new Map([[source.id, source]]),
    kinds: byId(kinds),
    things: byId(thingsSchema.parse(Object.values(things).flat())),
    facts: byId(generateFacts(things, wanted, random)),
    eligibility: [],
    gaps: [],
  }
}

function byId<T extends { readonly id: string }>(entries: readonly T[]): Map<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]))
}
