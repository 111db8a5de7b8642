// Groups and topics: spoken to in the ways that Telegram delivers, silent otherwise.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LoopbackTelegram } from './loopback/server.js'
import { type Intake, type Serving, serving } from './serving.js'

const LEAD = '"Blockchain + trade finance" is led by the People\'s Bank of China (PBOC).'
const ASKS = 'who leads trade finance?'

describe.each<Intake>(['polling', 'webhook'])('in a group, by %s', (intake) => {
  let on: Serving
  let telegram: LoopbackTelegram

  beforeAll(async () => {
    on = await serving({}, { intake })
    telegram = on.telegram
  })

  afterAll(async () => {
    await on.end()
  })

  it.each([
    ['a command with its name', `/ask@asknotice_bot ${ASKS}`],
    ['a command without it, which Telegram delivers only when it is meant', `/ask ${ASKS}`],
    ['a mention at the beginning', `@asknotice_bot ${ASKS}`],
    ['a mention at the end, in other letters', `${ASKS} @AskNotice_Bot`],
    ['a mention after characters of two halves', `😂😂 @asknotice_bot ${ASKS}`],
  ])('%s is answered, as a reply that rings nowhere', async (_, text) => {
    const chat = telegram.addGroup()
    const asked = telegram.say({ text, chat })
    const answer = await telegram.message(0, chat)
    expect(answer.text).toContain(LEAD)
    expect([answer.reply_to, answer.silent, answer.linkPreviewDisabled]).toEqual([asked.message_id, true, true])
  })

  it('a caption is read as well', async () => {
    const chat = telegram.addGroup()
    telegram.say({ caption: `@asknotice_bot ${ASKS}`, chat })
    expect((await telegram.message(0, chat)).text).toContain(LEAD)
  })

  it('a reply to an answer goes on from it, whoever writes it', async () => {
    const chat = telegram.addGroup()
    telegram.say({ text: '@asknotice_bot 税费服务属于哪一类？', chat })
    const answer = await telegram.message(0, chat)
    telegram.say({ text: '由谁牵头？', chat, from: telegram.addUser(), replyTo: answer.message })
    expect((await telegram.message(1, chat)).text).toContain('国家税务总局')
  })

  it('a follow-up is understood of the one who asked, not of another', async () => {
    const chat = telegram.addGroup()
    telegram.say({ text: `@asknotice_bot ${ASKS}`, chat })
    await telegram.message(0, chat)
    telegram.say({ text: '@asknotice_bot and health?', chat })
    telegram.say({ text: '@asknotice_bot who leads it?', chat, from: telegram.addUser() })
    expect((await telegram.message(1, chat)).text).toContain('National Health Commission')
    expect((await telegram.message(2, chat)).text).toContain('Each domain')
  })

  it('/ask under the message of somebody else answers what that one asks', async () => {
    const chat = telegram.addGroup()
    const question = telegram.say({ text: ASKS, chat, from: telegram.addUser() })
    telegram.say({ text: '/ask@asknotice_bot', chat, replyTo: question })
    expect((await telegram.message(0, chat)).text).toContain(LEAD)
  })

  it('the answer stays in its topic, and so does what is remembered', async () => {
    const chat = telegram.addGroup({ is_forum: true })
    const [one, other] = [telegram.addTopic(chat, 'one'), telegram.addTopic(chat, 'other')]
    telegram.say({ text: `@asknotice_bot ${ASKS}`, chat, topic: one })
    const answer = await telegram.message(0, chat)
    expect([answer.thread, answer.text.includes(LEAD)]).toEqual([one, true])
    telegram.say({ text: '@asknotice_bot which category is it in?', chat, topic: other })
    const next = await telegram.message(1, chat)
    expect([next.thread, next.text.startsWith('The four categories')]).toEqual([other, true])
  })

  it('a topic that the bot itself made is not a conversation with it', async () => {
    const chat = telegram.addGroup({ is_forum: true })
    const topic = telegram.addTopic(chat, 'made by the bot')
    const message = telegram.say({ text: ASKS, chat, topic })
    const made = { ...message.reply_to_message, from: telegram.me }
    telegram.update({ message: { ...message, message_id: message.message_id + 1, reply_to_message: made } })
    telegram.say({ text: `@asknotice_bot ${ASKS}`, chat, topic })
    await telegram.message(0, chat)
    expect(telegram.sent(chat)).toHaveLength(1)
  })

  it('an admin without a name and a channel that speaks are people', async () => {
    const chat = telegram.addGroup()
    const nameless = telegram.addUser({ is_bot: true, username: 'GroupAnonymousBot' })
    telegram.say({ text: `@asknotice_bot ${ASKS}`, chat, from: nameless, senderChat: chat, deliver: true })
    expect((await telegram.message(0, chat)).text).toContain(LEAD)
  })

  it('others, other bots and their commands, and what a bot was told to write are not answered', async () => {
    const chat = telegram.addGroup()
    telegram.say({ text: ASKS, chat, deliver: true })
    telegram.say({ text: '/weather', chat, deliver: true })
    telegram.say({ text: '/weather@asknotice_bot', chat, deliver: true })
    telegram.say({ text: `/ask@another_bot ${ASKS}`, chat, deliver: true })
    telegram.say({ text: `@asknotice_bot_2 ${ASKS}`, chat, deliver: true })
    telegram.say({ text: `@asknotice_bot ${ASKS}`, chat, from: telegram.addUser({ is_bot: true }), deliver: true })
    telegram.say({ text: `@asknotice_bot ${ASKS}`, chat, viaBot: true, deliver: true })
    telegram.say({ text: `@asknotice_bot ${ASKS}`, chat, automaticForward: true, deliver: true })
    telegram.say({ sticker: true, chat, deliver: true })
    telegram.say({ text: '@asknotice_bot who leads energy?', chat })
    expect((await telegram.message(0, chat)).text).toContain('energy')
    expect(telegram.sent(chat)).toHaveLength(1)
  })

  it('/help says what is seen here', async () => {
    const chat = telegram.addGroup()
    telegram.say({ text: '/help@asknotice_bot', chat })
    const help = await telegram.message(0, chat)
    expect(help.text).toContain('Here: send /ask@asknotice_bot and a question')
    expect(help.text).toContain('Privacy mode is on')
  })

  it('anybody may press a button; the answer is one to the message with it', async () => {
    const chat = telegram.addGroup()
    telegram.say({ text: `@asknotice_bot ${ASKS}`, chat })
    const message = await telegram.message(0, chat)
    await telegram.press({ message, label: message.labels[0] ?? '', from: telegram.addUser() }).answer()
    expect((await telegram.message(1, chat)).reply_to).toBe(message.message_id)
  })

  it('a reply to an answer that is not remembered is not about another', async () => {
    const chat = telegram.addGroup()
    telegram.say({ text: `@asknotice_bot ${ASKS}`, chat })
    const answer = await telegram.message(0, chat)
    await on.stop()
    await on.restart()
    telegram.say({ text: '@asknotice_bot who leads health?', chat })
    await telegram.message(1, chat)
    telegram.say({ text: 'which category is it in?', chat, replyTo: answer.message })
    expect((await telegram.message(2, chat)).text).not.toContain('livelihood services category')
  })

  it('a group that becomes a supergroup keeps its language and what was talked about', async () => {
    const chat = telegram.addGroup({ type: 'group' })
    telegram.say({ text: '/language@asknotice_bot zh-TW', chat })
    telegram.say({ text: `/ask@asknotice_bot ${ASKS}`, chat })
    await telegram.message(1, chat)
    const supergroup = telegram.migrate(chat)
    telegram.say({ text: '/ask@asknotice_bot and health?', chat: supergroup })
    expect((await telegram.message(0, supergroup)).text).toContain('國家衛生健康委')
  })

  it('an album is answered once', async () => {
    const chat = telegram.privateChat(telegram.addUser())
    const captioned = telegram.say({ caption: ASKS, chat })
    for (const extra of [1, 2])
      telegram.update({ message: { ...captioned, message_id: captioned.message_id + extra, caption: undefined, media_group_id: '1' } })
    telegram.say({ text: 'who leads energy?', chat })
    expect((await telegram.message(1, chat)).text).toContain('energy')
  })

  it('who was asked for nothing more forgets everything', async () => {
    const chat = telegram.addGroup()
    telegram.say({ text: `@asknotice_bot ${ASKS}`, chat })
    await telegram.message(0, chat)
    telegram.kick(chat)
    telegram.join(chat)
    telegram.say({ text: '@asknotice_bot which category is it in?', chat })
    expect((await telegram.message(1, chat)).text).toContain('The four categories')
  })
})

it('that it sees everything is told in the log, and not called privacy mode in /help', async () => {
  const on = await serving({ canReadAllGroupMessages: true, supportsInlineQueries: false })
  const chat = on.telegram.addGroup()
  on.telegram.say({ text: '/help', chat })
  expect((await on.telegram.message(0, chat)).text).not.toMatch(/Privacy mode|In any chat/)
  expect(on.log[0]).toBe('Telegram: serving as @asknotice_bot, by polling; sees every message of its groups; inline mode off')
  await on.end()
})
