// What people do in Telegram, on the real telegraf: every command, groups, topics, inline mode, buttons, links, the dialog; in three
// languages, by polling and by webhook.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SentMessage } from './loopback/sent.js'
import type { LoopbackTelegram } from './loopback/server.js'
import { type Intake, type Serving, serving } from './serving.js'

const SPEAKERS = [
  {
    language_code: 'en',
    lead: '"Blockchain + trade finance" is led by the People\'s Bank of China (PBOC).',
    asks: 'Who leads trade finance?',
    follows: 'and health?',
    followed: 'National Health Commission',
    cited: 'paragraph 27',
    help: 'In groups: send /ask@asknotice_bot and a question',
    usage: 'You may ask, for example:',
    domains: 'cross-border finance',
    deadline: '31 December 2023 23:59 (UTC+8) · 2023-12-31 15:59 UTC',
    compare: 'characteristic-domain pilot',
    source: 'rest on one article',
    privacy: 'at most 15 minutes',
    applicant: ['Who wants to apply? (1/3)', 'governments at all levels'],
    more: 'More ›',
    enterprise: 'enterprises',
    type: 'Which type?',
    comprehensive: 'comprehensive pilot',
    refused: 'in principle no',
    back: '‹ Back',
    words: 'I can only read text',
    gone: 'This button is out of date; please ask again.',
  },
  {
    language_code: 'zh-hans',
    lead: '“区块链+贸易金融”由中国人民银行（央行）牵头。',
    asks: '贸易金融由谁牵头？',
    follows: '健康呢？',
    followed: '国家卫生健康委',
    cited: '第27段',
    help: '在群组里：发 /ask@asknotice_bot 加问题',
    usage: '可以问，例如：',
    domains: '跨境金融',
    deadline: '2023年12月31日 23:59 (UTC+8) · 2023-12-31 15:59 UTC',
    compare: '特色领域试点',
    source: '依据一篇报道',
    privacy: '最多15分钟',
    applicant: ['谁要申报？ (1/3)', '各级人民政府'],
    more: '下一页 ›',
    enterprise: '企业',
    type: '申报哪种类型？',
    comprehensive: '综合性试点',
    refused: '综合性试点原则上不行',
    back: '‹ 上一步',
    words: '我只看得懂文字',
    gone: '这个按钮已经过期，请重新提问。',
  },
  {
    language_code: 'zh-hant',
    lead: '“區塊鏈+貿易金融”由中國人民銀行（央行）牽頭。',
    asks: '貿易金融由誰牽頭？',
    follows: '健康呢？',
    followed: '國家衛生健康委',
    cited: '第27段',
    help: '在群組裡：發 /ask@asknotice_bot 加問題',
    usage: '可以問，例如：',
    domains: '跨境金融',
    deadline: '2023年12月31日 23:59 (UTC+8) · 2023-12-31 15:59 UTC',
    compare: '特色領域試點',
    source: '依據一篇報道',
    privacy: '最多15分鐘',
    applicant: ['誰要申報？ (1/3)', '各級人民政府'],
    more: '下一頁 ›',
    enterprise: '企業',
    type: '申報哪種類型？',
    comprehensive: '綜合性試點',
    refused: '綜合性試點原則上不行',
    back: '‹ 上一步',
    words: '我只看得懂文字',
    gone: '這個按鈕已經過期，請重新提問。',
  },
] as const

describe.each<Intake>(['polling', 'webhook'])('by %s', (intake) => {
  let on: Serving
  let telegram: LoopbackTelegram

  beforeAll(async () => {
    on = await serving({}, { intake })
    telegram = on.telegram
  })

  afterAll(async () => {
    await on.end()
  })

  describe.each(SPEAKERS)('somebody whose client speaks $language_code, in private', (speaker) => {
    /** Somebody new, with whom nothing was talked about. */
    function somebody() {
      const from = telegram.addUser({ language_code: speaker.language_code })
      const chat = telegram.privateChat(from)
      let count = 0
      const next = (): Promise<SentMessage> => telegram.message(count++, chat)
      const say = (text: string): Promise<SentMessage> => {
        telegram.say({ text, from, chat })
        return next()
      }
      const press = async (message: SentMessage, label: string) => telegram.press({ message, label, from }).answer()
      return { from, chat, next, say, press }
    }

    it('gets an answer with its source, and to what follows from it', async () => {
      const { say } = somebody()
      const first = await say(speaker.asks)
      expect(first.text).toContain(speaker.lead)
      expect(first.text).toContain(speaker.cited)
      expect((await say(speaker.follows)).text).toContain(speaker.followed)
    })

    it.each([
      ['/start', 'what it is for', false],
      ['/help', 'how to ask, and where', true],
    ])('%s tells %s, with examples to press', async (command, _, where) => {
      const message = await somebody().say(command)
      expect([message.text.includes(speaker.help), message.text.includes(speaker.usage), message.labels.length > 2]).toEqual([
        where,
        true,
        true,
      ])
    })

    it('a command that there is not gets the same', async () => {
      expect((await somebody().say('/weather tomorrow')).text).toContain(speaker.help)
    })

    it.each(['domains', 'deadline', 'compare', 'source', 'privacy'] as const)('/%s is answered', async (command) => {
      expect((await somebody().say(`/${command}`)).text).toContain(speaker[command])
    })

    it('/ask answers the question after it', async () => {
      expect((await somebody().say(`/ask ${speaker.asks}`)).text).toContain(speaker.lead)
    })

    it('a button asks what it shows, and the answer says what was asked', async () => {
      const { say, press, next } = somebody()
      const message = await say(speaker.asks)
      const label = message.labels[0] ?? ''
      expect(await press(message, label)).toEqual({})
      expect((await next()).text.split('\n')[0]).toBe(label)
    })

    it('/language with a name needs no button', async () => {
      const { say } = somebody()
      await say('/language zh-TW')
      expect((await say('制造由谁牵头？')).text).toContain('牽頭')
    })

    it('/eligibility is one message, edited step by step', async () => {
      const { say, press, chat } = somebody()
      const message = await say('/eligibility')
      expect([message.text, message.labels[0]]).toEqual(speaker.applicant)
      await press(message, speaker.more)
      await telegram.until(() => message.labels.includes(speaker.enterprise), 'the next page')
      await press(message, speaker.enterprise)
      await telegram.until(() => message.text.endsWith(speaker.type), 'the types')
      await press(message, speaker.comprehensive)
      await telegram.until(() => message.text.includes(speaker.refused), 'the answer')
      expect(message.text.split('\n')[0]).toBe(`${speaker.enterprise} · ${speaker.comprehensive}`)
      await press(message, speaker.back)
      await telegram.until(() => message.text.endsWith(speaker.type), 'the types again')
      expect(telegram.sent(chat)).toHaveLength(1)
    })

    it('a picture gets that only words can be read', async () => {
      const { from, chat, next } = somebody()
      telegram.say({ sticker: true, from, chat })
      expect((await next()).text).toContain(speaker.words)
    })

    it('a button of something that is not there any more says so', async () => {
      const { say, from, next } = somebody()
      const message = await say(speaker.asks)
      const pressed = telegram.press({ message, data: '1ae.notice-of-before_fact', from, stale: true })
      expect([await pressed.answer(), (await next()).text]).toEqual([
        {},
        'The answer that belonged here has changed meanwhile; please ask again.',
      ])
    })

    it('a button of another form than buttons have now is told to be out of date', async () => {
      const { say, from } = somebody()
      const message = await say(speaker.asks)
      const pressed = telegram.press({ message, data: '0ae.notice-of-before_fact', from, stale: true })
      expect(await pressed.answer()).toEqual({ text: speaker.gone, show_alert: true })
    })

    it('a link opens the chat with a fact, or with a question', async () => {
      const { from, chat, next } = somebody()
      telegram.start({ payload: 'blockchain-pilots-2021_completion', from, chat })
      expect((await next()).text).toContain('2023')
      telegram.start({ payload: `W${Buffer.from(speaker.asks).toString('base64url')}`, from, chat })
      expect((await next()).text).toContain(speaker.lead)
      telegram.start({ payload: 'from-somewhere-else', from, chat })
      expect((await next()).text).toContain(speaker.usage)
    })

    it('inline mode offers whole answers', async () => {
      const { from } = somebody()
      const asked = await telegram.inline({ query: speaker.asks, from }).results()
      const [first] = asked.results as unknown as { input_message_content: { message_text: string } }[]
      expect(first?.input_message_content.message_text).toContain(`${speaker.lead}\n`)
      expect([asked.is_personal, asked.cache_time]).toEqual([true, 60])
    })

    it('/language overrides the language of the question, until it follows it again', async () => {
      const { say, press } = somebody()
      const choice = await say('/language')
      await press(choice, 'English')
      await telegram.until(() => choice.edited === 1, 'the confirmation')
      expect([choice.text, choice.labels]).toEqual([
        'Answers here are in English from now on; /language changes it.',
        ['简体中文', '繁體中文', '✓ English', 'As the question'],
      ])
      for (const text of ['制造由谁牵头？', '/ask 制造由谁牵头？', `/start W${Buffer.from('制造由谁牵头？').toString('base64url')}`])
        expect((await say(text)).text).toContain('is led by')
      const again = await say('/language')
      await press(again, 'As the question')
      await telegram.until(() => again.edited === 1, 'the confirmation')
      expect((await say('制造由谁牵头？')).text).toContain('牵头')
    })
  })
})
