// `knowledge try`: what each save of an editor does to the answers.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { changesOf, showChange } from '../../scripts/knowledge/try/changes.js'
import { KNOWLEDGE } from '../terminal/fixture.js'
import { environment, hasPty, onTerminalOf, run } from '../terminal/program.js'

const COMMAND = join('dist', 'scripts', 'knowledge.js')
const WATCHING = 'Watching'
const RED = '\u001b[31m'

let dir: string
let pack: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'asknotice-'))
  pack = join(dir, 'courses-2024')
  cpSync(KNOWLEDGE, dir, { recursive: true })
})
afterEach(() => rmSync(dir, { recursive: true }))

/** The program, and what it has printed since the last time that this was asked. */
function start(args: readonly string[]): { child: ChildProcess; until: (text: string) => Promise<string> } {
  const child = spawn(process.execPath, [COMMAND, 'try', ...args], { env: environment(), stdio: ['ignore', 'pipe', 'inherit'] })
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
  })
  const until = async (text: string): Promise<string> => {
    await expect.poll(() => printed, { timeout: 30_000 }).toContain(text)
    const shown = printed
    printed = ''
    return shown
  }
  return { child, until }
}

async function leave(child: ChildProcess): Promise<number | null> {
  const ended = once(child, 'close')
  child.kill('SIGINT')
  return (await ended)[0] as number | null
}

describe('knowledge try', () => {
  it('shows what a save changes, keeps the last good answers over a broken edit, and ends with 0 at Ctrl-C', async () => {
    writeFileSync(join(pack, 'questions.txt'), '# what people ask\nWho leads the choir course?\n\n合唱课由谁牵头？\nWhat does it cost?\n')
    const facts = join(pack, 'facts.yaml')
    const good = readFileSync(facts, 'utf8')
    const { child, until } = start([dir])
    expect(await until(WATCHING)).toBe(`3 questions asked, 2 answered.\nWatching ${dir}; Ctrl-C leaves.\n`)

    writeFileSync(facts, good.replace('合唱课由文化馆牵头', '合唱课由美术馆牵头'))
    expect(await until('changed: 1')).toBe(
      '~ different: 合唱课由谁牵头？\n    合唱课由[-文化-]{+美术+}馆牵头。\n    来源：《社区课程开始申报》（2024-03-01），第2段\n3 questions asked; answers that changed: 1.\n',
    )

    writeFileSync(facts, good.replace('about: [choir]', 'about: [chior]'))
    expect(await until('stay')).toBe(
      `${relative('.', facts)}:2:11: there is no thing or kind "chior"; did you mean "choir"? If not, add it to things.yaml, or name a thing or kind that exists\nThis edit has problems; the last good answers stay.\n`,
    )

    writeFileSync(facts, good.replace('aspect: [lead]', 'aspect: [aim]'))
    const lost = await until('changed: 2')
    expect(lost.match(/^- lost: .*/gm)).toEqual(['- lost: Who leads the choir course?', '- lost: 合唱课由谁牵头？'])

    writeFileSync(facts, good)
    expect(await until('changed: 2')).toContain('+ gained: 合唱课由谁牵头？')

    writeFileSync(facts, `${good}# nothing new\n`)
    expect(await until('no answer')).toBe('3 questions asked; no answer changed.\n')
    expect(await leave(child)).toBe(0)
  })

  it('asks the questions that reach the facts where nobody wrote any, of one notice where its own folder is named', async () => {
    const { child, until } = start([pack])
    expect(await until(WATCHING)).toMatch(/^6 questions asked, 6 answered\.\n/)
    expect(await leave(child)).toBe(0)
  })

  it('takes questions from a file, as JSON lines too, and asks them again when that changes', async () => {
    const file = join(dir, 'asked.jsonl')
    writeFileSync(file, '{"turns": ["Who leads the choir course?", "and pottery?"]}\n')
    const { child, until } = start([dir, '--questions', file])
    expect(await until(WATCHING)).toMatch(/^1 questions asked, 1 answered\.\n/)
    writeFileSync(file, '{"turns": ["Who leads the choir course?", "and pottery?"]}\nWho leads pottery?\n')
    expect(await until('asked')).toBe('2 questions asked; no answer changed.\n')
    expect(await leave(child)).toBe(0)
    const gone = await run(COMMAND, ['try', dir, '--questions', join(dir, 'gone.txt')])
    expect([gone.code, gone.stderr]).toEqual([2, `${join(dir, 'gone.txt')} is not there; name a file of questions, one a line.\n`])
  })

  it.skipIf(!hasPty)(
    'has colours on a terminal, unless NO_COLOR is set, and ends with 0 at Ctrl-C (needs python3 with its pty module)',
    async () => {
      writeFileSync(join(pack, 'facts.yaml'), 'x')
      const args = [COMMAND, 'try', dir]
      const coloured = await onTerminalOf(args, [[WATCHING, '\u0003']])
      expect([coloured.code, coloured.screen.includes(RED)]).toEqual([0, true])
      const plain = await onTerminalOf(args, [[WATCHING, '\u0003']], { NO_COLOR: '1' })
      expect([plain.code, plain.screen.includes(RED)]).toEqual([0, false])
    },
  )
})

describe('changes of answers', () => {
  const said = (question: string, text: string, answered = true) => ({ question, text, answered })

  it('are those of questions that were asked before', () => {
    const before = [said('a', '1'), said('b', '1'), said('c', 'none', false), said('d', '1')]
    const after = [said('a', '1'), said('b', '2'), said('c', '3'), said('d', 'none', false), said('e', '5')]
    expect(changesOf(before, after)).toEqual([
      { kind: 'different', question: 'b', before: '1', after: '2' },
      { kind: 'gained', question: 'c', before: 'none', after: '3' },
      { kind: 'lost', question: 'd', before: '1', after: 'none' },
    ])
  })

  it('show the words that went and came', () => {
    const marks = { added: (text: string) => `<${text}>`, removed: (text: string) => `(${text})`, label: (_: string, text: string) => text }
    expect(showChange({ kind: 'different', question: 'When?', before: 'by 1 May', after: 'by 1 June' }, marks)).toBe(
      '~ different: When?\n    by 1 (May)<June>',
    )
  })
})
