// Inline mode and guest mode: answers that leave for chats which the bot does not see.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LoopbackTelegram } from './loopback/server.js'
import { type Serving, serving } from './serving.js'

let on: Serving
let telegram: LoopbackTelegram

beforeAll(async () => {
  on = await serving({ supportsGuestQueries: true })
  telegram = on.telegram
})

afterAll(async () => {
  await on.end()
})

interface Article {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly input_message_content: { readonly message_text: string }
}

async function results(query: string, language_code = 'en'): Promise<Article[]> {
  const asked = await telegram.inline({ query, from: telegram.addUser({ language_code }) }).results()
  return asked.results as unknown as Article[]
}

describe('while somebody types', () => {
  it('nothing yet gets what is asked most, up to fifty whole answers with their sources', async () => {
    const offered = await results('')
    expect([offered.length > 20, offered.length <= 50]).toEqual([true, true])
    expect(
      offered.filter(
        ({ title, input_message_content: { message_text: text } }) => !text.startsWith(`${title}\n`) || !text.includes('Source:'),
      ),
    ).toEqual([])
  })

  it.each([
    ['en', 'who leads tra', 'Who leads Blockchain + trade finance?'],
    ['en', 'trade fin', 'Who leads Blockchain + trade finance?'],
    ['zh-hans', '贸易', '区块链+贸易金融由谁牵头？'],
    ['zh-hant', '貿易金融由誰', '區塊鏈+貿易金融由誰牽頭？'],
  ])('in %s, %j already offers %j', async (language, query, title) => {
    expect((await results(query, language)).map((article) => article.title)).toContain(title)
  })

  it('a question in other words is answered first', async () => {
    const [first] = await results('税费服务哪个部门管', 'zh-hans')
    expect(first?.description).toContain('国家税务总局')
  })

  it('no answer is offered twice', async () => {
    const told = (await results('trade finance')).map(({ input_message_content: { message_text: text } }) => text.slice(text.indexOf('\n')))
    expect(new Set(told).size).toBe(told.length)
  })

  it('what is not about the notice has no answer to send', async () => {
    expect(await results('weather in Paris tomorrow')).toEqual([])
  })

  it('half a question is sent as the whole one', async () => {
    const [first] = await results('who leads manufactur')
    expect(first?.input_message_content.message_text.split('\n')[0]).toBe('Who leads Blockchain + manufacturing?')
  })

  it('what is offered is in the language of what was typed', async () => {
    expect((await results('牵头', 'en')).filter(({ title }) => !/\p{Script=Han}/u.test(title))).toEqual([])
  })

  it('signs without a word are nothing yet', async () => {
    expect((await results('\u200b???')).length).toBe((await results('')).length)
  })

  it('a button opens the private chat with what was typed', async () => {
    const asked = await telegram.inline({ query: 'who leads energy?' }).results()
    const payload = String((asked.button as { start_parameter: string }).start_parameter)
    telegram.start({ payload })
    expect((await telegram.message(0)).text).toContain('energy')
  })

  it('the message that is sent leads to the private chat with its question', async () => {
    const asked = telegram.inline({ query: 'who leads trade finance?' })
    const { message } = await telegram.choose(asked, 0)
    const link = String(message.keyboard[0]?.[0]?.url)
    const from = telegram.addUser()
    telegram.start({ payload: link.split('start=')[1] ?? '', from, chat: telegram.privateChat(from) })
    expect((await telegram.message(0, telegram.privateChat(from))).text).toContain('PBOC')
  })
})

it('an older server gets what it knows', async () => {
  const older = await serving({ unsupported: ['date_time', 'expandable_blockquote'] })
  const { results: articles } = await older.telegram.inline({ query: 'when must it be completed' }).results()
  expect(JSON.stringify(articles[0])).toContain('"type":"blockquote"')
  await older.end()
})

it('called as a guest it answers with question and source', async () => {
  const asked = telegram.guest({ text: '@asknotice_bot who leads trade finance?' })
  await asked.answer()
  const [question, answer, source] = String(asked.sent?.message.text).split('\n')
  expect([question, answer?.includes('PBOC'), source?.startsWith('Source:')]).toEqual(['who leads trade finance?', true, true])
})
