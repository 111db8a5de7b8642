// A small valid notice of our own invention, and a way to write it to disk with one thing changed.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { onTestFinished } from 'vitest'
import { formatProblem } from '../../src/knowledge/notice.js'
import { type ReadOptions, readKnowledge } from '../../src/knowledge/read.js'
import { readLanguage } from '../../src/language/read.js'

/** Files by their path; null: the file is not there. */
export type Files = Readonly<Record<string, string | Uint8Array | null>>

export const ID = 'library-opening'

/** The one source of the notice, as its file has it. */
export const ONE_SOURCE = `source:
  id: riverbend-news
  title: { zh: 图书馆开馆, en: The library opens }
  publisher: { zh: 河湾镇报, en: Riverbend News }
  date: 2030-03-01
  file: library.txt
  sections:
    - { from: 1, heading: { zh: 导语, en: Introduction } }
    - { from: 3, heading: { zh: 借书证, en: Cards } }
`

const NOTICE = `# A town opens a library. Invented.
id: library-opening
title: { zh: 关于河湾镇图书馆开馆的通知, en: Notice on the Opening of the Riverbend Library }
short: { zh: 图书馆开馆通知, en: library opening notice }
time_zone: Asia/Shanghai
${ONE_SOURCE}whole: [notice]
kinds:
  - id: floor
    role: group
    name: { zh: 楼层, en: floor }
    plural: { en: floors }
  - id: room
    role: item
    name: { zh: 阅览室, en: reading room }
    plural: { en: reading rooms }
    default: membership
    aliases: { zh: [房间], en: [room, rooms] }
  - id: card
    role: track
    name: { zh: 借书证, en: library card }
    plural: { en: library cards }
  - id: reader
    role: applicant
    name: { zh: 读者, en: reader }
    plural: { en: readers }
`

const THINGS = `- id: notice
  kind: notice
  name: { zh: 开馆通知, en: the opening notice }
  loose: { zh: [通知], en: [notice] }
- id: ground-floor
  kind: floor
  name: { zh: 一楼, en: ground floor }
- id: map-room
  kind: room
  name: { zh: 地图室, en: map room }
  aliases:
    zh: [看地图的地方, 地图]
    en: [maps, atlas room]
  part_of: ground-floor
- id: music-room
  kind: room
  name: { zh: 音乐室, en: music room }
  aliases: { zh: [听音乐的地方], en: [listening room] }
  part_of: ground-floor
- id: yearly-card
  kind: card
  name: { zh: 年卡, en: yearly card }
- id: resident
  kind: reader
  name: { zh: 居民, en: resident }
- id: child
  kind: reader
  name: { zh: 儿童, en: child }
  is_a: [resident]
`

const FACTS = `- id: opening-day
  about: [notice]
  aspect: [start-date]
  value: { date: 2030-04-01, precision: day }
  text:
    zh: 图书馆2030年4月1日开馆。
    en: The library opens on 1 April 2030.
  says: notice
  source: { paragraph: 2, evidence: 四月一日开馆 }
- id: rooms
  about: [ground-floor]
  aspect: [membership]
  value: { things: [map-room, music-room] }
  text:
    zh: 一楼有地图室和音乐室。
    en: The ground floor has a map room and a music room.
  says: notice
  source: { paragraph: 2, evidence: 一楼设地图室 }
- id: who-may-have-a-card
  about: [yearly-card]
  aspect: [eligibility]
  text:
    zh: 年卡发给本镇居民。
    en: Yearly cards are for residents of the town.
  says: notice
  source: { paragraph: 3, evidence: 居民可领年卡 }
`

const ELIGIBILITY = `- track: yearly-card
  open_to: [resident]
  fact: who-may-have-a-card
`

const GAPS = `- aspect: application-deadline
  nearest: [opening-day]
`

/** The source text: what a folder of sources would hold. */
const SOURCE = `图书馆开馆

河湾镇图书馆四月一日开馆，一楼设地图室和音乐室。
本镇居民可领年卡。
`

export const SMALL_PACK: Files = {
  'knowledge/library-opening/notice.yaml': NOTICE,
  'knowledge/library-opening/things.yaml': THINGS,
  'knowledge/library-opening/facts.yaml': FACTS,
  'knowledge/library-opening/eligibility.yaml': ELIGIBILITY,
  'knowledge/library-opening/gaps.yaml': GAPS,
  'sources/library.txt': SOURCE,
}

/** A slip of an editor: in a file, the text that stands there once, and what it becomes. */
export type Slip = readonly [file: 'notice' | 'things' | 'facts' | 'eligibility' | 'gaps', from: string, to: string]

/** The small pack with slips in it. */
export function packWith(...slips: readonly Slip[]): Files {
  return slipped(SMALL_PACK, slips)
}

/** A pack with slips in it, one after the other. */
export function slipped(pack: Files, slips: readonly Slip[]): Files {
  const files: Record<string, string | Uint8Array | null> = { ...pack }
  for (const [file, from, to] of slips) {
    const path = `knowledge/${ID}/${file}.yaml`
    const text = files[path]
    if (typeof text !== 'string' || text.split(from).length !== 2) throw new Error(`${file}.yaml does not hold this text once: ${from}`)
    files[path] = text.replace(from, () => to)
  }
  return files
}

/** Writes files to a folder of their own, which is removed after the test. */
export function write(files: Files): string {
  const root = mkdtempSync(join(tmpdir(), 'asknotice-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  writeTo(root, files)
  return root
}

/** Writes files under a folder that is there. */
export function writeTo(root: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    if (content === null) continue
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
}

export const LANGUAGE = readLanguage('language')

/** The lines that an editor is shown for these files, without the temporary folder before each name. */
export function problemsOf(files: Files, options: ReadOptions = {}): string[] {
  const root = write(files)
  const here = `${relative('.', root)}/knowledge`
  return readKnowledge(join(root, 'knowledge'), LANGUAGE, options).problems.map((problem) =>
    formatProblem(problem).replace(`${here}/`, '').replace(here, 'knowledge'),
  )
}

/** The same with the source text at hand. */
export function problemsWithSource(files: Files): string[] {
  const root = write({ 'sources/library.txt': files['sources/library.txt'] ?? null })
  return problemsOf(files, { sources: join(root, 'sources') })
}
