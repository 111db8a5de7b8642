// The loopback Telegram itself: that the real telegraf works against it, and that it refuses what Telegram refuses.
import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Chat, Message, Update, User } from '@grammyjs/types'
import fc from 'fast-check'
import { Telegraf, Telegram, TelegramError } from 'telegraf'
import { afterEach, describe, expect, test } from 'vitest'
import type { JsonObject } from './loopback/json.js'
import type { LoopbackOptions } from './loopback/options.js'
import { SPEC_FILE } from './loopback/schema.js'
import { LoopbackTelegram } from './loopback/server.js'

const ending: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end()
})

async function start(options: LoopbackOptions = {}): Promise<LoopbackTelegram> {
  const telegram = await LoopbackTelegram.start({ pollSeconds: 5, ...options })
  ending.push(() => telegram.stop())
  return telegram
}

interface Answer {
  readonly ok: boolean
  readonly result?: unknown
  readonly error_code?: number
  readonly description?: string
  readonly parameters?: JsonObject
}

async function call(telegram: LoopbackTelegram, method: string, payload: object = {}, signal?: AbortSignal): Promise<Answer> {
  const url = `${telegram.apiRoot}/bot${telegram.token}/${method}`
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(payload), ...(signal !== undefined && { signal }) })
  return (await response.json()) as Answer
}

/** The result of a call that must succeed. */
async function done<T = unknown>(telegram: LoopbackTelegram, method: string, payload: object = {}): Promise<T> {
  const answer = await call(telegram, method, payload)
  if (!answer.ok) throw new Error(answer.description)
  return answer.result as T
}

/** Why a call was refused; undefined if it was not. */
async function refusal(telegram: LoopbackTelegram, method: string, payload: object = {}): Promise<string | undefined> {
  return (await call(telegram, method, payload)).description
}

function send(telegram: LoopbackTelegram, payload: object = {}, chat: Chat = telegram.chat): Promise<Message> {
  return done<Message>(telegram, 'sendMessage', { chat_id: chat.id, text: 'hello', ...payload })
}

function sendRefused(telegram: LoopbackTelegram, payload: object, chat: Chat = telegram.chat): Promise<string | undefined> {
  return refusal(telegram, 'sendMessage', { chat_id: chat.id, text: 'hello', ...payload })
}

function complaints(telegram: LoopbackTelegram): string[] {
  return telegram.violations.map(({ description }) => description)
}

function poll(telegram: LoopbackTelegram, payload: object = {}): Promise<Update[]> {
  return done<Update[]>(telegram, 'getUpdates', payload)
}

function clientOf(telegram: LoopbackTelegram): Telegram {
  return new Telegram(telegram.token, { apiRoot: telegram.apiRoot, webhookReply: false })
}

function button(data: string, text = 'More') {
  return { inline_keyboard: [[{ text, callback_data: data }]] }
}

describe('the real telegraf', () => {
  test('answers a question, edits the answer when its button is pressed and takes note of the press', async () => {
    const telegram = await start()
    const bot = new Telegraf(telegram.token, { telegram: { apiRoot: telegram.apiRoot, webhookReply: false } })
    bot.on('text', (context) => context.reply(`You asked: ${context.message.text}`, { reply_markup: button('more') }))
    bot.on('callback_query', async (context) => {
      await context.answerCbQuery('here you are')
      await context.editMessageText('All of it')
    })
    const running = bot.launch()
    ending.push(async () => {
      bot.stop()
      await running
    })
    telegram.say({ text: 'when?' })
    const message = await telegram.message()
    expect([message.text, message.labels]).toEqual(['You asked: when?', ['More']])
    expect(await telegram.press({ message, label: 'More' }).answer()).toEqual({ text: 'here you are' })
    await telegram.until(() => message.edited === 1, 'the edit')
    expect([message.text, message.labels, message.history]).toEqual(['All of it', [], ['You asked: when?']])
    expect([telegram.violations, telegram.unansweredPresses]).toEqual([[], []])
  })

  test('sees a refusal as an error with its code, its description and its parameters', async () => {
    const telegram = await start()
    telegram.faults.rateLimit('sendMessage', 7)
    const error = await clientOf(telegram)
      .sendMessage(telegram.chat.id, 'hello')
      .catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(TelegramError)
    expect((error as TelegramError).response).toEqual({
      ok: false,
      error_code: 429,
      description: 'Too Many Requests: retry after 7',
      parameters: { retry_after: 7 },
    })
  })

  test('mistakes an object with a url for a file, and that is noticed', async () => {
    const telegram = await start({ supportsGuestQueries: true })
    const asked = telegram.guest({ text: '@asknotice_bot when?' })
    const result = {
      type: 'article',
      id: '1',
      title: 'When',
      url: `${telegram.apiRoot}/x`,
      input_message_content: { message_text: 'Monday' },
    }
    const payload = { guest_query_id: asked.id, result }
    await (clientOf(telegram).callApi as (method: string, payload: object) => Promise<unknown>)('answerGuestQuery', payload).catch(() => {})
    expect(complaints(telegram)).toEqual([expect.stringContaining('nothing here uploads files but photos, and result came as one')])
  })
})

describe('the way in', () => {
  test('tells a wrong token from something that is none, and an unknown method from both', async () => {
    const telegram = await start()
    const get = async (path: string) => (await (await fetch(`${telegram.apiRoot}${path}`)).json()) as Answer
    expect(await get('/botnothing/getMe')).toEqual({ ok: false, error_code: 404, description: 'Not Found' })
    expect(await get('/')).toEqual({ ok: false, error_code: 404, description: 'Not Found' })
    expect(await get('/bot1:wrong/getMe')).toEqual({ ok: false, error_code: 401, description: 'Unauthorized' })
    expect(telegram.violations).toEqual([])
    expect(await call(telegram, 'getNothing')).toEqual({ ok: false, error_code: 404, description: 'Not Found: method not found' })
    expect(complaints(telegram)).toEqual(['Not Found: method not found'])
  })

  test('takes parameters from a URL, from a form and from JSON, numbers and objects as text among them', async () => {
    const telegram = await start()
    const base = `${telegram.apiRoot}/bot${telegram.token}`
    const fields = { chat_id: String(telegram.chat.id), text: 'x', disable_notification: 'true', reply_markup: JSON.stringify(button('d')) }
    await fetch(`${base}/SENDMESSAGE?${new URLSearchParams(fields)}`)
    await fetch(`${base}/sendMessage`, { method: 'POST', body: new URLSearchParams(fields) })
    await send(telegram, fields)
    const expected = { chat_id: telegram.chat.id, text: 'x', disable_notification: true, reply_markup: button('d') }
    expect(telegram.calls('sendMessage')).toEqual([expected, expected, expected])
    expect(telegram.sent().map(({ silent, labels }) => [silent, labels])).toEqual(Array(3).fill([true, ['More']]))
    expect(telegram.violations).toEqual([])
  })

  test('refuses what is no JSON, no Unicode and no parameter of the right kind', async () => {
    const telegram = await start()
    const url = `${telegram.apiRoot}/bot${telegram.token}/sendMessage`
    const post = async (body: string | Uint8Array<ArrayBuffer>) =>
      ((await (await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body })).json()) as Answer).description
    expect(await post('{')).toBe("Bad Request: can't parse request JSON object")
    expect(await post(Uint8Array.of(0x22, 0xff, 0x22))).toBe('Bad Request: strings must be encoded in UTF-8')
    expect(await sendRefused(telegram, { text: 'half \ud83d' })).toBe('Bad Request: strings must be encoded in UTF-8')
    expect(await sendRefused(telegram, { reply_markup: '{' })).toBe("Bad Request: can't parse reply markup JSON object")
    expect(telegram.violations).toHaveLength(4)
    await send(telegram, { text: 'whole 😀' })
    expect(telegram.violations).toHaveLength(4)
  })

  test('does not know what an older server would not know, and blames nobody', async () => {
    const telegram = await start({ unsupported: ['setMyCommands', 'date_time', 'expandable_blockquote'] })
    expect(await refusal(telegram, 'setMyCommands', { commands: [] })).toBe('Not Found: method not found')
    const entities = [{ type: 'date_time', offset: 0, length: 5, unix_time: 1, date_time_format: 'r' }]
    expect(await sendRefused(telegram, { entities })).toBe("Bad Request: can't parse MessageEntity: Unsupported type specified")
    const html = { parse_mode: 'HTML' }
    expect(await sendRefused(telegram, { ...html, text: 'é<tg-time unix="1">x</tg-time>' })).toBe(
      'Bad Request: can\'t parse entities: Unsupported start tag "tg-time" at byte offset 2',
    )
    expect(await sendRefused(telegram, { ...html, text: '<blockquote expandable>x</blockquote>' })).toBe(
      'Bad Request: can\'t parse entities: Expected equal sign in declaration of an attribute of the tag "blockquote" at byte offset 0',
    )
    await send(telegram, { ...html, text: '<blockquote>x</blockquote>' })
    expect(telegram.violations).toEqual([])
  })

  test.skipIf(!existsSync(SPEC_FILE))(`is checked against the description of the Bot API (${SPEC_FILE})`, async () => {
    const telegram = await start()
    expect(await refusal(telegram, 'sendMessage', { chat_id: telegram.chat.id })).toBe(
      'Bad Request: invalid sendMessage parameters: sendMessage.text is missing',
    )
    const link_preview_options = { is_disabled: 'yes' }
    expect(await sendRefused(telegram, { link_preview_options })).toBe(
      'Bad Request: invalid sendMessage parameters: sendMessage.link_preview_options.is_disabled is no Boolean',
    )
    const asked = telegram.inline({ query: 'when' })
    const results = [{ type: 'article', id: '1', title: 'When', input_message_content: { message_text: 1 } }]
    expect(await refusal(telegram, 'answerInlineQuery', { inline_query_id: asked.id, results })).toBe(
      'Bad Request: invalid answerInlineQuery parameters: answerInlineQuery.results[0].input_message_content.message_text is no String',
    )
    const scope = { type: 'chat' }
    expect(await refusal(telegram, 'setMyCommands', { commands: [], scope })).toBe(
      'Bad Request: invalid setMyCommands parameters: setMyCommands.scope.chat_id is missing',
    )
    expect(telegram.violations).toHaveLength(4)
    await send(telegram, {
      disable_web_page_preview: true,
      reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'b', colour: 'red' }]] },
    })
    expect(complaints(telegram).slice(4)).toEqual([
      'sendMessage.disable_web_page_preview does not exist',
      'sendMessage.reply_markup.inline_keyboard[0][0].colour does not exist',
    ])
  })
})

describe('texts', () => {
  test('have 1 to 4,096 UTF-16 units once their formatting and the white space around them are gone', async () => {
    const telegram = await start()
    expect(await sendRefused(telegram, { text: '' })).toBe('Bad Request: message text is empty')
    expect(await sendRefused(telegram, { text: ' \n ' })).toBe('Bad Request: text must be non-empty')
    expect(await sendRefused(telegram, { text: 'x'.repeat(4_097) })).toBe('Bad Request: message is too long')
    expect(await sendRefused(telegram, { text: '😀'.repeat(2_049) })).toBe('Bad Request: message is too long')
    expect(telegram.violations).toHaveLength(4)
    await send(telegram, { text: '😀'.repeat(2_048) })
    await send(telegram, { text: `<b>${'x'.repeat(4_096)}</b>`, parse_mode: 'HTML' })
    const entities = [{ type: 'bold', offset: 1, length: 3 }]
    await send(telegram, { text: ' yes \n', entities })
    expect(telegram.sent().map(({ text }) => text.length)).toEqual([4_096, 4_096, 3])
    expect(telegram.sent()[2]?.entities).toEqual([{ type: 'bold', offset: 0, length: 3 }])
    expect(telegram.violations).toHaveLength(4)
  })

  test('come back with the links, mentions and commands that Telegram finds in them', async () => {
    const telegram = await start()
    const message = await send(telegram, { text: 'Ask @lin_at_work or /help, see https://example.org/@help/a.', entities: [] })
    const found = [
      { type: 'mention', offset: 4, length: 12 },
      { type: 'bot_command', offset: 20, length: 5 },
      { type: 'url', offset: 31, length: 27 },
    ]
    expect(message.entities).toEqual(found)
    expect(telegram.sent()[0]?.entities).toEqual([])
  })

  const refusedHtml: readonly (readonly [string, string])[] = [
    ['<x>', 'Unsupported start tag "x" at byte offset 0'],
    ['日 a < b', 'Unsupported start tag "" at byte offset 6'],
    ['<b', 'Unclosed start tag at byte offset 0'],
    ['<b>x', 'Can\'t find end tag corresponding to start tag "b"'],
    ['x</b>', 'Unexpected end tag at byte offset 1'],
    ['<b>x</i>', 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'],
    ['<b>x</b', 'Unclosed end tag at byte offset 4'],
    ['<a =x>x</a>', 'Empty attribute name in the tag "a" at byte offset 0'],
    ['<a href="x>x</a>', 'Unclosed start tag at byte offset 0'],
    ['<a href=a/b>x</a>', 'Unexpected end of name token at byte offset 8'],
    ['<span>x</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<tg-emoji emoji-id="x">x</tg-emoji>', 'Invalid custom emoji identifier specified'],
    ['<tg-time unix="soon">x</tg-time>', 'Tag "tg-time" must have a valid Unix time at byte offset 0'],
    ['<tg-time unix="1" format="Dw">x</tg-time>', 'Tag "tg-time" has an invalid format at byte offset 0'],
    ['&#xd83d;', 'Text contains invalid Unicode characters after decoding HTML entities'],
    ['<blockquote>a<blockquote>b</blockquote></blockquote>', "block quotations can't be nested"],
  ]
  test.each(refusedHtml)('in HTML are refused as Telegram refuses them: %s', async (text, why) => {
    const telegram = await start()
    expect(await sendRefused(telegram, { text, parse_mode: 'HTML' })).toBe(`Bad Request: can't parse entities: ${why}`)
    expect(telegram.violations).toHaveLength(1)
  })

  const readHtml: readonly (readonly [string, string, readonly object[]])[] = [
    [
      '<b>a<i>😀</i></b> <u>c</u>',
      'a😀 c',
      [
        ['bold', 0, 3],
        ['italic', 1, 2],
        ['underline', 4, 1],
      ].map(spanned),
    ],
    ['<S>a</s>&lt;&#33;&#x1F600;&quot;&amp;amp;', 'a<!😀"&amp;', [spanned(['strikethrough', 0, 1])]],
    ['<a href="https://example.org/?a=1&amp;b=2">x</a>', 'x', [{ ...spanned(['text_link', 0, 1]), url: 'https://example.org/?a=1&b=2' }]],
    ['<pre><code class="language-yaml">a: 1</code></pre>', 'a: 1', [{ ...spanned(['pre', 0, 4]), language: 'yaml' }]],
    [
      '<code class="language-yaml">a</code><pre>b</pre>',
      'ab',
      [
        ['code', 0, 1],
        ['pre', 1, 1],
      ].map(spanned),
    ],
    [
      '<blockquote expandable>a</blockquote><blockquote>b</blockquote>',
      'ab',
      [
        ['expandable_blockquote', 0, 1],
        ['blockquote', 1, 1],
      ].map(spanned),
    ],
    [
      '<span class="tg-spoiler">a</span><tg-spoiler>b</tg-spoiler>',
      'ab',
      [
        ['spoiler', 0, 1],
        ['spoiler', 1, 1],
      ].map(spanned),
    ],
    [
      '<tg-time unix="1647531900" format="wDT">22:45</tg-time>',
      '22:45',
      [{ ...spanned(['date_time', 0, 5]), unix_time: 1_647_531_900, date_time_format: 'wDT' }],
    ],
    ['<tg-emoji emoji-id="5368">👍</tg-emoji><b></b>', '👍', [{ ...spanned(['custom_emoji', 0, 2]), custom_emoji_id: '5368' }]],
  ]
  test.each(readHtml)('in HTML are read as Telegram reads them: %s', async (html, text, entities) => {
    const telegram = await start()
    await send(telegram, { text: html, parse_mode: 'HTML' })
    const [sent] = telegram.sent()
    expect([sent?.text, sent?.entities]).toEqual([text, entities])
    expect(telegram.violations).toEqual([])
  })

  test('in HTML are taken with things that do not do what was meant, and that is noticed', async () => {
    const telegram = await start()
    await send(telegram, { text: 'R&D <b class="x">a</b> <a href="nowhere">b</a>', parse_mode: 'HTML' })
    expect(telegram.sent()[0]?.text).toBe('R&D a b')
    expect(complaints(telegram)).toEqual([
      'an & that was not escaped at byte offset 1',
      'the attribute class of <b> means nothing',
      "a link is lost, 'nowhere': Wrong HTTP URL",
    ])
  })

  test('in HTML, escaped, come back as they were', async () => {
    const telegram = await start()
    const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    const text = fc.string({
      unit: fc.oneof(fc.constantFrom(...'<>&;"/ab# '), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })),
    })
    const shown = text.filter((value) => value.trim() !== '' && value.isWellFormed())
    const bold = fc.asyncProperty(shown, async (value) => {
      const message = await send(telegram, { text: `<b>${escaped(value)}</b>`, parse_mode: 'HTML' })
      expect(message.text).toBe(value.trim())
      expect(message.entities?.find(({ type }) => type === 'bold')).toEqual({ type: 'bold', offset: 0, length: value.trim().length })
    })
    await fc.assert(bold, { numRuns: 200 })
    expect(telegram.violations).toEqual([])
  })

  test('are not taken in Markdown', async () => {
    const telegram = await start()
    expect(await sendRefused(telegram, { text: '*x*', parse_mode: 'MarkdownV2' })).toBe(
      'Bad Request: unsupported parse_mode, here at least: MarkdownV2',
    )
    expect(telegram.violations).toHaveLength(1)
  })
})

function spanned([type, offset, length]: readonly (string | number)[]): object {
  return { type, offset, length }
}

describe('entities', () => {
  const parse = "can't parse MessageEntity: "
  const refusedEntities: readonly (readonly [object, string])[] = [
    [{ type: 'bold', offset: 0, length: 9 }, 'entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 5'],
    [{ type: 'bold', offset: 3, length: 1 }, 'entity begins in a middle of a UTF-16 symbol at byte offset 2'],
    [{ type: 'bold', offset: 0, length: 3 }, 'entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol at byte offset 2'],
    [{ type: 'bold', offset: -1, length: 3 }, 'ENTITY_BOUNDS_INVALID'],
    [{ type: 'bold', offset: 0, length: 0 }, 'ENTITY_BOUNDS_INVALID'],
    [{ type: 'shiny', offset: 0, length: 1 }, `${parse}Unsupported type specified`],
    [{ type: 'text_link', offset: 0, length: 1 }, `${parse}Can't find field "url"`],
    [
      { type: 'text_link', offset: 0, length: 1, url: 'ftp://example.org' },
      "entity URL 'ftp://example.org' is invalid: Unsupported URL protocol",
    ],
    [{ type: 'date_time', offset: 0, length: 1, date_time_format: 'r' }, `${parse}Can't find field "unix_time"`],
    [{ type: 'date_time', offset: 0, length: 1, unix_time: 1 }, `${parse}Can't find field "date_time_format"`],
    [{ type: 'date_time', offset: 0, length: 1, unix_time: 1, date_time_format: 'rt' }, `${parse}Invalid date-time format specified`],
    [{ type: 'custom_emoji', offset: 0, length: 1 }, `${parse}Can't find field "custom_emoji_id"`],
    [{ type: 'text_mention', offset: 0, length: 1 }, `${parse}Can't find field "user"`],
  ]
  test.each(refusedEntities)('are refused: %j', async (entity, why) => {
    const telegram = await start()
    expect(await sendRefused(telegram, { text: 'ab😀c', entities: [entity] })).toBe(`Bad Request: ${why}`)
    expect(telegram.violations).toHaveLength(1)
  })

  test('are kept as given, within each other where they may be', async () => {
    const telegram = await start()
    const entities = [
      { type: 'expandable_blockquote', offset: 0, length: 20 },
      { type: 'bold', offset: 0, length: 10 },
      { type: 'text_link', offset: 0, length: 4, url: 'https://example.org' },
      { type: 'code', offset: 11, length: 3 },
      { type: 'date_time', offset: 15, length: 5, unix_time: 1_800_000_000, date_time_format: 'wDt' },
    ]
    await send(telegram, { text: 'x'.repeat(20), entities })
    expect(telegram.sent()[0]?.entities).toEqual(entities)
    expect(telegram.violations).toEqual([])
  })

  test('that overlap or contain what they cannot are noticed; quotations within quotations are refused', async () => {
    const telegram = await start()
    const pair = (a: string, b: string, offset: number) => [
      { type: a, offset: 0, length: 3 },
      { type: b, offset, length: 3 },
    ]
    await send(telegram, { entities: pair('bold', 'italic', 2) })
    await send(telegram, { entities: pair('code', 'bold', 0) })
    expect(complaints(telegram)).toEqual([
      'entities overlap without one being within the other: bold at 0 to 3 and italic at 2 to 5',
      'code is formatted or contains what is formatted: code at 0 to 3 and bold at 0 to 3',
    ])
    expect(await sendRefused(telegram, { entities: pair('blockquote', 'expandable_blockquote', 0) })).toBe(
      "Bad Request: can't parse entities: block quotations can't be nested",
    )
  })
})

describe('keyboards', () => {
  const rows = (...buttons: object[]) => ({ inline_keyboard: [buttons] })
  const named = (props: object) => rows({ text: 'x', ...props })
  const refusedKeyboards: readonly (readonly [string, object, string])[] = [
    ['data over 64 bytes', button('年'.repeat(22)), 'BUTTON_DATA_INVALID'],
    ['data that is empty', button(''), 'BUTTON_DATA_INVALID'],
    ['a button without an action', named({}), 'text buttons are unallowed in the inline keyboard'],
    [
      'a button with two',
      named({ url: 'https://example.org', callback_data: 'x' }),
      'a button does exactly one thing, not url and callback_data',
    ],
    ['a button without a text', button('x', ' '), 'text buttons are unallowed in the inline keyboard: a button needs a text'],
    [
      'a link to localhost',
      named({ url: 'http://localhost/a' }),
      "inline keyboard button URL 'http://localhost/a' is invalid: Wrong HTTP URL",
    ],
    [
      'a link of another kind',
      named({ url: 'ftp://a.org' }),
      "inline keyboard button URL 'ftp://a.org' is invalid: Unsupported URL protocol",
    ],
    ['too much to copy', named({ copy_text: { text: 'x'.repeat(257) } }), 'BUTTON_COPY_TEXT_INVALID'],
    ['nine in a row', rows(...Array(9).fill({ text: 'x', callback_data: 'x' })), 'REPLY_MARKUP_TOO_LONG'],
    ['101 in all', { inline_keyboard: Array(101).fill([{ text: 'x', callback_data: 'x' }]) }, 'REPLY_MARKUP_TOO_LONG'],
  ]
  test.each(refusedKeyboards)('are refused with %s', async (_, reply_markup, why) => {
    const telegram = await start()
    expect(await sendRefused(telegram, { reply_markup })).toBe(`Bad Request: ${why}`)
    expect(telegram.violations).toHaveLength(1)
  })

  test('are taken up to these limits, and an empty row is noticed', async () => {
    const telegram = await start()
    const eight = Array(8).fill({ text: 'x', callback_data: `${'年'.repeat(21)}a` })
    const links = [
      { text: 'a', url: 'https://example.org' },
      { text: 'b', url: 'tg://resolve?domain=x' },
      { text: 'c', copy_text: { text: 'x' } },
    ]
    await send(telegram, { reply_markup: { inline_keyboard: [...Array(12).fill(eight), links] } })
    expect(telegram.sent()[0]?.keyboard.at(-1)).toEqual(links)
    expect(telegram.violations).toEqual([])
    await send(telegram, { reply_markup: { inline_keyboard: [[], eight] } })
    expect(complaints(telegram)).toEqual(['an empty row of buttons'])
  })
})

describe('replies and topics', () => {
  test('need the message that they reply to, unless they do without it, and quote what it says', async () => {
    const telegram = await start()
    const asked = telegram.say({ text: 'when exactly?' })
    const reply_parameters = { message_id: asked.message_id, quote: 'exactly' }
    const message = await send(telegram, { reply_parameters })
    expect(message.reply_to_message).toEqual(asked)
    expect(await sendRefused(telegram, { reply_parameters: { ...reply_parameters, quote: 'never' } })).toBe(
      'Bad Request: QUOTE_TEXT_INVALID',
    )
    expect(await sendRefused(telegram, { reply_parameters: { message_id: 999 } })).toBe('Bad Request: message to be replied not found')
    expect(telegram.violations).toHaveLength(2)
    telegram.remove(asked)
    expect(await sendRefused(telegram, { reply_parameters })).toBe('Bad Request: message to be replied not found')
    await send(telegram, { reply_parameters: { ...reply_parameters, allow_sending_without_reply: true } })
    expect(telegram.sent().map(({ reply_to }) => reply_to)).toEqual([asked.message_id, undefined])
    expect(telegram.violations).toHaveLength(2)
  })

  test('stay in a topic that exists and is open; elsewhere there are none', async () => {
    const telegram = await start()
    const forum = telegram.addGroup({ is_forum: true })
    const topic = telegram.addTopic(forum, 'Questions')
    const asked = telegram.say({ text: 'when?', chat: forum, topic })
    expect([asked.is_topic_message, asked.message_thread_id, asked.reply_to_message?.message_id]).toEqual([true, topic, topic])
    const message = await send(telegram, { message_thread_id: topic }, forum)
    expect([message.message_thread_id, message.is_topic_message]).toEqual([topic, true])
    const reply = await send(telegram, { reply_parameters: { message_id: asked.message_id } }, forum)
    expect([reply.message_thread_id, reply.reply_to_message?.message_id]).toEqual([topic, asked.message_id])
    expect(telegram.violations).toEqual([])
    telegram.closeTopic(forum, topic)
    expect(await sendRefused(telegram, { message_thread_id: topic }, forum)).toBe('Bad Request: TOPIC_CLOSED')
    telegram.deleteTopic(forum, topic)
    expect(await sendRefused(telegram, { message_thread_id: topic }, forum)).toBe('Bad Request: message thread not found')
    expect(telegram.violations).toEqual([])
    expect(await sendRefused(telegram, { message_thread_id: 5 }, forum)).toBe('Bad Request: message thread not found')
    expect(await sendRefused(telegram, { message_thread_id: 5 })).toBe('Bad Request: message thread not found')
    expect(telegram.violations).toHaveLength(2)
  })

  test('in a supergroup without topics carry the number of a thread that nothing can be sent to', async () => {
    const telegram = await start()
    const chat = telegram.addGroup({ type: 'supergroup' })
    const first = telegram.say({ text: 'one', chat })
    const second = telegram.say({ text: 'two', chat, replyTo: first })
    expect([second.message_thread_id, second.is_topic_message]).toEqual([first.message_id, undefined])
    expect(await sendRefused(telegram, { message_thread_id: second.message_thread_id }, chat)).toBe('Bad Request: message thread not found')
  })
})

describe('edits and deletions', () => {
  test('change what stands there; what would change nothing is refused, but no mistake', async () => {
    const telegram = await start()
    const { message_id } = await send(telegram, { reply_markup: button('a') })
    const where = { chat_id: telegram.chat.id, message_id }
    const unchanged = /^Bad Request: message is not modified: specified new message content/
    expect(await refusal(telegram, 'editMessageText', { ...where, text: 'hello', reply_markup: button('a') })).toMatch(unchanged)
    expect(await refusal(telegram, 'editMessageReplyMarkup', { ...where, reply_markup: button('a') })).toMatch(unchanged)
    await done(telegram, 'editMessageReplyMarkup', { ...where, reply_markup: button('b') })
    expect(telegram.sent()[0]?.keyboard[0]?.[0]?.callback_data).toBe('b')
    const edited = await done<Message>(telegram, 'editMessageText', { ...where, text: '<b>new</b>', parse_mode: 'HTML' })
    expect([edited.text, edited.reply_markup, edited.edit_date]).toEqual(['new', undefined, expect.any(Number)])
    const [sent] = telegram.sent()
    expect([sent?.text, sent?.labels, sent?.edited, sent?.history]).toEqual(['new', [], 2, ['hello']])
    expect(telegram.violations).toEqual([])
  })

  test('reach only messages of the bot that are there', async () => {
    const telegram = await start()
    const theirs = telegram.say({ text: 'when?' })
    const edit = (message_id: number) => refusal(telegram, 'editMessageText', { chat_id: telegram.chat.id, message_id, text: 'x' })
    expect(await edit(theirs.message_id)).toBe("Bad Request: message can't be edited")
    expect(await edit(999)).toBe('Bad Request: message to edit not found')
    expect(await refusal(telegram, 'deleteMessage', { chat_id: telegram.chat.id, message_id: 999 })).toBe(
      'Bad Request: message to delete not found',
    )
    expect(telegram.violations).toHaveLength(3)
    const { message_id } = await send(telegram)
    await done(telegram, 'deleteMessage', { chat_id: telegram.chat.id, message_id })
    expect(telegram.sent()).toEqual([])
    expect(await edit(message_id)).toBe('Bad Request: message to edit not found')
    expect(telegram.violations).toHaveLength(3)
  })
})

describe('pressed buttons', () => {
  test('reach the bot with the message, and are answered once and in time', async () => {
    const telegram = await start()
    await send(telegram, { reply_markup: button('next', 'Next') })
    const message = await telegram.message()
    const pressed = telegram.press({ message, data: 'next' })
    const [update] = await poll(telegram)
    expect(update?.callback_query).toEqual({
      ...{ id: pressed.id, from: telegram.user, message: message.message, data: 'next', chat_instance: expect.any(String) },
    })
    expect(telegram.unansweredPresses).toEqual([pressed])
    const answer = { callback_query_id: pressed.id, text: 'x'.repeat(200), show_alert: true }
    expect(await refusal(telegram, 'answerCallbackQuery', { ...answer, text: 'x'.repeat(201) })).toBe('Bad Request: MESSAGE_TOO_LONG')
    expect(await refusal(telegram, 'answerCallbackQuery', { callback_query_id: '0' })).toMatch(/^Bad Request: query is too old/)
    expect(telegram.violations).toHaveLength(2)
    await done(telegram, 'answerCallbackQuery', answer)
    expect(await pressed.answer()).toEqual({ text: 'x'.repeat(200), show_alert: true })
    expect(telegram.unansweredPresses).toEqual([])
    expect(await refusal(telegram, 'answerCallbackQuery', answer)).toBe(
      'Bad Request: query is too old and response timeout expired or query ID is invalid',
    )
    const late = telegram.press({ message, label: 'Next' })
    late.expire()
    expect(await refusal(telegram, 'answerCallbackQuery', { callback_query_id: late.id })).toMatch(/^Bad Request: query is too old/)
    expect(telegram.violations).toHaveLength(2)
  })

  test('must be there, except on screens that are out of date', async () => {
    const telegram = await start()
    await send(telegram, { reply_markup: button('next', 'Next') })
    const message = await telegram.message()
    expect(() => telegram.press({ message, label: 'Back' })).toThrow('no button Back to press; there are: Next')
    telegram.press({ message, data: 'old', stale: true })
    telegram.remove(message)
    telegram.press({ message, data: 'next' })
    const updates = await poll(telegram)
    expect(updates.map((update) => update.callback_query?.data)).toEqual(['old', 'next'])
    expect(updates[1]?.callback_query?.message).toEqual({ chat: telegram.chat, message_id: message.message_id, date: 0 })
  })
})

describe('inline mode', () => {
  const article = (id: string, props: object = {}) => ({
    type: 'article',
    id,
    title: 'When',
    input_message_content: { message_text: 'Monday' },
    ...props,
  })

  test('gives results, of which one goes out and has buttons of its own', async () => {
    const telegram = await start()
    const asked = telegram.inline({ query: 'when', chatType: 'group' })
    const [update] = await poll(telegram)
    expect(update?.inline_query).toEqual({ id: asked.id, from: telegram.user, query: 'when', offset: '', chat_type: 'group' })
    const results = Array.from({ length: 50 }, (_, index) => article(`${index}`, { reply_markup: button('more') }))
    const options = { cache_time: 0, is_personal: true, next_offset: 'x'.repeat(64), button: { text: 'Ask me', start_parameter: 'a_b-1' } }
    await done(telegram, 'answerInlineQuery', { inline_query_id: asked.id, results, ...options })
    expect(await asked.results()).toEqual({ results, ...options })
    const { inline_message_id, message } = await telegram.choose(asked, 3)
    const pressed = telegram.pressInline({ inlineMessageId: inline_message_id, data: 'more' })
    const [, press] = await poll(telegram)
    expect(press?.callback_query).toEqual({ id: pressed.id, from: telegram.user, inline_message_id, data: 'more', chat_instance: '-1' })
    expect(await done(telegram, 'editMessageText', { inline_message_id, text: 'Tuesday' })).toBe(true)
    expect([message.text, message.history]).toEqual(['Tuesday', ['Monday']])
    expect(await refusal(telegram, 'editMessageText', { inline_message_id: 'x', text: 'Tuesday' })).toBe('Bad Request: MESSAGE_ID_INVALID')
  })

  const refusedAnswers: readonly (readonly [string, object, string])[] = [
    ['51 results', { results: Array.from({ length: 51 }, (_, index) => article(`${index}`)) }, 'RESULTS_TOO_MUCH'],
    ['an id twice', { results: [article('a'), article('a')] }, 'RESULT_ID_DUPLICATE'],
    ['an id over 64 bytes', { results: [article('年'.repeat(22))] }, 'RESULT_ID_INVALID'],
    ['a result without a title', { results: [article('a', { title: '' })] }, 'ARTICLE_TITLE_EMPTY'],
    [
      'a text that is too long',
      { results: [article('a', { input_message_content: { message_text: 'x'.repeat(4_097) } })] },
      'MESSAGE_TOO_LONG',
    ],
    ['a keyboard that is none', { results: [article('a', { reply_markup: button('') })] }, 'BUTTON_DATA_INVALID'],
    ['an offset over 64 bytes', { results: [], next_offset: 'x'.repeat(65) }, 'NEXT_OFFSET_INVALID'],
    ['a button without a text', { results: [], button: { text: '', start_parameter: 'a' } }, 'SWITCH_PM_TEXT_EMPTY'],
    ['a button that leads nowhere', { results: [], button: { text: 'a', start_parameter: 'a b' } }, 'START_PARAM_INVALID'],
  ]
  test.each(refusedAnswers)('refuses %s', async (_, answer, why) => {
    const telegram = await start()
    const asked = telegram.inline({ query: '' })
    expect(await refusal(telegram, 'answerInlineQuery', { inline_query_id: asked.id, ...answer })).toBe(`Bad Request: ${why}`)
    expect(telegram.violations).toHaveLength(1)
  })

  test('takes no answer that comes too late, no query that nobody can type, and may be switched off', async () => {
    const telegram = await start()
    expect(() => telegram.inline({ query: 'x'.repeat(257) })).toThrow('nobody can type more than 256')
    const asked = telegram.inline({ query: 'x'.repeat(256) })
    asked.expire()
    expect(await refusal(telegram, 'answerInlineQuery', { inline_query_id: asked.id, results: [] })).toMatch(/query is too old/)
    expect(telegram.violations).toEqual([])
    const without = await start({ supportsInlineQueries: false })
    expect(() => without.inline({ query: '' })).toThrow('no inline mode')
    expect([telegram.me.supports_inline_queries, without.me.supports_inline_queries]).toEqual([true, false])
  })
})

describe('guest mode', () => {
  test('answers where the bot is no member, if it has that mode', async () => {
    const telegram = await start({ supportsGuestQueries: true })
    const asked = telegram.guest({ text: '@asknotice_bot when?' })
    const [update] = await poll(telegram)
    expect(update?.guest_message).toEqual({ ...asked.message, guest_query_id: asked.id, text: '@asknotice_bot when?', from: telegram.user })
    const result = { type: 'article', id: '1', title: 'When', input_message_content: { message_text: 'Monday' } }
    expect(await refusal(telegram, 'answerGuestQuery', { guest_query_id: asked.id, result: { ...result, id: '' } })).toBe(
      'Bad Request: RESULT_ID_INVALID',
    )
    const sent = await done(telegram, 'answerGuestQuery', { guest_query_id: asked.id, result })
    expect(await asked.answer()).toEqual(result)
    expect([sent, asked.sent?.message.text]).toEqual([{ inline_message_id: asked.sent?.inline_message_id }, 'Monday'])
    expect(await refusal(telegram, 'answerGuestQuery', { guest_query_id: asked.id, result })).toMatch(/query is too old/)
    const without = await start()
    expect(() => without.guest({ text: 'when?' })).toThrow('no guest mode')
  })
})

describe('how the bot presents itself', () => {
  test('commands are kept by scope and language', async () => {
    const telegram = await start()
    const commands = [{ command: 'ask', description: 'Ask a question' }]
    await done(telegram, 'setMyCommands', { commands })
    const chinese = { language_code: 'zh', scope: { type: 'all_group_chats' } }
    await done(telegram, 'setMyCommands', { commands: [{ command: 'ask', description: '提问' }], ...chinese })
    expect(await done(telegram, 'getMyCommands', chinese)).toEqual([{ command: 'ask', description: '提问' }])
    expect(await done(telegram, 'getMyCommands', { scope: { type: 'default' } })).toEqual(commands)
    await done(telegram, 'deleteMyCommands', chinese)
    expect([telegram.commands(), telegram.commands(chinese)]).toEqual([commands, []])
    expect(telegram.violations).toEqual([])
  })

  const command = { command: 'ask', description: 'Ask' }
  const refusedCommands: readonly (readonly [string, object, string])[] = [
    ['a Chinese name', { commands: [{ ...command, command: '问' }] }, 'BOT_COMMAND_INVALID'],
    ['a name of 33 letters', { commands: [{ ...command, command: 'x'.repeat(33) }] }, 'BOT_COMMAND_INVALID'],
    ['a name in capitals', { commands: [{ ...command, command: 'Ask' }] }, 'BOT_COMMAND_INVALID'],
    ['the same twice', { commands: [command, command] }, 'BOT_COMMAND_INVALID'],
    ['no description', { commands: [{ ...command, description: '' }] }, 'BOT_COMMAND_DESCRIPTION_INVALID'],
    ['a long description', { commands: [{ ...command, description: 'x'.repeat(257) }] }, 'BOT_COMMAND_DESCRIPTION_INVALID'],
    [
      '101 of them',
      { commands: Array.from({ length: 101 }, (_, index) => ({ ...command, command: `c${index}` })) },
      'BOT_COMMANDS_TOO_MUCH',
    ],
    ['a language of a country', { commands: [command], language_code: 'zh-hans' }, 'invalid language code specified'],
  ]
  test.each(refusedCommands)('commands are refused with %s', async (_, payload, why) => {
    const telegram = await start()
    expect(await refusal(telegram, 'setMyCommands', payload)).toBe(`Bad Request: ${why}`)
    expect(telegram.violations).toHaveLength(1)
  })

  test('name, descriptions and menu button are kept; those that are too long are refused', async () => {
    const telegram = await start()
    await done(telegram, 'setMyName', { name: 'Ask' })
    await done(telegram, 'setMyDescription', { description: 'x'.repeat(512), language_code: 'zh' })
    await done(telegram, 'setMyShortDescription', { short_description: 'short' })
    await done(telegram, 'setChatMenuButton', { menu_button: { type: 'commands' } })
    expect([telegram.name(), telegram.description('zh').length, telegram.description(), telegram.shortDescription('de')]).toEqual([
      'Ask',
      512,
      '',
      'short',
    ])
    expect(await done(telegram, 'getMyShortDescription', { language_code: 'en' })).toEqual({ short_description: 'short' })
    expect(await done(telegram, 'getChatMenuButton', { chat_id: telegram.chat.id })).toEqual({ type: 'commands' })
    expect(telegram.violations).toEqual([])
    await refusal(telegram, 'setMyName', { name: 'x'.repeat(65) })
    await refusal(telegram, 'setMyDescription', { description: 'x'.repeat(513) })
    await refusal(telegram, 'setMyShortDescription', { short_description: 'x'.repeat(121) })
    expect(complaints(telegram)).toEqual(['name', 'description', 'short description'].map((kind) => `Bad Request: bot ${kind} is too long`))
  })

  test('says who it is and where it writes', async () => {
    const telegram = await start({ username: 'other_bot', canReadAllGroupMessages: true })
    expect(await done(telegram, 'getMe')).toEqual(telegram.me)
    expect([telegram.me.username, telegram.me.can_read_all_group_messages]).toEqual(['other_bot', true])
    expect(await done(telegram, 'getChat', { chat_id: telegram.chat.id })).toMatchObject(telegram.chat)
    await done(telegram, 'sendChatAction', { chat_id: telegram.chat.id, action: 'typing' })
    expect(await refusal(telegram, 'sendChatAction', { chat_id: telegram.chat.id, action: 'thinking' })).toBe(
      'Bad Request: wrong parameter action in request',
    )
    const group = telegram.addGroup()
    await done(telegram, 'leaveChat', { chat_id: group.id })
    expect(await sendRefused(telegram, {}, group)).toBe('Forbidden: bot was kicked from the group chat')
  })
})

describe('polling', () => {
  test('hands out updates until an offset confirms them, in order and with rising numbers', async () => {
    const telegram = await start()
    for (const text of ['a', 'b', 'c', 'd']) telegram.say({ text })
    const ids = telegram.updates.map(({ update_id }) => update_id)
    const given = async (payload: object) => (await poll(telegram, payload)).map(({ message }) => message?.text)
    const [first = 0] = ids
    expect(ids).toEqual([first, first + 1, first + 2, first + 3])
    expect(await given({ limit: 2 })).toEqual(['a', 'b'])
    expect(await given({})).toEqual(['a', 'b', 'c', 'd'])
    expect(await given({ offset: first + 1 })).toEqual(['b', 'c', 'd'])
    expect(telegram.pendingCount).toBe(3)
    telegram.redeliver(first)
    expect(await given({ offset: first + 2 })).toEqual(['c', 'd', 'a'])
    expect(await given({ offset: -1 })).toEqual(['d'])
    expect(await given({ offset: first + 4 })).toEqual([])
    expect([telegram.pendingCount, telegram.polls, telegram.confirmedOffset]).toEqual([0, 6, first + 4])
  })

  test('waits for an update as long as it was asked to', async () => {
    const telegram = await start({ pollSeconds: 0.02 })
    expect(await poll(telegram, { timeout: 50 })).toEqual([])
    const patient = await start()
    const polled = poll(patient, { timeout: 50 })
    await patient.until(() => patient.polling, 'the poll')
    const said = patient.say({ text: 'when?' })
    expect((await polled).map(({ message }) => message)).toEqual([said])
  })

  test('keeps what a client that hung up did not get', async () => {
    const telegram = await start({ pollSeconds: 50 })
    const hangUp = new AbortController()
    const polled = call(telegram, 'getUpdates', { timeout: 50 }, hangUp.signal).catch(() => 'gone')
    await telegram.until(() => telegram.polling, 'the poll')
    hangUp.abort()
    expect(await polled).toBe('gone')
    await telegram.until(() => !telegram.polling, 'the end of the poll')
    telegram.say({ text: 'when?' })
    expect(await poll(telegram)).toHaveLength(1)
  })

  test('leaves out kinds that were not asked for, and remembers which', async () => {
    const telegram = await start()
    telegram.update({ chat_member: {} })
    await poll(telegram, { allowed_updates: ['callback_query'] })
    telegram.say({ text: 'unheard' })
    await poll(telegram)
    telegram.say({ text: 'unheard' })
    await poll(telegram, { allowed_updates: [] })
    telegram.say({ text: 'heard' })
    const updates = await poll(telegram)
    expect(updates.map(({ message, chat_member }) => message?.text ?? chat_member)).toEqual([{}, 'heard'])
  })

  test('is done by one at a time: a second poll ends the first, another instance ends every one', async () => {
    const telegram = await start()
    const conflict = {
      ...{ ok: false, error_code: 409 },
      description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
    }
    const first = call(telegram, 'getUpdates', { timeout: 50 })
    await telegram.until(() => telegram.polling, 'the poll')
    const second = call(telegram, 'getUpdates', { timeout: 50 })
    expect(await first).toEqual(conflict)
    await telegram.until(() => telegram.polling, 'the poll')
    const other = telegram.otherPoller()
    expect(await second).toEqual(conflict)
    expect(await call(telegram, 'getUpdates')).toEqual(conflict)
    other.stop()
    expect(await poll(telegram)).toEqual([])
    expect(telegram.violations).toEqual([])
  })
})

interface Received {
  readonly update: Update
  readonly secret: string | string[] | undefined
}

/** A webhook of the bot's: what it received, and whatever it answers. */
async function listen(
  answer: (count: number) => { status: number; body?: string } | 'hang' | 'drop',
): Promise<{ url: string; received: Received[] }> {
  const received: Received[] = []
  const server: Server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += String(piece)
    received.push({ update: JSON.parse(body) as Update, secret: request.headers['x-telegram-bot-api-secret-token'] })
    const said = answer(received.length)
    if (said === 'drop') request.socket.destroy()
    else if (said !== 'hang') response.writeHead(said.status).end(said.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ending.push(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`, received }
}

describe('a webhook', () => {
  test('gets updates with its secret, old ones too; meanwhile nobody may poll', async () => {
    const telegram = await start()
    telegram.say({ text: 'before' })
    const { url, received } = await listen(() => ({ status: 200 }))
    await done(telegram, 'setWebhook', { url, secret_token: 'a_B-1', max_connections: 1 })
    telegram.say({ text: 'after' })
    await telegram.until(() => telegram.pendingCount === 0, 'the deliveries')
    expect(received.map(({ update, secret }) => [update.message?.text, secret])).toEqual([
      ['before', 'a_B-1'],
      ['after', 'a_B-1'],
    ])
    expect(telegram.webhook).toMatchObject({ url, max_connections: 1, pending_update_count: 0, mostUnderWay: 1 })
    expect(await refusal(telegram, 'getUpdates')).toBe(
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    )
    await done(telegram, 'setWebhook', { url: '' })
    telegram.say({ text: 'later' })
    expect(await poll(telegram)).toHaveLength(1)
    expect(telegram.violations).toEqual([])
  })

  test('gets an update again until it takes it, whatever went wrong', async () => {
    const telegram = await start({ webhookTimeoutMs: 500, webhookRetryMs: 1 })
    const answers = [{ status: 500 }, 'drop', 'hang', { status: 302 }, { status: 204 }] as const
    const { url, received } = await listen((count) => answers[count - 1] ?? { status: 200 })
    await done(telegram, 'setWebhook', { url })
    const { message_id } = telegram.say({ text: 'when?' })
    await telegram.until(() => telegram.pendingCount === 0, 'the delivery')
    expect(received.map(({ update }) => update.message?.message_id)).toEqual(Array(5).fill(message_id))
    expect(telegram.webhook.deliveries.map(({ status, error }) => status ?? error)).toEqual([
      500,
      'Connection reset by peer',
      'Read timeout expired',
      302,
      204,
    ])
    expect(telegram.webhook.last_error_message).toBe('Wrong response from the webhook: 302')
  })

  test('gets no more updates at once than it allows', async () => {
    const telegram = await start({ webhookTimeoutMs: 30, webhookRetryMs: 1 })
    const { url, received } = await listen((count) => (count <= 2 ? 'hang' : { status: 200 }))
    await done(telegram, 'setWebhook', { url, max_connections: 2 })
    for (const text of ['a', 'b', 'c', 'd', 'e']) telegram.say({ text })
    await telegram.until(() => telegram.pendingCount === 0, 'the deliveries')
    expect(telegram.webhook.mostUnderWay).toBe(2)
    expect([...new Set(received.map(({ update }) => update.message?.text))].sort()).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  test('ends a poll that is held, drops what is pending when told, and is refused with wrong parameters', async () => {
    const telegram = await start()
    const polled = call(telegram, 'getUpdates', { timeout: 50 })
    await telegram.until(() => telegram.polling, 'the poll')
    await done(telegram, 'setWebhook', { url: 'https://example.org/hook' })
    expect((await polled).description).toBe('Conflict: terminated by setWebhook request')
    telegram.say({ text: 'dropped' })
    expect(telegram.pendingCount).toBe(1)
    await done(telegram, 'deleteWebhook', { drop_pending_updates: true })
    expect([telegram.pendingCount, (await done<JsonObject>(telegram, 'getWebhookInfo')).url]).toEqual([0, ''])
    expect(telegram.violations).toEqual([])
    await refusal(telegram, 'setWebhook', { url: 'http://example.org/' })
    await refusal(telegram, 'setWebhook', { url: 'https://example.org/', secret_token: 'a b' })
    await refusal(telegram, 'setWebhook', { url: 'https://example.org/', max_connections: 101 })
    expect(complaints(telegram)).toEqual([
      'Bad Request: bad webhook: An HTTPS URL must be provided for webhook',
      'Bad Request: secret token contains unallowed characters or is too long',
      'Bad Request: max_connections must be between 1 and 100',
    ])
  })

  test('should not call methods in its answers', async () => {
    const telegram = await start()
    const { url } = await listen(() => ({ status: 200, body: JSON.stringify({ method: 'sendMessage', text: 'hello' }) }))
    await done(telegram, 'setWebhook', { url })
    telegram.say({ text: 'when?' })
    await telegram.until(() => telegram.pendingCount === 0, 'the delivery')
    expect(complaints(telegram)).toEqual(['called in the answer to a webhook: nobody learns whether it failed'])
  })
})

describe('groups', () => {
  /** Which of these reached the bot. */
  async function heard(telegram: LoopbackTelegram): Promise<(string | undefined)[]> {
    const updates = await poll(telegram, { offset: telegram.confirmedOffset })
    await poll(telegram, { offset: (updates.at(-1)?.update_id ?? 0) + 1 })
    return updates.map(({ message }) => message?.text ?? message?.caption)
  }

  test('show a bot in privacy mode only what is meant for it', async () => {
    const telegram = await start()
    const chat = telegram.addGroup()
    const own = await send(telegram, {}, chat)
    const otherBot: User = telegram.addUser({ is_bot: true, username: 'other_bot' })
    telegram.say({ text: 'among ourselves', chat })
    telegram.say({ text: '/ask@ASKNOTICE_bot when?', chat })
    telegram.say({ text: '/ask@other_bot when?', chat })
    telegram.say({ text: '/ask bare, this bot spoke last', chat })
    telegram.say({ text: 'a reply', chat, replyTo: own })
    telegram.say({ text: '@asknotice_bot when?', chat })
    telegram.say({ caption: 'look, @asknotice_bot', chat })
    telegram.say({ text: 'me@asknotice_bot.example', chat })
    telegram.say({ text: 'sent by inline mode', chat, viaBot: true })
    telegram.say({ text: '@asknotice_bot, said a bot', chat, from: otherBot })
    telegram.say({ text: '/ask bare, another bot spoke last', chat })
    telegram.say({ text: 'delivered all the same', chat, deliver: true })
    telegram.say({ text: '/ask but kept back', chat: telegram.chat, deliver: false })
    expect(await heard(telegram)).toEqual([
      ...['/ask@ASKNOTICE_bot when?', '/ask bare, this bot spoke last', 'a reply', '@asknotice_bot when?'],
      ...['look, @asknotice_bot', 'sent by inline mode', 'delivered all the same'],
    ])
  })

  test('show a bot without privacy mode everything but what bots say; mentions can be kept from one that has it', async () => {
    const all = await start({ canReadAllGroupMessages: true })
    const chat = all.addGroup()
    all.say({ text: 'among ourselves', chat })
    all.say({ text: 'said a bot', chat, from: all.addUser({ is_bot: true }) })
    expect(await heard(all)).toEqual(['among ourselves'])
    const few = await start({ deliversMentions: false })
    few.say({ text: '@asknotice_bot when?', chat: few.addGroup() })
    expect(await heard(few)).toEqual([])
  })

  test('become supergroups with another number', async () => {
    const telegram = await start()
    const group = telegram.addGroup({ title: 'Workshop' })
    const successor = telegram.migrate(group)
    expect([successor.type, successor.title]).toEqual(['supergroup', 'Workshop'])
    expect(await call(telegram, 'sendMessage', { chat_id: group.id, text: 'hello' })).toEqual({
      ...{ ok: false, error_code: 400, description: 'Bad Request: group chat was upgraded to a supergroup chat' },
      parameters: { migrate_to_chat_id: successor.id },
    })
    await send(telegram, {}, successor)
    const told = (await poll(telegram)).map(({ message }) => [message?.chat.id, message?.migrate_to_chat_id, message?.migrate_from_chat_id])
    expect(told).toEqual([
      [group.id, successor.id, undefined],
      [successor.id, undefined, group.id],
    ])
    expect(telegram.violations).toEqual([])
  })

  test('and people can keep the bot out or quiet; it is told when its standing changes', async () => {
    const telegram = await start()
    const group = telegram.addGroup({ type: 'supergroup' })
    telegram.mute(group)
    expect(await sendRefused(telegram, {}, group)).toBe('Bad Request: not enough rights to send text messages to the chat')
    telegram.kick(group)
    expect(await call(telegram, 'sendMessage', { chat_id: group.id, text: 'x' })).toEqual({
      ...{ ok: false, error_code: 403, description: 'Forbidden: bot was kicked from the supergroup chat' },
    })
    telegram.block()
    expect(telegram.privateChat(telegram.user)).toEqual(telegram.chat)
    expect(await sendRefused(telegram, {})).toBe('Forbidden: bot was blocked by the user')
    telegram.say({ text: 'unheard' })
    telegram.unblock()
    await send(telegram)
    const standings = (await poll(telegram)).map(({ my_chat_member: change }) => [
      change?.chat.id,
      change?.old_chat_member.status,
      change?.new_chat_member.status,
    ])
    expect(standings).toEqual([
      [group.id, 'member', 'kicked'],
      [telegram.chat.id, 'member', 'kicked'],
      [telegram.chat.id, 'kicked', 'member'],
    ])
    expect(telegram.violations).toEqual([])
    expect(await sendRefused(telegram, { chat_id: 1 })).toBe('Bad Request: chat not found')
    expect(telegram.violations).toHaveLength(1)
  })

  test('show what people write with all that Telegram tells of it', async () => {
    const telegram = await start()
    const chat = telegram.addGroup({ type: 'supergroup' })
    const channel = { id: -1_001, type: 'channel', title: 'Ours' } as const
    expect(telegram.say({ text: 'x', chat, senderChat: channel })).toMatchObject({
      sender_chat: channel,
      from: { username: 'Channel_Bot' },
    })
    expect(telegram.say({ text: 'x', chat, automaticForward: true })).toMatchObject({ is_automatic_forward: true, from: { id: 777_000 } })
    expect(telegram.say({ text: 'x', forwarded: true })).toMatchObject({ forward_origin: { type: 'hidden_user' } })
    expect(telegram.say({ sticker: true })).toMatchObject({ sticker: { emoji: '👍' } })
    expect(telegram.say({ text: 'x', date: new Date(1_000_000) }).date).toBe(1_000)
    expect(telegram.start({ payload: 'fact_1' })).toMatchObject({
      text: '/start fact_1',
      entities: [{ type: 'bot_command', offset: 0, length: 6 }],
    })
    expect(telegram.start({ payload: 'a', chat }).text).toBe('/start@asknotice_bot a')
  })
})

describe('limits of how much may be sent', () => {
  test('hold for groups and for each chat; sending on regardless is noticed', async () => {
    const telegram = await start({ groupLimit: { messages: 2, seconds: 60 }, chatLimit: { messages: 3, seconds: 60 } })
    const group = telegram.addGroup()
    await send(telegram, {}, group)
    await send(telegram, {}, group)
    const { error_code, parameters } = await call(telegram, 'sendMessage', { chat_id: group.id, text: 'x' })
    expect([error_code, parameters]).toEqual([429, { retry_after: 60 }])
    for (let count = 0; count < 3; count += 1) await send(telegram)
    expect(await sendRefused(telegram, {})).toBe('Too Many Requests: retry after 60')
    expect(telegram.violations).toEqual([])
    await sendRefused(telegram, {}, group)
    expect(complaints(telegram)).toEqual([expect.stringMatching(/^told to wait, and sent \d+ ms too early$/)])
  })

  test('end when the time is over', async () => {
    const telegram = await start({ chatLimit: { messages: 1, seconds: 0.02 } })
    await send(telegram)
    for (let waits = true; waits; ) waits = (await sendRefused(telegram, {})) !== undefined
    expect(telegram.sent()).toHaveLength(2)
  })
})

describe('faults on demand', () => {
  test('refuse, in JSON or with the page of something in between', async () => {
    const telegram = await start()
    telegram.faults.status('sendMessage', 400, { description: 'Bad Request: no', times: 2 })
    expect([await sendRefused(telegram, {}), await sendRefused(telegram, {})]).toEqual(['Bad Request: no', 'Bad Request: no'])
    telegram.faults.status('*', 502, { html: true, done: true, description: 'Bad Gateway' })
    const response = await fetch(`${telegram.apiRoot}/bot${telegram.token}/sendMessage?chat_id=${telegram.chat.id}&text=x`)
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      502,
      'text/html',
      expect.stringContaining('Bad Gateway'),
    ])
    expect(telegram.sent()).toHaveLength(1)
    expect([telegram.violations, telegram.requests.map(({ status }) => status)]).toEqual([[], [400, 400, 502]])
  })

  test('lose the connection or the sense of an answer, before or after the call was carried out', async () => {
    const telegram = await start()
    telegram.faults.drop('sendMessage')
    telegram.faults.drop('sendMessage', { done: true })
    telegram.faults.garbage('sendMessage')
    for (const why of ['fetch failed', 'fetch failed', /JSON/]) await expect(send(telegram)).rejects.toThrow(why)
    expect(telegram.sent()).toHaveLength(1)
  })

  test('keep a client waiting until it gives up, or for a while', async () => {
    const telegram = await start()
    telegram.faults.hang('getMe')
    const giveUp = new AbortController()
    const asked = call(telegram, 'getMe', {}, giveUp.signal).catch(() => 'gave up')
    await telegram.until(() => telegram.requests.length === 1, 'the call')
    giveUp.abort()
    expect(await asked).toBe('gave up')
    telegram.faults.slow('getMe', 30)
    const began = performance.now()
    expect(await done(telegram, 'getMe')).toEqual(telegram.me)
    expect(performance.now() - began).toBeGreaterThan(25)
    telegram.faults.drop('*', { times: 9 })
    telegram.faults.clear()
    expect(await done(telegram, 'getMe')).toEqual(telegram.me)
  })
})
