// Reads language/*.yaml. With knowledge/read.ts the only code of the core that touches the disk; importing it does nothing.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { cueWeight } from '../tuning.js'
import type { Aspect, AspectRule, Language, Phrase } from './language.js'
import {
  askingSchema,
  aspectsSchema,
  commandsSchema,
  cuesSchema,
  fillersSchema,
  numeralsSchema,
  unitsSchema,
  wordingSchema,
} from './schema.js'

/** Reads the language files of `dir`. Throws a zod or YAML error that names what is wrong: they are part of the program. */
export function readLanguage(dir: string): Language {
  const load = (file: string): unknown => parse(readFileSync(join(dir, file), 'utf8'))
  const cues = new Map(Object.entries(cuesSchema.parse(load('cues.yaml'))).map(([id, lists]) => [id, phrases(lists)]))
  const aspects = Object.entries(aspectsSchema.parse(load('aspects.yaml'))).map(([id, a]): [string, Aspect] => [
    id,
    { id, ...a, rules: a.rules.map((rule) => readRule(rule, id, cues)) },
  ])
  const units = unitsSchema.parse(load('units.yaml'))
  const numerals = numeralsSchema.parse(load('numerals.yaml'))
  return {
    cues,
    fillers: phrases(fillersSchema.parse(load('fillers.yaml'))),
    asking: askingOf(askingSchema.parse(load('asking.yaml'))),
    numerals: new Map([...Object.entries(numerals.zh), ...Object.entries(numerals.en)]),
    units: new Map(Object.entries(units).flatMap(([id, lists]) => phrases(lists).map(({ text }) => [text, id] as const))),
    spans: new Set(Object.keys(units).filter((id) => units[id]?.time)),
    tallies: new Set(Object.keys(units).filter((id) => units[id]?.tally)),
    currencies: new Set(Object.keys(units).filter((id) => units[id]?.money)),
    aspects: new Map(aspects),
    commands: new Map(Object.entries(commandsSchema.parse(load('commands.yaml')))),
    wording: new Map(Object.entries(wordingSchema.parse(load('wording.yaml')))),
  }
}

function phrases(lists: { zh: string; en: string }): Phrase[] {
  const zh = lists.zh.split(/\s+/).filter(Boolean)
  const en = lists.en
    .split(',')
    .map((phrase) => phrase.trim())
    .filter(Boolean)
  return [...zh.map((text): Phrase => ({ text, tongue: 'zh' })), ...en.map((text): Phrase => ({ text, tongue: 'en' }))]
}

function askingOf(words: { zh: string; zh_end: string; en: string; en_before: string }): RegExp {
  const either = (list: string): string =>
    list
      .split(/[\s,]+/)
      .filter(Boolean)
      .join('|')
  const english = `^\\W*(?:(?:${either(words.en_before)})\\s+)?(?:${either(words.en)})\\b`
  return new RegExp(`${either(words.zh)}|(?:${either(words.zh_end)})\\s*$|${english}`, 'u')
}

/** Met by a calendar year in the question. */
const YEAR = 'year'

function readRule(rule: string, aspect: string, cues: ReadonlyMap<string, unknown>): AspectRule {
  const needs = rule.split(/\s+/)
  const unknown = needs.find((need) => !/^[@#]/.test(need) && need !== YEAR && !cues.has(need))
  if (unknown) throw new Error(`aspects.yaml: ${aspect}: no cue is called "${unknown}" in the rule "${rule}"`)
  return { needs, weight: needs.reduce((sum, need) => sum + cueWeight(need), 0) }
}
