// The guide for editors, followed alone in an empty folder: every command of it is run, and what it prints is what stands there.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { ROLES } from '../src/knowledge/schema.js'
import { ANSWERS } from './guide/answers.js'
import { fits, follow, type Shown, type Stage, stageIn } from './guide/follow.js'
import { type Step, stepsOf } from './guide/steps.js'
import { LoopbackTelegram } from './telegram/loopback/server.js'
import { freePort } from './telegram/serving.js'
import { ASK, objects, run } from './terminal/program.js'

/** What the guide takes longest for is a program that starts, on a machine that does much else. */
const LONGEST = 600_000

/** Two weeks before the notice's deadline. */
const DAY = '2030-09-01'

interface Guide {
  readonly file: string
  readonly text: string
  readonly steps: readonly Step[]
  readonly stage: Stage
  readonly shown: readonly Shown[]
}

let telegram: LoopbackTelegram[] = []
let guides: readonly Guide[] = []

/** Both at the same time: they share nothing. */
beforeAll(async () => {
  guides = await Promise.all([followed('docs/editing.md', 'en_GB.UTF-8'), followed('docs/editing.zh.md', 'zh_CN.UTF-8')])
}, LONGEST)

afterAll(async () => {
  await Promise.all(telegram.map((one) => one.stop()))
  telegram = []
  for (const { stage } of guides) rmSync(join(stage.folder, '..'), { recursive: true })
})

async function followed(file: string, lang: string): Promise<Guide> {
  const platform = await LoopbackTelegram.start({ waitMs: 20_000 })
  telegram.push(platform)
  const stage = stageIn(mkdtempSync(join(tmpdir(), 'asknotice-')), {
    port: String(await freePort()),
    lang,
    env: { TELEGRAM_BOT_TOKEN: platform.token, TELEGRAM_API_ROOT: platform.apiRoot },
    patience: 60_000,
  })
  const text = readFileSync(file, 'utf8')
  const steps = stepsOf(text)
  return { file, text, steps, stage, shown: await follow(steps, stage) }
}

const guide = (index: number): Guide => guides[index] as Guide

describe.each([
  [0, 'docs/editing.md'],
  [1, 'docs/editing.zh.md'],
])('guide %i, %s', (index) => {
  it('shows what each of its commands prints', () => {
    const { shown } = guide(index)
    const differing = shown.filter(({ printed, expected }) => !fits(printed, expected))
    expect(differing.map(({ line, command, expected, printed }) => ({ line, command, expected, printed }))).toEqual([])
    expect(shown.length).toBeGreaterThan(20)
  })

  it('leads to a notice that answers', async () => {
    const input = ANSWERS.map(({ question }) => JSON.stringify({ question, now: DAY })).join('\n')
    const { stdout } = await run(ASK, ['--jsonl', '--knowledge', join(guide(index).stage.folder, 'knowledge')], { input })
    const said = objects(stdout).map(({ status, text }, i) => [ANSWERS[i]?.question, status, String(text).split('\n')[0]])
    expect(said).toEqual(ANSWERS.map(({ question, status, text }) => [question, status, text]))
  })

  it('names every role and every aspect, and links only to headings and files that are there', () => {
    const { text } = guide(index)
    const rows = [...text.matchAll(/^\| `([a-z]+)` \|/gm)].map(([, name]) => name)
    expect(rows).toEqual(expect.arrayContaining([...ROLES]))
    const aspects = Object.keys(parse(readFileSync('language/aspects.yaml', 'utf8')) as object)
    expect(aspects.filter((aspect) => !text.includes(`\`${aspect}\``))).toEqual([])
    const anchors = new Set([...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading)))
    const links = [...text.matchAll(/\]\(#([^)]*)\)/g)].map(([, anchor = '']) => anchor)
    expect([links.length > 3, links.filter((anchor) => !anchors.has(anchor))]).toEqual([true, []])
    const files = [...text.matchAll(/\]\(([^#)]+)/g)].map(([, file = '']) => join('docs', file))
    expect([files.length > 1, files.filter((file) => !existsSync(file))]).toEqual([true, []])
  })
})

it('both guides lead to the same notice', () => {
  const [one, other] = [0, 1].map((index) => {
    const folder = join(guide(index).stage.folder, 'knowledge', 'autumn-market')
    const files = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
    return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
  })
  expect(Object.keys(one ?? {})).toEqual(['eligibility.yaml', 'facts.yaml', 'gaps.yaml', 'notice.yaml', 'things.yaml'])
  expect(other).toEqual(one)
})

it('both guides take the same steps', () => {
  const kinds = (index: number): string[] => guide(index).steps.map(({ kind }) => kind)
  expect(kinds(1)).toEqual(kinds(0))
})

it('a line that differs is seen, and … stands for lines or a part of one', () => {
  const printed = ['a: 1', 'b', 'c', 'd.']
  expect([fits(printed, ['a: …', '…', 'd.']), fits(printed, ['a: …', '…', 'd']), fits(printed, ['a: 1', 'b', 'c'])]).toEqual([
    true,
    false,
    false,
  ])
})

/** As GitHub makes it. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/ /g, '-')
}
