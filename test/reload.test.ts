// The knowledge is edited while the program serves: a good edit is answered from at once, a bad one changes nothing and is told.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { LoopbackTelegram } from './telegram/loopback/server.js'
import { freePort } from './telegram/serving.js'
import { environment, START } from './terminal/program.js'

it('an edit shows in the next answer, a mistake in /readyz at file and line, and SIGHUP reads anew', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'asknotice-'))
  cpSync(join(import.meta.dirname, 'terminal', 'knowledge'), folder, { recursive: true })
  const file = join(folder, 'courses-2024', 'facts.yaml')
  const good = readFileSync(file, 'utf8')
  const telegram = await LoopbackTelegram.start({ waitMs: 20_000, pollSeconds: 1 })
  const port = await freePort()
  const child = spawn(process.execPath, [START], {
    env: environment({
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
      KNOWLEDGE_DIR: folder,
      HTTP_PORT: String(port),
    }),
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  const ended = once(child, 'close')
  const ready = async (): Promise<{ knowledge: { version: string; problems: string[] } }> =>
    (await (await fetch(`http://127.0.0.1:${port}/readyz`)).json()) as { knowledge: { version: string; problems: string[] } }
  let count = 0
  const ask = async (text: string): Promise<string> => {
    telegram.say({ text })
    return (await telegram.message(count++)).text
  }
  await expect.poll(() => said, { timeout: 20_000 }).toContain('serving as')
  expect(await ask('who leads the choir course?')).toContain('The choir course is led')
  const before = (await ready()).knowledge.version

  writeFileSync(file, good.replaceAll('The choir course is led', 'The big choir course is led'))
  await expect.poll(async () => (await ready()).knowledge.version, { timeout: 10_000 }).not.toBe(before)
  expect(await ask('who leads the choir course?')).toContain('The big choir course is led')

  writeFileSync(file, good.replace(/about: /, 'abbout: '))
  await expect.poll(async () => (await ready()).knowledge.problems.length, { timeout: 10_000 }).toBeGreaterThan(0)
  expect((await ready()).knowledge.problems[0]).toMatch(/facts\.yaml:\d+:\d+: /)
  expect(said).toMatch(/"event":"knowledge.refused".*facts\.yaml:\d+/)
  expect(await ask('who leads the choir course?')).toContain('The big choir course is led')

  // What some editors leave beside a file while it is edited: a link to nowhere.
  const link = join(folder, 'courses-2024', '.#facts.yaml')
  symlinkSync('somebody@somewhere', link)
  child.kill('SIGHUP')
  expect(await ask('who leads the choir course?')).toContain('The big choir course is led')
  rmSync(link)

  writeFileSync(file, good)
  child.kill('SIGHUP')
  await expect.poll(async () => (await ready()).knowledge, { timeout: 10_000 }).toMatchObject({ version: before, problems: [] })
  expect(await ask('who leads the choir course?')).toContain('The choir course is led')

  child.kill('SIGTERM')
  expect((await ended)[0]).toBe(0)
  await telegram.stop()
  rmSync(folder, { recursive: true })
}, 60_000)
