// Pictures on Telegram: a photo after the answer, which is complete without it.
import type { Message } from '@grammyjs/types'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Pictures } from '../../adapters/figure/pictures.js'
import type { SentMessage } from './loopback/sent.js'
import { type Serving, serving } from './serving.js'

const NOW = new Date('2022-11-05T04:00:00Z')

let pictures: Pictures
let on: Serving

beforeAll(async () => {
  pictures = new Pictures(() => {}, { patienceMs: 60_000 })
  await pictures.warm()
  on = await serving({}, {}, { pictures, clock: () => NOW })
})

afterAll(async () => {
  await on.end()
  await pictures.end()
})

/** What the bot sends after `say`, as many messages as are waited for. */
async function sentAfter(say: () => void, count: number, { telegram }: Serving = on): Promise<SentMessage[]> {
  const before = telegram.sent().length
  say()
  return telegram.until(() => telegram.sent().length >= before + count && [...telegram.sent()].slice(before), `${count} messages`, 30_000)
}

describe('a picture', () => {
  it.each([
    ['/timeline', 'en', 'The pilot period is 2 years.', 'Timeline'],
    ['/map', 'en', 'The real economy category has 2 domains', 'Domains at a glance'],
    ['时间表', 'zh-hans', '试点周期为2年。', '时间线'],
    ['有哪些領域？', 'zh-hant', '實體經濟', '領域一覽'],
  ])('follows the answer to %s (%s), with its title', async (text, language_code, says, title) => {
    const from = on.telegram.addUser({ language_code })
    const [words, photo] = await sentAfter(() => on.telegram.say({ from, text, chat: on.telegram.privateChat(from) }), 2)
    expect(words?.text).toContain(says)
    expect([photo?.caption, photo?.photo?.[0]?.width, photo?.reply_to]).toEqual([title, 1080, undefined])
    expect(photo?.photo?.[0]?.file_size).toBeLessThan(200_000)
  })

  it('in a group belongs to the answer, without a sound, and can be replied to', async () => {
    const chat = on.telegram.addGroup()
    const from = on.telegram.addUser({})
    const [words, photo] = await sentAfter(() => on.telegram.say({ chat, from, text: '/timeline@asknotice_bot' }), 2)
    expect([photo?.reply_to, photo?.silent]).toEqual([words?.message_id, true])
    const [answer] = await sentAfter(
      () => on.telegram.say({ chat, from, text: 'and what is the aim?', replyTo: photo?.message as Message }),
      1,
    )
    expect(answer?.text).toMatch(/pilot/i)
  })

  it('is uploaded once, and sent by the id that Telegram gave it from then on, also to others', async () => {
    const photos = (): unknown[] => on.telegram.calls('sendPhoto').map(({ photo }) => photo)
    const ask = async (): Promise<SentMessage | undefined> => {
      const from = on.telegram.addUser({ language_code: 'en' })
      return (await sentAfter(() => on.telegram.say({ from, text: '/map', chat: on.telegram.privateChat(from) }), 2))[1]
    }
    const first = await ask()
    const second = await ask()
    expect(photos().at(-1)).toBe(first?.photo?.[0]?.file_id)
    expect([second?.caption, second?.photo]).toEqual([first?.caption, first?.photo])
    // Some day Telegram may not know the id any more.
    on.telegram.faults.status('sendPhoto', 400, { description: 'Bad Request: wrong file identifier/HTTP URL specified' })
    const third = await ask()
    expect([third?.caption, third?.photo?.[0]?.width]).toEqual([first?.caption, 1080])
    expect(photos().at(-1)).toMatchObject({ kind: 'upload', width: 1080 })
  })

  it('that is refused leaves the answer as it is, and is told to the operator', async () => {
    const from = on.telegram.addUser({})
    on.telegram.faults.status('sendPhoto', 400, { description: 'Bad Request: not enough rights to send photos to the chat' })
    const [words] = await sentAfter(() => on.telegram.say({ from, text: '/timeline', chat: on.telegram.privateChat(from) }), 1)
    expect(words?.text).toContain('The pilot period is 2 years.')
    await expect.poll(() => on.log.filter((line) => line.includes('picture'))).toEqual([expect.stringContaining('a picture was not sent')])
  })
})

it('without pictures the answer comes alone', async () => {
  const plain = await serving({}, {}, { clock: () => NOW })
  const [words] = await sentAfter(() => plain.telegram.say({ text: '/timeline' }), 1, plain)
  expect(words?.text).toContain('The pilot period is 2 years.')
  await plain.end()
  expect(plain.telegram.sent().length).toBe(1)
})
