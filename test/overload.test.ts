// More at once than there is room for: what is too much is refused in a way that the sender understands, and afterwards all is as before.
import { afterEach, describe, expect, it } from 'vitest'
import type { Observer, Refusal } from '../adapters/observe.js'
import { secretOf } from '../adapters/telegram/receiving/webhook.js'
import { type Serving as OnDiscord, serving as onDiscord } from './discord/serving.js'
import { type Serving as OnTelegram, serving as onTelegram } from './telegram/serving.js'

let refused: Refusal[]
let on: OnTelegram | OnDiscord

function observer(): Observer {
  refused = []
  return { answered: () => {}, reconnected: () => {}, rateLimited: () => {}, refused: (why) => void refused.push(why) }
}

afterEach(() => on.end())

const BUSY = 'more comes in than can be answered; what is too much is refused until there is room'

describe('updates of Telegram by webhook', () => {
  let telegram: OnTelegram['telegram']

  async function start(): Promise<void> {
    const serving = await onTelegram({}, { intake: 'webhook', mostInFlight: 2 }, { observer: observer() })
    ;[on, telegram] = [serving, serving.telegram]
  }

  async function post(id: number): Promise<{ status: number; retryAfter: string | null; connection: string | null }> {
    const message = {
      ...{ message_id: id, date: Math.floor(Date.now() / 1000), text: 'who leads health?' },
      ...{ chat: telegram.chat, from: telegram.user },
    }
    const response = await fetch(String(telegram.webhook.url), {
      method: 'POST',
      body: JSON.stringify({ update_id: id, message }),
      headers: { 'x-telegram-bot-api-secret-token': secretOf(telegram.token) },
    })
    await response.arrayBuffer()
    const { headers, status } = response
    return { status, retryAfter: headers.get('retry-after'), connection: headers.get('connection') }
  }

  /** Two updates that stay under way until the returned function is called. */
  async function fill(): Promise<() => Promise<number[]>> {
    telegram.faults.rateLimit('sendMessage', 3)
    const taken = [post(1), post(2)]
    await telegram.until(() => telegram.calls('sendMessage').length > 0, 'an answer on its way')
    await expect.poll(() => on.running.inFlight()).toBe(2)
    return async () => (await Promise.all(taken)).map(({ status }) => status)
  }

  it('that there is no room for are sent away with 503 until a second later, on a connection that stays, and the operator is told once', async () => {
    await start()
    const rest = await fill()
    const away = { status: 503, retryAfter: '1', connection: 'keep-alive' }
    expect([await post(3), await post(4)]).toEqual([away, away])
    expect(await rest()).toEqual([200, 200])
    expect([refused, on.log.filter((line) => line.includes(BUSY))]).toEqual([['busy', 'busy'], [`Telegram: ${BUSY}`]])
  })

  it('are sent away as well by a program that is behind with what came before', async () => {
    const serving = await onTelegram({}, { intake: 'webhook', behindMs: -1 }, { observer: observer() })
    ;[on, telegram] = [serving, serving.telegram]
    expect([await post(1), refused, on.running.inFlight()]).toEqual([
      { status: 503, retryAfter: '1', connection: 'keep-alive' },
      ['busy'],
      0,
    ])
  })

  it('are each answered once when they come again', async () => {
    await start()
    const rest = await fill()
    const first = await post(3)
    await rest()
    const [second, third] = [await post(3), await post(3)]
    expect([first.status, second.status, third.status, telegram.sent(telegram.chat).length]).toEqual([503, 200, 200, 3])
    expect(on.running.inFlight()).toBe(0)
  })
})

describe('messages of Discord', () => {
  it('that there is no room for are left out; those that follow are answered', async () => {
    const serving = await onDiscord({}, { mostInFlight: 1 }, { observer: observer() })
    on = serving
    const { discord } = serving
    discord.faults.rateLimit('POST /channels/{channel_id}/messages', 2)
    for (let i = 0; i < 3; i++) discord.say({ content: `${discord.mention} who leads health?` })
    await discord.message(0)
    await expect.poll(() => serving.running.inFlight()).toBe(0)
    discord.say({ content: `${discord.mention} who leads energy?` })
    await discord.message(1)
    expect([discord.messages().map(({ text }) => /health|energy/.exec(text)?.[0]), refused]).toEqual([
      ['health', 'energy'],
      ['busy', 'busy'],
    ])
    expect(serving.log.filter((line) => line.includes(BUSY))).toEqual([`Discord: ${BUSY}`])
  })
})
