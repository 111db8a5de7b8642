// What could not be answered, kept where the operator asks for it: nothing that tells who asked, and readable from three people on.
import { spawn } from 'node:child_process'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SettingsError } from '../adapters/settings/read-settings.js'
import { alone } from '../adapters/shared-state/local/alone.js'
import { Feedback } from '../adapters/unanswered/feedback.js'
import { readUnanswered } from '../adapters/unanswered/read-unanswered.js'
import { scrub } from '../adapters/unanswered/scrub.js'
import { UnansweredLog } from '../adapters/unanswered/unanswered-log.js'
import { serving as onDiscord } from './discord/serving.js'
import { LoopbackTelegram } from './telegram/loopback/server.js'
import { serving as onTelegram } from './telegram/serving.js'
import { environment, run, START } from './terminal/program.js'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'asknotice-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function logAt(day: string): UnansweredLog {
  return new UnansweredLog(
    folder,
    () => new Date(`${day}T12:00:00Z`),
    () => {},
  )
}

describe('a question that is kept', () => {
  it.each([
    ['My name is John Smith, who pays?', ', who pays?'],
    ['who pays? write to john.smith@example.org or call +86 138 0013 8000', 'who pays? write to or call +# # # #'],
    ['我叫张三丰，谁给钱', ',谁给钱'],
    ['see https://example.org/me?id=42 who pays', 'see who pays'],
    ['@john_smith who pays in 2031', 'who pays in #'],
    ['ask Mary Jane Watson who pays', 'ask who pays'],
  ])('%j is %j', (raw, kept) => {
    expect(scrub(raw)).toBe(kept)
  })

  it('holds no digit and no address, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.emailAddress(), (text, address) => {
        const kept = scrub(`${text} ${address} ${text}`)
        expect([/\p{N}/u.test(kept), kept.includes(address), kept.length <= 120, kept.isWellFormed()]).toEqual([false, false, true, true])
      }),
    )
  })
})

describe('the log', () => {
  it('shows what three different people have asked, the most frequent first', () => {
    const log = logAt('2026-11-24')
    for (const user of ['1', '2', '3', '3']) log.add('who pays?', user)
    for (const user of ['1', '2', '3']) log.add('谁给钱', user)
    for (const user of ['1', '1', '1', '2']) log.add('a question of two', user)
    expect(readUnanswered(folder)).toEqual([
      { question: 'who pays?', times: 4, askers: 3, good: 0, bad: 0 },
      { question: '谁给钱', times: 3, askers: 3, good: 0, bad: 0 },
    ])
  })

  it('counts what each has said last of an answer', () => {
    const log = logAt('2026-11-24')
    for (const user of ['1', '2', '3']) log.add('who leads?', user, 'good')
    log.add('who leads?', '1', 'bad')
    for (const user of ['1', '2']) log.add('judged by two', user, 'bad')
    expect(readUnanswered(folder)).toEqual([{ question: 'who leads?', times: 0, askers: 3, good: 2, bad: 1 }])
  })

  it('holds nothing that leads back to an asker', () => {
    logAt('2026-11-24').add('who pays?', '123456789')
    const [name = ''] = readdirSync(folder)
    const text = readFileSync(join(folder, name), 'utf8')
    expect([text.includes('123456789'), JSON.parse(text.trim())]).toEqual([
      false,
      { q: 'who pays?', w: expect.stringMatching(/^[0-9a-f]{3}$/) },
    ])
  })

  it('forgets after thirty days', () => {
    logAt('2026-10-25').add('old', '1')
    logAt('2026-10-26').add('not so old', '1')
    writeFileSync(join(folder, 'notes.txt'), 'of somebody else')
    logAt('2026-11-24').add('new', '1')
    expect(readdirSync(folder).sort()).toEqual(['notes.txt', 'unanswered-2026-10-26.jsonl', 'unanswered-2026-11-24.jsonl'])
  })

  it('does not grow without bound', () => {
    const log = logAt('2026-11-24')
    writeFileSync(join(folder, 'unanswered-2026-11-24.jsonl'), 'x'.repeat(1024 * 1024))
    log.add('one more', '1')
    expect(readFileSync(join(folder, 'unanswered-2026-11-24.jsonl'), 'utf8')).toHaveLength(1024 * 1024)
  })

  it('survives a line that was cut off', () => {
    const log = logAt('2026-11-24')
    for (const user of ['1', '2']) log.add('who pays?', user)
    appendFileSync(join(folder, 'unanswered-2026-11-24.jsonl'), '{"q":"who pa')
    log.add('who pays?', '3')
    expect(readUnanswered(folder)).toEqual([{ question: 'who pays?', times: 3, askers: 3, good: 0, bad: 0 }])
  })

  it('that cannot be written any more is told once, and nothing else happens', () => {
    const lines: string[] = []
    const log = new UnansweredLog(
      join(folder, 'kept'),
      () => new Date(0),
      (line) => void lines.push(line),
    )
    rmSync(join(folder, 'kept'), { recursive: true })
    log.add('one', '1')
    log.add('two', '1')
    expect(lines).toEqual(['Unanswered questions cannot be kept (Error ENOENT)'])
  })
})

describe('a folder that cannot be kept in', () => {
  const NO_PARENT = 'UNANSWERED_LOG names a folder in a folder that is not there: make that one, or write the whole path of another.'
  const unwritable = (code: string): string =>
    `UNANSWERED_LOG names a folder that cannot be made or written (Error ${code}): let this user write it, or write the whole path of another.`
  const refusal = (path: string): string => {
    try {
      new UnansweredLog(
        path,
        () => new Date(0),
        () => {},
      )
      return ''
    } catch (error) {
      if (!(error instanceof SettingsError)) throw error
      return error.message
    }
  }

  it('is a wrong setting, told at the start; what stands above it is not made', () => {
    writeFileSync(join(folder, 'a-file'), '')
    expect([
      refusal(join(folder, 'no', 'folder')),
      refusal(join(folder, 'a-file', 'folder')),
      refusal(join(folder, 'a-file')),
      readdirSync(folder),
    ]).toEqual([NO_PARENT, NO_PARENT, unwritable('EEXIST'), ['a-file']])
  })

  it.skipIf(process.platform !== 'linux')('is one that the system makes up (Linux)', () => {
    expect([refusal('/proc/x'), refusal('/proc/x/y'), refusal('/proc')]).toEqual([unwritable('ENOENT'), NO_PARENT, unwritable('ENOENT')])
  })

  it('is made where only its last part is missing, a slash behind it or none', () => {
    expect([refusal(join(folder, 'one')), refusal(`${join(folder, 'two')}/`), readdirSync(folder).sort()]).toEqual(['', '', ['one', 'two']])
  })

  it('ends npm start with 78 before anything else is begun', async () => {
    const env = { TELEGRAM_BOT_TOKEN: '110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0', UNANSWERED_LOG: join(folder, 'no', 'folder') }
    const { code, stdout, stderr } = await run(START, [], { env: { ...env, TELEGRAM_API_ROOT: 'http://127.0.0.1:1' } })
    expect({ code, stdout, stderr }).toEqual({ code: 78, stdout: '', stderr: `${NO_PARENT}\n` })
  })
})

describe('thumbs under an answer', () => {
  const written = (): unknown[] =>
    readdirSync(folder).flatMap((name) =>
      readFileSync(join(folder, name), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    )
  const feedback = (): Feedback => new Feedback(logAt('2026-11-24'), alone())

  it('on Telegram: counted once for each who presses, and nothing else is sent', async () => {
    const on = await onTelegram({}, {}, { feedback: feedback() })
    const { telegram } = on
    telegram.say({ text: 'who leads health?' })
    const answer = await telegram.message(0)
    expect(answer.keyboard.at(-1)?.map(({ text }) => text)).toEqual(['👍', '👎'])
    const press = (label: string) => telegram.press({ message: answer, label }).answer()
    // It is seen a moment before it is known to have been sent.
    await expect.poll(() => press('👎')).toEqual({ text: 'Noted, thank you.' })
    await press('👎')
    await press('👍')
    expect([telegram.sent().length, written()]).toEqual([
      1,
      [
        { q: 'who leads health?', w: expect.any(String), v: 'bad' },
        { q: 'who leads health?', w: expect.any(String), v: 'good' },
      ],
    ])
    await on.end()
  })

  it('on Discord: who presses is thanked, and nobody else sees it', async () => {
    const on = await onDiscord({}, {}, { feedback: feedback() })
    const { discord } = on
    discord.say({ content: `${discord.mention} who leads health?` })
    const answer = await discord.message(0)
    const press = () => discord.button({ message: answer, customId: '1|v|e|good' }).reply()
    // It is seen a moment before it is known to have been sent.
    await expect.poll(async () => (await press()).text).toBe('Noted, thank you.')
    expect([(await press()).ephemeral, written()]).toEqual([true, [{ q: 'who leads health?', w: expect.any(String), v: 'good' }]])
    await on.end()
  })

  it('are not offered where nothing is kept, nor where there is no answer', async () => {
    const [kept, not] = [await onTelegram({}, {}, { feedback: feedback() }), await onTelegram()]
    kept.telegram.say({ text: 'who leads energy?' })
    not.telegram.say({ text: 'who leads health?' })
    const rows = [await kept.telegram.message(0), await not.telegram.message(0)].map(({ labels }) => labels)
    expect(rows.map((texts) => texts.includes('👎'))).toEqual([false, false])
    kept.telegram.say({ text: '/privacy' })
    expect((await kept.telegram.message(1)).text).toContain('30 days; shown only where three people')
    await kept.end()
    await not.end()
  })
})

it('npm start keeps what it cannot answer, also when it is killed, and npm run unanswered shows it', async () => {
  const telegram = await LoopbackTelegram.start({ waitMs: 20_000, pollSeconds: 1 })
  const env = { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot, UNANSWERED_LOG: folder }
  const child = spawn(process.execPath, [START], { env: environment(env) })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  await expect.poll(() => said, { timeout: 20_000 }).toContain('serving as')
  for (let i = 0; i < 3; i++) {
    const from = telegram.addUser()
    telegram.say({ text: '补贴多少钱', from, chat: telegram.privateChat(from) })
    telegram.say({ text: '制造由谁牵头', from, chat: telegram.privateChat(from) })
    await telegram.message(1, telegram.privateChat(from))
  }
  child.kill('SIGKILL')
  const shown = await run(START.replace(/adapters.main\.js$/, 'scripts/unanswered.js'), [], { env: { UNANSWERED_LOG: folder } })
  expect({ code: shown.code, stdout: shown.stdout }).toEqual({
    code: 0,
    stdout: 'times\taskers\t👍\t👎\tquestion\n3\t3\t0\t0\t补贴多少钱\n',
  })
  await telegram.stop()
}, 40_000)
