// `npm start` on a terminal: prompt, colours, picking by number, history, and the ways to leave.
import { describe, expect, it } from 'vitest'
import { KNOWLEDGE, POTTERY } from './fixture.js'
import { hasPty, onTerminal } from './program.js'

const ESC = '\u001b'
const [CTRL_C, CTRL_D, UP] = ['\u0003', '\u0004', `${ESC}[A`]
const PROMPT = '> '
// Colours; what moves the cursor is readline's own.
const COLOUR = new RegExp(`${ESC}\\[[\\d;]*m`)

const chat = (steps: readonly (readonly [string, string])[], env: Record<string, string> = {}) =>
  onTerminal(steps, { KNOWLEDGE_DIR: KNOWLEDGE, ...env })

describe.skipIf(!hasPty)('on a terminal (needs python3 with its pty module)', () => {
  it('greets, says in one line how to connect a platform, and offers questions', async () => {
    const { code, screen } = await chat([[PROMPT, '/quit\r']], { NO_COLOR: '1' })
    expect(code).toBe(0)
    expect(screen.replaceAll('\r', '').split('\n').slice(0, 6)).toEqual([
      'To connect Discord or Telegram, set DISCORD_TOKEN or TELEGRAM_BOT_TOKEN and start again; see README. To see it first: npm run preview.',
      'Hello! Every answer cites its source. /help lists the commands, /quit leaves.',
      '',
      'What would you like to know? I can answer questions about the community course notice (2024).',
      '1. When must community course programme be completed?',
      '2. Who leads choir course?',
    ])
    expect(screen.trimEnd()).toMatch(/Goodbye!$/)
  })

  it('greets in the language of LANG', async () => {
    expect((await chat([[PROMPT, CTRL_D]], { LANG: 'zh_CN.UTF-8' })).screen).toContain('你好！')
  })

  it.each([
    ['Ctrl-C', CTRL_C],
    ['Ctrl-D', CTRL_D],
  ])('has colours, and ends with code 0 at %s', async (_, key) => {
    const { code, screen } = await chat([
      [PROMPT, `${POTTERY.question}\r`],
      [PROMPT, key],
    ])
    expect(code).toBe(0)
    expect(screen.trimEnd()).toMatch(/\r\nGoodbye!$/)
    expect(screen).toMatch(COLOUR)
  })

  it('picks a suggestion by its number', async () => {
    const { screen } = await chat(
      [
        [PROMPT, '2\r'],
        [PROMPT, '9\r'],
        [PROMPT, CTRL_D],
      ],
      { NO_COLOR: '1' },
    )
    expect(screen).toContain('→ Who leads choir course?\r\nThe choir course is led by the cultural centre.')
    expect(screen).toMatch(/No suggestion has that number: type one from 1 to \d, or a question\./)
  })

  it('brings back earlier lines', async () => {
    const { screen } = await chat([
      [PROMPT, `${POTTERY.question}\r`],
      [PROMPT, '/help\r'],
      [PROMPT, `${UP}${UP}\r`],
      ['art museum', ''],
      [PROMPT, CTRL_D],
    ])
    expect(screen.match(/is led by the art museum\./g)).toHaveLength(2)
  })

  const steps = [
    [PROMPT, `${POTTERY.question}\r`],
    [PROMPT, CTRL_D],
  ] as const

  it.each([{ NO_COLOR: '1' }, { NO_COLOR: '1', FORCE_COLOR: '1' }, { TERM: 'dumb' }])('has none with %j', async (env) => {
    expect((await chat(steps, env)).screen).not.toMatch(COLOUR)
  })
})
