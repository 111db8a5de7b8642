// Generated notices as the folders of YAML that an editor would have written.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { generateNotices } from './generate-notice.js'

/** Facts of a small notice. */
const FACTS_EACH = 25

/** Writes `count` small notices under `dir`, a folder each. */
export function writePacks(dir: string, count: number): void {
  for (const { id, file, things, facts } of generateNotices(count * FACTS_EACH, [], { each: { least: FACTS_EACH, most: FACTS_EACH } })) {
    const folder = join(dir, id)
    mkdirSync(folder, { recursive: true })
    const write = (name: string, data: unknown): void =>
      writeFileSync(join(folder, name), stringify(data, { lineWidth: 0, aliasDuplicateObjects: false }))
    write('notice.yaml', file)
    write('things.yaml', [...things.values()])
    write('facts.yaml', [...facts.values()])
  }
}
