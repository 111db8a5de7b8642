// What a start does beside serving: commands and descriptions where they differ, and one's place in the queue of a chat.
import { expect, it } from 'vitest'
import { InOrder } from '../../adapters/in-order.js'
import { Formatting } from '../../adapters/telegram/api/formatting.js'
import { Messenger } from '../../adapters/telegram/api/messenger.js'
import { Pace } from '../../adapters/telegram/api/pace.js'
import { telegrafApi } from '../../adapters/telegram/api/telegraf-api.js'
import { LoopbackTelegram } from './loopback/server.js'
import { serving } from './serving.js'

const SET = /^set(MyCommands|MyDescription|MyShortDescription)$/

it('commands and descriptions are set for both languages and each scope, and not again when they are the same', async () => {
  const on = await serving()
  const { telegram } = on
  await expect.poll(() => on.log.at(-1)).toBe('Telegram: commands and descriptions set')
  const names = (['all_private_chats', 'all_group_chats'] as const).flatMap((type) =>
    ['', 'zh'].map((language_code) => telegram.commands({ scope: { type }, language_code }).map(({ command }) => command)),
  )
  const commands = ['ask', 'domains', 'eligibility', 'deadline', 'compare', 'timeline', 'map', 'source', 'language', 'privacy', 'help']
  expect(names).toEqual(Array(4).fill(commands))
  expect([telegram.shortDescription(''), telegram.shortDescription('zh')]).toEqual([
    'Unofficial. Answers from the source, and cites it: blockchain application pilot notice (2021).',
    '非官方。只依据来源回答关于《区块链创新应用试点通知（2021年）》的问题，附出处。',
  ])
  const set = telegram.requests.filter(({ method }) => SET.test(method)).length
  await on.stop()
  await on.restart()
  await telegram.until(() => telegram.calls('getMyShortDescription').length === 4, 'the comparison')
  await on.end()
  expect([set, telegram.requests.filter(({ method }) => SET.test(method)).length]).toEqual([8, 8])
})

it('a server that does not know these methods is served all the same', async () => {
  const on = await serving({ unsupported: ['setMyCommands', 'getMyCommands', 'getMyDescription', 'getMyShortDescription'] })
  on.telegram.say({ text: 'who leads energy?' })
  expect((await on.telegram.message(0)).text).toContain('energy')
  await expect.poll(() => on.troubles()).toEqual(['Telegram: setting commands and descriptions failed: ApiError 404'])
  await on.end()
})

it('a chat is written to as fast as it may be, and no faster', async () => {
  const telegram = await LoopbackTelegram.start({ groupLimit: { messages: 3, seconds: 1 } })
  const rate = { messages: 3, seconds: 1.05 }
  const pace = new Pace(new AbortController().signal, { group: rate, private: rate })
  const messenger = new Messenger(telegrafApi({ token: telegram.token, apiRoot: telegram.apiRoot }), pace, new Formatting())
  const chat = telegram.addGroup()
  for (let i = 0; i < 7; i++) await messenger.send({ chat: chat.id }, [{ text: `message ${i}`, entities: [] }])
  expect([telegram.sent(chat).length, telegram.requests.filter(({ status }) => status === 429)]).toEqual([7, []])
  await telegram.stop()
})

it('what belongs to one key is done in order, whatever fails; other keys do not wait', async () => {
  const order = new InOrder()
  const done: string[] = []
  let open = (): void => {}
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  const first = order.run(1, async () => {
    await gate
    done.push('first')
    throw new Error('failed')
  })
  const second = order.run(1, async () => void done.push('second'))
  await order.run(2, async () => void done.push('other'))
  open()
  await expect(first).rejects.toThrow('failed')
  await second
  expect(done).toEqual(['other', 'first', 'second'])
})
