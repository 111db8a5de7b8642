// What goes wrong at Telegram's end: nothing is lost that can be saved, nothing is answered twice, nothing ends the process.
import { afterEach, describe, expect, it } from 'vitest'
import { Conversations } from '../../adapters/conversations.js'
import { HttpServer } from '../../adapters/http-server.js'
import { StartError } from '../../adapters/platform.js'
import { alone } from '../../adapters/shared-state/local/alone.js'
import type { TelegramSettings } from '../../adapters/telegram/settings.js'
import { startTelegram } from '../../adapters/telegram/start.js'
import { type Assistant, createAssistant } from '../../src/assistant.js'
import { assistant } from '../assistant.js'
import { LoopbackTelegram } from './loopback/server.js'
import { type Intake, type Serving, serving } from './serving.js'

const QUESTION = 'who leads trade finance?'
const LEAD = 'PBOC'

let on: Serving | undefined

afterEach(async () => {
  await on?.end()
  on = undefined
})

async function serve(...args: Parameters<typeof serving>): Promise<Serving> {
  on = await serving(...args)
  return on
}

/** Tries to start on a Telegram that `spoil` has spoilt; what it ended with. */
async function failing(spoil: (telegram: LoopbackTelegram) => void, settings: Partial<TelegramSettings> = {}): Promise<string[]> {
  const telegram = await LoopbackTelegram.start()
  spoil(telegram)
  const context = {
    assistant: () => assistant,
    conversations: new Conversations(alone()),
    state: alone(),
    clock: () => new Date(),
    log: () => {},
    http: new HttpServer(() => {}),
  }
  try {
    const running = await startTelegram({ token: telegram.token, apiRoot: telegram.apiRoot, tries: 2, backOffMs: 10, ...settings }, context)
    await running.stop()
    return ['started']
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    return [error.reason, error.message]
  } finally {
    await telegram.stop()
  }
}

describe('a start that cannot succeed', () => {
  it.each(['110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0', 'nonsense'])(
    'with the token %s says what to do, and never the token',
    async (token) => {
      expect(await failing(() => {}, { token })).toEqual([
        'config',
        'Telegram refuses the token: copy it again from @BotFather (/mybots → API Token) and set TELEGRAM_BOT_TOKEN.',
      ])
    },
  )

  it('with an API that is down gives up after its tries', async () => {
    const [reason, message] = await failing((telegram) => telegram.faults.drop('getMe', { times: 2 }))
    expect([reason, message?.split(':')[0]]).toEqual(['unavailable', 'Telegram cannot be reached (Unreachable ECONNRESET)'])
  })

  it('with an API that fails once starts', async () => {
    expect(await failing((telegram) => telegram.faults.status('getMe', 502, { html: true }))).toEqual(['started'])
  })

  it('with an address for the webhook that Telegram refuses says what is wanted', async () => {
    const [reason, message] = await failing(() => {}, { publicUrl: 'http://bot.example.org' })
    expect([reason, message]).toEqual([
      'config',
      'Telegram refuses the webhook (code 400): PUBLIC_URL has to be an https address that reaches this program, with port 443, 80, 88 or 8443.',
    ])
  })
})

describe('an answer', () => {
  it.each([
    [
      'is sent after the wait that Telegram asks for',
      (telegram: LoopbackTelegram) => telegram.faults.rateLimit('sendMessage', 1, { times: 2 }),
    ],
    [
      'is sent again after an error of the server',
      (telegram: LoopbackTelegram) => telegram.faults.status('sendMessage', 500, { times: 2 }),
    ],
    ['is sent again after the page of a proxy', (telegram: LoopbackTelegram) => telegram.faults.status('sendMessage', 502, { html: true })],
    ['is sent again after a connection that was cut', (telegram: LoopbackTelegram) => telegram.faults.drop('sendMessage', { times: 2 })],
    ['is sent again after something unreadable', (telegram: LoopbackTelegram) => telegram.faults.garbage('sendMessage')],
    ['is sent again when nothing comes back', (telegram: LoopbackTelegram) => telegram.faults.hang('sendMessage')],
  ])('%s', async (_, spoil) => {
    const { telegram } = await serve({}, { requestMs: 300 })
    spoil(telegram)
    telegram.say({ text: QUESTION })
    expect((await telegram.message(0)).text).toContain(LEAD)
    expect(telegram.sent()).toHaveLength(1)
  })

  it('that was sent but not acknowledged is sent again, and no more than thrice', async () => {
    const { telegram, ...service } = await serve()
    telegram.faults.drop('sendMessage', { done: true, times: 10 })
    telegram.say({ text: QUESTION })
    await expect.poll(service.troubles, { timeout: 5000 }).toEqual(['Telegram: a message failed: Unreachable ECONNRESET'])
    expect(telegram.sent().map(({ text }) => text.includes(LEAD))).toEqual([true, true, true])
  })

  it('waits in its own chat only', async () => {
    const { telegram } = await serve()
    telegram.faults.rateLimit('sendMessage', 1)
    telegram.say({ text: QUESTION })
    await telegram.until(() => telegram.calls('sendMessage').length > 0, 'the first try')
    const from = telegram.addUser()
    telegram.say({ text: QUESTION, from, chat: telegram.privateChat(from) })
    await telegram.message(0, telegram.privateChat(from))
    expect(telegram.sent(telegram.chat)).toEqual([])
    await telegram.message(0)
  })

  it('that waits slows nobody else, and what is too much for one chat is left out', async () => {
    const { telegram, ...service } = await serve({ waitMs: 30_000 })
    const flooder = telegram.addUser()
    for (let i = 0; i < 200; i++) telegram.say({ text: QUESTION, from: flooder, chat: telegram.privateChat(flooder) })
    telegram.faults.rateLimit('sendMessage', 3)
    await telegram.until(() => telegram.calls('sendMessage').length > 0, 'the first try')
    telegram.say({ text: QUESTION })
    await telegram.message(0)
    expect(telegram.sent(telegram.privateChat(flooder))).toEqual([])
    expect(service.troubles()).toEqual(['Telegram: somebody asks faster than a chat may be answered; what is too much is left out'])
  }, 40_000)

  it('that waited when it was ended is given after the restart', async () => {
    const { telegram, stop, restart, ...service } = await serve({ waitMs: 20_000 })
    telegram.faults.rateLimit('sendMessage', 60)
    telegram.say({ text: QUESTION })
    await telegram.until(() => telegram.calls('sendMessage').length > 0, 'the first try')
    await stop()
    expect(service.troubles().slice(0, 1)).toEqual(['Telegram: ended with 1 not answered; they are at the next start, if that is soon'])
    await restart()
    expect((await telegram.message(0)).text).toContain(LEAD)
  }, 40_000)

  it('reaches the supergroup that the group has become', async () => {
    const { telegram } = await serve()
    const group = telegram.addGroup({ type: 'group' })
    telegram.say({ text: `/ask@asknotice_bot ${QUESTION}`, chat: group })
    await telegram.message(0, group)
    telegram.faults.rateLimit('sendMessage', 1)
    telegram.say({ text: `/ask@asknotice_bot ${QUESTION}`, chat: group })
    await telegram.until(() => telegram.calls('sendMessage').length > 1, 'the first try')
    const supergroup = telegram.migrate(group)
    expect((await telegram.message(0, supergroup)).text).toContain(LEAD)
  }, 20_000)

  it('is given without the formatting that an older server does not know, which is remembered', async () => {
    const { telegram } = await serve({ unsupported: ['date_time', 'expandable_blockquote'] })
    telegram.say({ text: '/deadline' })
    const first = await telegram.message(0)
    const tries = telegram.calls('sendMessage').length
    telegram.say({ text: QUESTION })
    const second = await telegram.message(1)
    expect([first, second].map(({ entities }) => entities.map(({ type }) => type))).toEqual([['blockquote'], ['blockquote']])
    expect([tries, telegram.calls('sendMessage').length]).toEqual([3, 4])
    expect(first.text).toContain('31 December 2023 23:59 (UTC+8)')
  })

  it('that cannot be given to one is given to the others', async () => {
    const { telegram, ...service } = await serve()
    const blocked = telegram.addUser()
    telegram.say({ text: QUESTION, from: blocked, chat: telegram.privateChat(blocked) })
    await telegram.message(0, telegram.privateChat(blocked))
    telegram.block(blocked)
    const muted = telegram.addGroup()
    telegram.mute(muted)
    const forum = telegram.addGroup({ is_forum: true })
    const topic = telegram.addTopic(forum)
    telegram.closeTopic(forum, topic)
    telegram.update({ message: { ...telegram.say({ text: QUESTION, deliver: true }), chat: telegram.privateChat(blocked) } })
    telegram.say({ text: `/ask@asknotice_bot ${QUESTION}`, chat: muted })
    telegram.say({ text: `/ask@asknotice_bot ${QUESTION}`, chat: forum, topic })
    expect((await telegram.message(0)).text).toContain(LEAD)
    await telegram.until(() => service.troubles().length >= 3, 'the lines')
    expect([...service.troubles()].sort()).toEqual([
      'Telegram: a message failed: ApiError 400: it may not write in that chat; let it send messages there',
      'Telegram: a message failed: ApiError 400: that topic is closed',
      'Telegram: a message failed: ApiError 403: the person has blocked the bot or is gone',
    ])
  })
})

describe('receiving', () => {
  it('goes on after errors of every kind, with one line for each trouble', async () => {
    const { telegram, ...service } = await serve()
    telegram.faults.status('getUpdates', 500, { times: 2 })
    telegram.faults.drop('getUpdates')
    telegram.say({ text: QUESTION })
    expect((await telegram.message(0)).text).toContain(LEAD)
    telegram.say({ text: QUESTION })
    await telegram.message(1)
    expect(service.troubles()).toEqual([
      'Telegram: cannot receive (Unreachable 500); trying again',
      'Telegram: cannot receive (Unreachable ECONNRESET); trying again',
      'Telegram: receiving again',
    ])
  }, 20_000)

  it('goes on when a request for updates hangs', async () => {
    const { telegram } = await serve({ waitMs: 10_000 }, { pollSeconds: 1, requestMs: 500 })
    telegram.faults.hang('getUpdates')
    await telegram.until(() => telegram.calls('getUpdates').length > 2, 'the request that hangs')
    telegram.say({ text: QUESTION })
    expect((await telegram.message(0)).text).toContain(LEAD)
  }, 20_000)

  it('is handed over without a word when another poller ends soon', async () => {
    const { telegram, ...service } = await serve()
    const other = telegram.otherPoller()
    await telegram.until(() => telegram.requests.filter(({ status }) => status === 409).length > 1, 'conflicts')
    other.stop()
    telegram.say({ text: QUESTION })
    expect((await telegram.message(0)).text).toContain(LEAD)
    expect(service.troubles()).toEqual([])
  }, 20_000)

  it('says once that another program polls when it stays, and goes on when it has gone', async () => {
    const { telegram, ...service } = await serve({ waitMs: 10_000 }, { handOverMs: 200 })
    const other = telegram.otherPoller()
    await telegram.until(() => telegram.requests.filter(({ status }) => status === 409).length > 3, 'conflicts')
    other.stop()
    telegram.say({ text: QUESTION })
    expect((await telegram.message(0)).text).toContain(LEAD)
    expect(service.troubles()).toEqual([
      'Telegram: another program receives with the same token. Stop it, or give this one a token of its own; until then some questions reach only the other.',
      'Telegram: receiving again',
    ])
  }, 30_000)

  it('ends with what to do when the token is not valid any more', async () => {
    const { telegram, running } = await serve()
    telegram.faults.status('getUpdates', 401, { description: 'Unauthorized' })
    telegram.say({ text: QUESTION })
    expect((await running.lost).message).toContain('Telegram refuses the token')
  })

  it('goes on where Telegram counts from a lower number after a long silence', async () => {
    const { telegram } = await serve({ pollSeconds: 1 })
    telegram.say({ text: QUESTION })
    await telegram.message(0)
    const polls = telegram.polls
    // Two empty answers: the first confirms, the second asks from the beginning.
    await telegram.until(() => telegram.polls > polls + 2, 'silence', 10_000)
    expect(telegram.calls('getUpdates').at(-1)).toMatchObject({ offset: 0 })
    telegram.say({ text: 'who leads energy?' })
    expect((await telegram.message(1)).text).toContain('energy')
    expect(telegram.sent()).toHaveLength(2)
  }, 20_000)

  it('answers what waited while it was down, if it is fresh enough', async () => {
    const { telegram, stop, restart } = await serve()
    await stop()
    telegram.say({ text: 'who leads energy?', date: new Date(Date.now() - 16 * 60_000) })
    telegram.say({ text: QUESTION, date: new Date(Date.now() - 14 * 60_000) })
    await restart()
    expect((await telegram.message(0)).text).toContain(LEAD)
    expect(telegram.sent()).toHaveLength(1)
  })
})

describe.each<Intake>(['polling', 'webhook'])('by %s', (intake) => {
  it('an update that comes again is answered once', async () => {
    const { telegram } = await serve({}, { intake })
    telegram.say({ text: QUESTION })
    await telegram.message(0)
    telegram.redeliver(telegram.updates.at(-1)?.update_id ?? 0)
    telegram.say({ text: 'who leads energy?' })
    await telegram.message(1)
    expect(telegram.sent()).toHaveLength(2)
  })

  it('a thousand questions at once in a hundred chats are each answered once, in the order of their chat', async () => {
    const { telegram } = await serve({ waitMs: 60_000 }, { intake })
    const people = Array.from({ length: 100 }, () => telegram.addUser())
    const things = [
      'trade finance',
      'health',
      'manufacturing',
      'tax services',
      'energy',
      'education',
      'copyright',
      'court trials',
      'civil affairs',
      'risk control',
    ]
    for (const thing of things)
      for (const from of people) telegram.say({ text: `who leads ${thing}?`, from, chat: telegram.privateChat(from) })
    await telegram.until(() => telegram.sent().length >= 1000, 'a thousand answers')
    const expected = things.map(
      (thing) => assistant.ask({ input: { kind: 'text', text: `who leads ${thing}?` }, now: new Date() }).blocks[0],
    )
    const wrong = people.filter((from) => {
      const told = telegram.sent(telegram.privateChat(from)).map(({ text }) => text.split('\n')[0])
      return (
        JSON.stringify(told) !== JSON.stringify(expected.map((block) => (block?.kind === 'paragraph' ? block.text.split('\n')[0] : '')))
      )
    })
    expect([wrong, telegram.sent().length]).toEqual([[], 1000])
  }, 90_000)

  it('a button is answered after a restart', async () => {
    const { telegram, stop, restart } = await serve({}, { intake })
    telegram.say({ text: QUESTION })
    const message = await telegram.message(0)
    await stop()
    telegram.press({ message, label: message.labels[0] ?? '' })
    await restart()
    expect((await telegram.message(1)).text.split('\n')[0]).toBe(message.labels[0])
  })

  it('a button is answered, or said to have changed, after the knowledge was read anew', async () => {
    let current: Assistant = assistant
    const { telegram } = await serve({}, { intake }, { assistant: () => current })
    telegram.say({ text: QUESTION })
    const message = await telegram.message(0)
    const { language, notices } = assistant.library
    current = createAssistant(language, [...notices.values()])
    expect(await telegram.press({ message, label: message.labels[0] ?? '' }).answer()).toEqual({})
    expect((await telegram.message(1)).text.split('\n')[0]).toBe(message.labels[0])
    current = createAssistant(
      language,
      [...notices.values()].map((notice) => ({ ...notice, facts: new Map([...notice.facts].filter(([id]) => id !== 'summary')) })),
    )
    expect(await telegram.press({ message, label: message.labels[0] ?? '' }).answer()).toEqual({})
    const told = await telegram.message(2)
    expect([told.text.split('\n').slice(1), told.labels.length > 0]).toEqual([
      ['The answer that belonged here has changed meanwhile; please ask again.'],
      true,
    ])
  })
})

describe('a button', () => {
  it('that was pressed long ago is answered all the same', async () => {
    const { telegram, running, troubles } = await serving()
    telegram.say({ text: QUESTION })
    const message = await telegram.message(0)
    telegram.faults.rateLimit('answerCallbackQuery', 1)
    telegram.press({ message, label: message.labels[0] ?? '' }).expire()
    expect((await telegram.message(1)).text.split('\n')[0]).toBe(message.labels[0])
    await telegram.until(() => telegram.calls('answerCallbackQuery').length > 1, 'the second try')
    expect([troubles(), telegram.violations]).toEqual([[], []])
    // Not by `end`, which misses the acknowledgement that came too late.
    await running.stop()
    await telegram.stop()
  })

  it('that is pressed twice changes the message once', async () => {
    const { telegram, ...service } = await serve()
    telegram.say({ text: '/eligibility' })
    const message = await telegram.message(0)
    const [, second = ''] = message.labels
    const data = message.keyboard.flat()[1]?.callback_data ?? ''
    telegram.press({ message, label: second })
    telegram.press({ message, data, stale: true })
    await telegram.until(() => telegram.calls('editMessageText').length > 1, 'both')
    expect([message.edited, service.troubles(), telegram.sent().length]).toEqual([1, [], 1])
  })

  it('of a step whose choice is gone says so, and how to go on', async () => {
    let current: Assistant = assistant
    const { telegram } = await serve({}, {}, { assistant: () => current })
    telegram.say({ text: '/eligibility' })
    const message = await telegram.message(0)
    const { language, notices } = assistant.library
    const chosen = /^1de0\.(.+?)_(.+?)Q/.exec(message.keyboard[0]?.[0]?.callback_data ?? '')?.[2]
    current = createAssistant(
      language,
      [...notices.values()].map((notice) => ({
        ...notice,
        things: new Map([...notice.things].filter(([id]) => id !== chosen)),
        facts: new Map([...notice.facts].filter(([, { about }]) => !about.includes(chosen ?? ''))),
      })),
    )
    telegram.press({ message, label: message.labels[0] ?? '' })
    const told = await telegram.message(1)
    expect([told.text.split('\n').at(-1), told.labels.length > 0]).toEqual([
      'The answer that belonged here has changed meanwhile; please ask again.',
      true,
    ])
  })

  it('of a message that was deleted goes on in a new one', async () => {
    const { telegram } = await serve()
    telegram.say({ text: '/eligibility' })
    const message = await telegram.message(0)
    telegram.remove(message)
    telegram.press({ message, label: message.labels[1] ?? '', stale: true })
    expect((await telegram.message(0)).text).toContain('Which type?')
  })
})
