// `npm start` without a terminal: the lines that it reads are one conversation.
import { describe, expect, it } from 'vitest'
import { CHOIR_ZH, KNOWLEDGE, POTTERY } from './fixture.js'
import { run, START } from './program.js'

const CONNECT =
  'To connect Discord or Telegram, set DISCORD_TOKEN or TELEGRAM_BOT_TOKEN and start again; see README. To see it first: npm run preview.\n'
const chat = (input: string, env: Record<string, string> = {}) => run(START, [], { input, env: { KNOWLEDGE_DIR: KNOWLEDGE, ...env } })

describe('a conversation over a pipe', () => {
  it('is answered plainly, a blank line between the answers', async () => {
    const { code, stdout, stderr } = await chat(`${POTTERY.question}\n\nand the choir course?\r\n${CHOIR_ZH.question}`)
    const choir =
      'The choir course is led by the cultural centre.\nSource: “Community courses open for application” (2024-03-01), paragraph 2'
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: `${POTTERY.text}\n\n${choir}\n\n${CHOIR_ZH.text}\n`, stderr: CONNECT })
  })

  it('may be empty', async () => {
    expect(await chat('')).toEqual({ code: 0, stdout: '', stderr: CONNECT })
  })

  it.each([
    [{ LANG: 'zh_CN.UTF-8' }, '要接入 Discord 或 Telegram：'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_TW' }, '重新啟動'],
    [{ LANG: 'C' }, 'To connect Discord or Telegram'],
  ])('says in the language of %j how to connect a platform', async (env, says) => {
    expect((await chat('', env)).stderr).toContain(says)
  })

  it('offers numbered choices, which a number picks', async () => {
    const { stdout } = await chat('hello\n2\n')
    expect(stdout).toMatch(
      /^Hello!.*\n1\. When must community course programme be completed\?\n2\. Who leads choir course\?\n\n→ Who leads choir course\?\nThe choir course is led/,
    )
  })
})

describe('the commands', () => {
  it('/explain explains the last answer, as it was given', async () => {
    const { stdout } = await chat(`/explain\n${POTTERY.question}\nand the choir course?\n/explain\n`)
    expect(stdout).toMatch(/^There is no answer to explain yet/)
    expect(stdout).toContain('lead (牵头部门, lead department): taken over from the conversation')
  })

  it('/explain WORDS explains those words, and asks nothing by it', async () => {
    const { stdout } = await chat(`/explain ${POTTERY.question}\n/explain\n`)
    for (const line of POTTERY.text.split('\n')) expect(stdout).toContain(line)
    expect(stdout).toMatch(/^Normalised\n.*\n\nThere is no answer to explain yet/s)
  })

  it('/lang sets the language of the answers until /lang auto', async () => {
    const { stdout } = await chat(`/lang zh-hant\n${POTTERY.question}\n/lang AUTO\n${POTTERY.question}\n/lang fr\n`)
    const [set, answer, auto, again, usage] = stdout.split('\n\n')
    expect(set).toBe('之後用繁體中文回答；/lang auto 恢復為跟隨問題。')
    expect(answer).toBe('陶藝課由美術館牽頭。\n來源：《社區課程開始申報》（2024-03-01），第3段')
    expect(auto).toContain('之後用提問的語言回答')
    expect(again).toBe(POTTERY.text)
    expect(usage).toBe('Write /lang zh-Hans, /lang zh-Hant, /lang en or /lang auto.\n')
  })

  it('/help lists them all, /quit ends, any other is refused; full-width slashes count', async () => {
    const { code, stdout } = await chat(`/nope\n／help\n/quit\n${POTTERY.question}\n`)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^There is no such command; \/help lists them\.\n\nType a question/)
    for (const command of ['/explain [question]', '/lang zh-Hans|zh-Hant|en|auto', '/help', '/quit'])
      expect(stdout).toContain(`\n${command}  `)
    expect(stdout).not.toContain('art museum')
  })
})
