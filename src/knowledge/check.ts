// What a schema cannot see: ids that must exist, names that must differ, evidence that must stand in the source.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../language/language.js'
import { isTraditional } from '../query/script.js'
import { phraseKey, toUnits } from '../query/units.js'
import type { Problem } from './notice.js'
import { type EligibilityRule, type FactEntry, type Gap, type NoticeFile, PLAIN_KINDS, type ThingEntry } from './schema.js'
import type { Path, YamlFile } from './yaml-file.js'

export interface NoticeFiles {
  readonly notice: YamlFile<NoticeFile>
  readonly things: YamlFile<ThingEntry[]>
  readonly facts: YamlFile<FactEntry[]>
  readonly eligibility: YamlFile<EligibilityRule[]>
  readonly gaps: YamlFile<Gap[]>
}

export interface CheckInput {
  readonly folder: string
  readonly files: NoticeFiles
  readonly language: Language
  readonly sources?: string | undefined
}

/** Problems of a notice whose files each fit their schema. */
export function checkNotice({ folder, files, language, sources }: CheckInput): Problem[] {
  const notice = files.notice.data as NoticeFile
  const things = files.things.data as ThingEntry[]
  const facts = files.facts.data as FactEntry[]
  const kinds = new Set([...notice.kinds.map((kind) => kind.id), ...PLAIN_KINDS])
  const thingIds = new Set(things.map((thing) => thing.id))
  const known = new Set([...thingIds, ...notice.kinds.map((kind) => kind.id)])
  const factIds = new Set(facts.map((fact) => fact.id))
  const problems: Problem[] = []
  const need = (file: YamlFile<unknown>, path: Path, id: string | undefined, ids: ReadonlySet<string>, what: string): void => {
    if (id !== undefined && !ids.has(id)) problems.push(file.at(path, `${what} "${id}" does not exist; ${hint(id, ids)}`))
  }
  if (notice.id !== folder) problems.push(files.notice.at(['id'], `the id is "${notice.id}" but the folder is "${folder}"; make them equal`))
  notice.whole.forEach((id, i) => { need(files.notice, ['whole', i], id, thingIds, 'the thing') })
  const aspects = new Set(language.aspects.keys())
  const factAspects = new Set([...aspects, 'count', 'focus'])
  notice.kinds.forEach((kind, i) => { need(files.notice, ['kinds', i, 'default'], kind.default, aspects, 'the aspect') })
  problems.push(...duplicates(files.things, [...things]), ...duplicates(files.facts, facts))
  things.forEach((thing, i) => {
    need(files.things, [i, 'kind'], thing.kind, kinds, 'the kind')
    need(files.things, [i, 'part_of'], thing.part_of, thingIds, 'the thing')
    thing.is_a.forEach((id, j) => { need(files.things, [i, 'is_a', j], id, thingIds, 'the thing') })
  })
  facts.forEach((fact, i) => {
    fact.about.forEach((id, j) => { need(files.facts, [i, 'about', j], id, known, 'the thing') })
    fact.aspect.forEach((id, j) => { need(files.facts, [i, 'aspect', j], id, factAspects, 'the aspect') })
    if (fact.value && 'things' in fact.value) fact.value.things.forEach((id, j) => { need(files.facts, [i, 'value', 'things', j], id, thingIds, 'the thing') })
    need(files.facts, [i, 'says'], fact.says, thingIds, 'the speaker')
    need(files.facts, [i, 'of'], fact.of, factIds, 'the fact')
  })
  ;(files.eligibility.data as EligibilityRule[]).forEach((rule, i) => {
    need(files.eligibility, [i, 'track'], rule.track, thingIds, 'the thing')
    rule.open_to.forEach((id, j) => { need(files.eligibility, [i, 'open_to', j], id, thingIds, 'the applicant') })
    need(files.eligibility, [i, 'fact'], rule.fact, factIds, 'the fact')
  })
  ;(files.gaps.data as Gap[]).forEach((gap, i) => {
    need(files.gaps, [i, 'aspect'], gap.aspect, aspects, 'the aspect')
    gap.about.forEach((id, j) => { need(files.gaps, [i, 'about', j], id, known, 'the thing') })
    gap.nearest.forEach((id, j) => { need(files.gaps, [i, 'nearest', j], id, factIds, 'the fact') })
  })
  problems.push(...sameNames(files.things, things, notice), ...evidence(files.facts, facts, notice, sources), ...script(files))
  return problems
}

function hint(id: string, ids: ReadonlySet<string>): string {
  const like = [...ids].find((other) => other.startsWith(id.slice(0, 4)) || other.endsWith(id.slice(-5)))
  return like ? `did you mean "${like}"?` : 'add it, or name one that exists'
}

function duplicates(file: YamlFile<unknown>, entries: readonly { id: string }[]): Problem[] {
  const seen = new Set<string>()
  return entries.flatMap(({ id }, i) => {
    if (!seen.has(id)) return seen.add(id) && []
    return [file.at([i, 'id'], `the id "${id}" is used twice; give each entry an id of its own`)]
  })
}

/** The same name on two things that are treated alike cannot be told apart; on a domain and an applicant it can, by what is asked. */
function sameNames(file: YamlFile<unknown>, things: readonly ThingEntry[], notice: NoticeFile): Problem[] {
  const roleOf = (thing: ThingEntry): string => notice.kinds.find((kind) => kind.id === thing.kind)?.role ?? 'plain'
  const owners = new Map<string, string>()
  const problems: Problem[] = []
  things.forEach((thing, i) => {
    const own = new Set<string>()
    const lists = [['name', 'zh'], ['name', 'en'], ['aliases', 'zh'], ['aliases', 'en'], ['loose', 'zh'], ['loose', 'en']] as const
    for (const [list, tongue] of lists) {
      const texts = [thing[list][tongue]].flat()
      texts.forEach((text, j) => {
        const key = `${roleOf(thing)} ${phraseKey(toUnits(text.normalize('NFKC').toLowerCase()))}`
        if (own.has(key)) return
        own.add(key)
        const owner = owners.get(key)
        const path = list === 'name' ? [i, list, tongue] : [i, list, tongue, j]
        if (owner === undefined) owners.set(key, thing.id)
        else problems.push(file.at(path, `"${text}" already names "${owner}"; keep it on the one that people mean`))
      })
    }
  })
  return problems
}

function evidence(file: YamlFile<unknown>, facts: readonly FactEntry[], notice: NoticeFile, sources: string | undefined): Problem[] {
  const path = sources && notice.source.file ? join(sources, notice.source.file) : null
  if (!path || !existsSync(path)) return []
  const paragraphs = readFileSync(path, 'utf8').split('\n').filter((line) => line.trim() !== '')
  return facts.flatMap((fact, i) => {
    const { paragraph, evidence: phrase } = fact.source
    const text = paragraphs[paragraph - 1]
    if (text === undefined) return [file.at([i, 'source', 'paragraph'], `the source has ${paragraphs.length} paragraphs; name one of them`)]
    if (text.includes(phrase)) return []
    const other = paragraphs.findIndex((p) => p.includes(phrase)) + 1
    return [file.at([i, 'source', 'evidence'], `"${phrase}" does not stand in paragraph ${paragraph}; ${other ? `it stands in paragraph ${other}` : 'quote it as it is printed'}`)]
  })
}

/** Chinese is written in simplified characters: traditional ones are derived. */
function script(files: NoticeFiles): Problem[] {
  const problems: Problem[] = []
  const walk = (file: YamlFile<unknown>, value: unknown, path: Path): void => {
    if (typeof value === 'string' && isTraditional(value)) problems.push(file.at(path, `"${value.slice(0, 20)}" has traditional characters; write simplified ones, the others are derived`))
    else if (Array.isArray(value)) value.forEach((item, i) => { walk(file, item, [...path, i]) })
    else if (value && typeof value === 'object') for (const [key, item] of Object.entries(value)) if (key !== 'evidence') walk(file, item, [...path, key])
  }
  for (const file of [files.notice, files.things, files.facts]) walk(file, file.data, [])
  return problems
}
