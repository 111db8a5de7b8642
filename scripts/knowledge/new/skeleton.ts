// What was answered → the files of a new notice, from templates/notice/.
import { readdirSync, readFileSync } from 'node:fs'
import { dayText, parseDay } from '../../../src/compose/calendar.js'
import { withSchema } from '../schema-files.js'
import type { Given } from './fields.js'

/** Longest evidence that a fact may have, in characters. */
const LONGEST_EVIDENCE = 16

/** Files by name. @param schemas the folder of the JSON Schemas, as it is reached from the notice's */
export function skeleton(id: string, answers: Given, templates: string, schemas: string): ReadonlyMap<string, string> {
  const values = new Map([...answers, ['id', id]])
  values.set('evidence', [...(answers.get('source-title-zh') ?? '')].slice(0, LONGEST_EVIDENCE).join('').trim())
  for (const name of ['issued', 'published']) {
    const date = answers.get(name)
    if (date === undefined) continue
    for (const tongue of ['zh', 'en'] as const) values.set(`${name}-${tongue}`, dayText(parseDay(date), tongue))
  }
  return new Map(
    readdirSync(templates)
      .sort()
      .map((file) => [file, withSchema(fill(readFileSync(`${templates}/${file}`, 'utf8'), values), file, schemas)]),
  )
}

/** Puts values for {{name}}; lines between {{#name}} and {{/name}} stay where there is one, those of {{^name}} where there is none. */
function fill(template: string, values: Given): string {
  return template
    .replace(/^\{\{([#^])([a-z-]+)\}\}\n([\s\S]*?)^\{\{\/\2\}\}\n/gm, (_, mark: string, name: string, lines: string) =>
      values.has(name) === (mark === '#') ? lines : '',
    )
    .replace(/\{\{([a-z-]+)\}\}/g, (_, name: string) => {
      const value = values.get(name)
      if (value === undefined) throw new Error(`templates/notice: nothing fills {{${name}}}`)
      // Within double quotes YAML is written as JSON is.
      return JSON.stringify(value).slice(1, -1)
    })
}
