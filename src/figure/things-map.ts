// The things that a notice lists, group by group, those marked of which the source says who leads them.
import type { Fact, Thing } from '../knowledge/library.js'
import type { Notice } from '../knowledge/notice.js'
import { countsIn, thingsIn } from '../knowledge/values.js'
import { capitalised, type DrawnIn, listed, shortName, titleOf, word } from './drawn-in.js'
import type { Group, Member, ThingsMap } from './figure.js'
import type { MapPlan } from './plan.js'

export function mapOf(notice: Notice, plan: MapPlan, drawn: DrawnIn): ThingsMap {
  const { lang, tongue, script, library } = drawn
  const groups = plan.groups.map(
    ({ group, members }): Group => ({
      name: group ? shortName(group, tongue) : '',
      members: members.map((member) => memberOf(member, plan, drawn)),
    }),
  )
  const title = word(drawn, 'figure-map', { things: tongue === 'en' ? plan.kind.entry.plural.en : plan.kind.entry.name.zh })
  const subtitle = titleOf(notice, tongue)
  const aspect = library.language.aspects.get('lead')?.label[tongue] ?? ''
  // What must be known of the list wherever it is shown: that it is not whole, or that it is counted otherwise.
  const odd = [...plan.frame.filter(isOpen), ...plan.counts.filter(isCountedOtherwise)]
  const notes = odd.map(({ entry }) => entry.text[tongue])
  const text = listed([...groups.map((group) => groupText(group, aspect, drawn)), ...notes.map(withoutStop)], tongue)
  return {
    kind: 'map',
    lang,
    title: script(title),
    subtitle: script(subtitle),
    groups: groups.map(({ name, members }) => ({
      name: script(name),
      members: members.map((member) => ({ ...member, name: script(member.name), lead: script(member.lead) })),
    })),
    legend: legendOf(groups, aspect, drawn),
    notes: notes.map(script),
    cited: drawn.cite([...plan.frame, ...odd, ...[...plan.leads.values()].flat()]),
    alt: script(word(drawn, 'figure-alt', { title, subtitle, text })),
  }
}

function isOpen({ entry: { value } }: Fact): boolean {
  return value !== undefined && 'things' in value && !value.complete
}

function isCountedOtherwise({ entry: { value } }: Fact): boolean {
  return new Set(countsIn(value)).size > 1
}

function memberOf(member: Thing, { leads }: MapPlan, { tongue, library }: DrawnIn): Member {
  const facts = leads.get(member) ?? []
  const named = [...new Set(facts.flatMap((fact) => leadersOf(fact)))].flatMap((id) => library.things.get(id) ?? [])
  const lead = named.map((one) => shortName(one, tongue)).join(tongue === 'zh' ? '、' : ', ')
  return { name: shortName(member, tongue), marked: facts.length > 0, lead }
}

function leadersOf({ notice, entry: { value } }: Fact): string[] {
  return thingsIn(value).map((id) => `${notice.id}/${id}`)
}

/** What the marks mean; null where there is nothing to tell apart. */
function legendOf(groups: readonly Group[], aspect: string, drawn: DrawnIn): ThingsMap['legend'] {
  const marks = new Set(groups.flatMap(({ members }) => members.map(({ marked }) => marked)))
  if (!marks.has(true)) return null
  const { script } = drawn
  return {
    marked: script(word(drawn, 'figure-marked', { aspect })),
    unmarked: marks.has(false) ? script(word(drawn, 'figure-unmarked')) : '',
  }
}

function groupText({ name, members }: Group, aspect: string, drawn: DrawnIn): string {
  const text = members.map((member) => memberText(member, aspect, drawn)).join(drawn.tongue === 'zh' ? '、' : ', ')
  return name === '' ? text : word(drawn, 'figure-item', { name, text })
}

function memberText({ name, marked, lead }: Member, aspect: string, drawn: DrawnIn): string {
  if (!marked) return name
  const note =
    lead === '' ? word(drawn, 'figure-marked', { aspect }) : word(drawn, 'figure-item', { name: capitalised(aspect), text: lead })
  return word(drawn, 'figure-with', { text: name, note })
}

function withoutStop(sentence: string): string {
  return sentence.replace(/[。.]$/, '')
}
