// What people do in Discord, on the real discord.js: every command, mentions, replies, direct messages, buttons, selects, menus.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Serving, serving } from './serving.js'

let on: Serving

beforeAll(async () => {
  on = await serving()
})

afterAll(async () => {
  await on.end()
})

const LEAD_TRADE = '"Blockchain + trade finance" is led by the People\'s Bank of China (PBOC).'

/** The answer to a command, as one reads it. */
async function told(...[command]: Parameters<Serving['discord']['slash']>): Promise<string> {
  return (await on.discord.slash(command).reply()).text
}

describe('the commands', () => {
  it('are registered once, in English and both Chinese scripts', () => {
    const names = on.discord
      .commands()
      .map(({ name, name_localizations }) => [name, (name_localizations as Record<string, string>)['zh-TW']])
    expect(names).toEqual([
      ['ask', '提問'],
      ['domains', '領域'],
      ['eligibility', '申報資格'],
      ['deadline', '期限'],
      ['compare', '對比'],
      ['timeline', '時間線'],
      ['map', '一覽圖'],
      ['source', '出處'],
      ['about', '關於'],
      ['help', '幫助'],
      ['Ask about this message', '就這條消息提問'],
    ])
  })

  it('/ask answers a question in words, with its source', async () => {
    const reply = await on.discord.slash({ name: 'ask', options: { question: 'Who leads trade finance?' } }).reply()
    expect(reply.text).toContain(LEAD_TRADE)
    expect(reply.text).toContain('paragraph 27')
    expect(reply.ephemeral).toBe(false)
  })

  it('/ask answers in the language of the question, whatever the client', async () => {
    expect(await told({ name: 'ask', options: { question: '贸易金融由谁牵头？' }, locale: 'en-US' })).toContain(
      '由中国人民银行（央行）牵头',
    )
  })

  it('/domains lists all of them, or those of a category', async () => {
    expect(await told({ name: 'domains' })).toContain('cross-border finance')
    const choices = await on.discord.autocomplete({ name: 'domains', options: { of: 'fin' }, focused: 'of' }).choices()
    expect(choices[0]?.name).toBe('financial technology')
    expect(await told({ name: 'domains', options: { of: String(choices[0]?.value) } })).toContain(
      'The financial technology category has 4 domains',
    )
  })

  it('/domains understands what was typed instead of chosen', async () => {
    expect(await told({ name: 'domains', options: { of: '金融科技' }, locale: 'zh-CN' })).toContain('金融科技类有4个领域')
  })

  it('/deadline tells the date by the clock of the reader as well', async () => {
    expect(await told({ name: 'deadline', locale: 'zh-TW' })).toMatch(/2023年12月31日 · <t:1704038399:F> · <t:1704038399:R>/)
  })

  it('/compare sets the types side by side', async () => {
    expect(await told({ name: 'compare' })).toContain('characteristic-domain pilot')
  })

  it('/source tells what it rests on, /about that it is unofficial, /help how to ask', async () => {
    expect(await told({ name: 'source' })).toContain('rest on one article')
    expect(await told({ name: 'about', locale: 'zh-CN' })).toContain('非官方')
    expect((await on.discord.slash({ name: 'help' }).reply()).usable.length).toBeGreaterThan(2)
  })

  it('private answers are seen by the asker alone, until they are shared', async () => {
    const reply = await on.discord.slash({ name: 'ask', options: { question: 'Who leads trade finance?', private: true } }).reply()
    expect(reply.ephemeral).toBe(true)
    const shared = await on.discord.button({ message: reply, customId: String(reply.usable.at(-1)) }).reply()
    expect([shared.ephemeral, shared.text]).toEqual([false, reply.text])
  })
})

describe('autocomplete', () => {
  it('offers questions in the language of the client, and what is chosen is answered', async () => {
    const choices = await on.discord
      .autocomplete({ name: 'ask', options: { question: '贸易' }, focused: 'question', locale: 'zh-CN' })
      .choices()
    expect(choices.map(({ name }) => name)).toContain('区块链+贸易金融由谁牵头？')
    expect(await told({ name: 'ask', options: { question: String(choices[0]?.value) }, locale: 'zh-CN' })).toContain('中国人民银行')
  })

  it('offers what is most asked before anything is typed, at most 25', async () => {
    const choices = await on.discord.autocomplete({ name: 'ask', options: { question: '' }, focused: 'question' }).choices()
    expect(choices).toHaveLength(25)
  })
})

describe('eligibility as a dialog', () => {
  it('asks for applicant and type, and answers when both are chosen', async () => {
    const opened = await on.discord.slash({ name: 'eligibility', locale: 'zh-CN' }).reply()
    // Of 26 kinds of applicant one does not fit into the first select.
    expect([opened.ephemeral, opened.usable.length]).toEqual([true, 3])
    const first = await on.discord
      .select({ message: opened, customId: String(opened.usable[0]), values: ['enterprise'], locale: 'zh-CN' })
      .reply()
    const second = await on.discord
      .select({ message: first, customId: String(first.usable[2]), values: ['comprehensive'], locale: 'zh-CN' })
      .reply()
    expect(second.text).toContain('综合性试点原则上不行')
    const shared = await on.discord.button({ message: second, customId: String(second.usable.find((id) => id.startsWith('1|s|'))) }).reply()
    expect([shared.ephemeral, shared.text]).toEqual([false, second.text])
  })

  it('offers every kind of applicant', async () => {
    const opened = await on.discord.slash({ name: 'eligibility' }).reply()
    const last = await on.discord.select({ message: opened, customId: String(opened.usable[1]), values: ['individual'] }).reply()
    const told = await on.discord.select({ message: last, customId: String(last.usable[2]), values: ['characteristic'] }).reply()
    expect(told.text).toContain('does not list individuals')
  })
})

describe('in a channel', () => {
  it('a mention is answered as a reply, and its follow-up understood', async () => {
    const before = on.discord.messages(on.discord.channel).length
    on.discord.say({ content: `${on.discord.mention} who leads trade finance?` })
    const answer = await on.discord.message(before)
    expect(answer.text).toContain(LEAD_TRADE)
    on.discord.say({ content: `${on.discord.mention} and health?` })
    expect((await on.discord.message(before + 1)).text).toContain('National Health Commission')
  })

  it('a reply to an answer takes its subject, whoever writes it', async () => {
    const before = on.discord.messages(on.discord.channel).length
    on.discord.say({ content: `${on.discord.mention} 税费服务属于哪一类？` })
    const answer = await on.discord.message(before)
    const other = on.discord.world.addUser('another')
    on.discord.say({ content: `${on.discord.mention} 由谁牵头？`, author: other, reference: answer })
    expect((await on.discord.message(before + 1)).text).toContain('国家税务总局')
  })

  it('a reply to the answer of a command, which Discord does not show, is explained', async () => {
    const answer = await on.discord.slash({ name: 'ask', options: { question: 'Who leads trade finance?' } }).reply()
    const before = on.discord.messages(on.discord.channel).length
    on.discord.say({ content: 'which category is it in?', reference: answer })
    expect((await on.discord.message(before)).text).toContain('I cannot read this reply')
  })

  it('an answer about something else carries no list of before', async () => {
    const before = on.discord.messages(on.discord.channel).length
    const author = on.discord.world.addUser('lister')
    on.discord.say({ content: `${on.discord.mention} list all the domains`, author })
    const list = await on.discord.message(before)
    on.discord.say({ content: `${on.discord.mention} what is the weather in Paris tomorrow?`, author })
    const other = await on.discord.message(before + 1)
    expect([list, other].map(({ usable }) => usable.some((id) => id.includes('|p|')))).toEqual([true, false])
  })

  it('an empty mention gets help with examples to press', async () => {
    const before = on.discord.messages(on.discord.channel).length
    on.discord.say({ content: on.discord.mention })
    expect((await on.discord.message(before)).usable.length).toBeGreaterThan(2)
  })

  it('a mention of its role is explained', async () => {
    const before = on.discord.messages(on.discord.channel).length
    on.discord.say({ content: `<@&${on.discord.guild.botRole}> who leads health?` })
    expect((await on.discord.message(before)).text).toContain('Mention me myself')
  })

  it('others, bots, webhooks and everyone are not answered', async () => {
    const { discord } = on
    const before = discord.messages(discord.channel).length
    discord.say({ content: 'who leads health?' })
    discord.say({ content: `${discord.mention} who leads health?`, bot: true })
    discord.say({ content: `${discord.mention} who leads health?`, webhook: true })
    discord.say({ content: '@everyone who leads health?' })
    discord.say({ content: `${discord.mention} who leads energy?` })
    expect((await discord.message(before)).text).toContain('energy')
    expect(discord.messages(discord.channel)).toHaveLength(before + 1)
  })
})

describe('elsewhere', () => {
  it('a direct message needs no mention', async () => {
    on.discord.say({ content: '制造由谁牵头？', dm: true })
    const channel = on.discord.world.dm(on.discord.user)
    expect((await on.discord.message(0, channel)).text).toContain('工业和信息化部')
  })

  it('where only the asker has installed it commands are answered', async () => {
    expect(await told({ name: 'ask', options: { question: 'Who leads trade finance?' }, userInstallOnly: true })).toContain(LEAD_TRADE)
  })

  it('"Ask about this message" answers what a message asks, for the asker alone', async () => {
    const target = on.discord.say({ content: '各位，综合性试点企业能报吗' })
    const reply = await on.discord.contextMenu({ name: 'Ask about this message', target, locale: 'zh-CN' }).reply()
    expect([reply.ephemeral, reply.text.includes('综合性试点原则上不行')]).toEqual([true, true])
  })
})

describe('a long list', () => {
  it('can be asked about one by one, from a select', async () => {
    const reply = await on.discord.slash({ name: 'domains' }).reply()
    const customId = String(reply.usable[0])
    const next = await on.discord.select({ message: reply, customId, values: ['blockchain-pilots-2021/trade-finance?'] }).reply()
    expect(next.text).toContain(LEAD_TRADE)
  })
})

describe('buttons', () => {
  it('ask the question that they show, and survive a restart', async () => {
    const reply = await on.discord.slash({ name: 'ask', options: { question: 'Who leads trade finance?' } }).reply()
    const next = await on.discord.button({ message: reply, customId: String(reply.usable[0]) }).reply()
    expect(next.text).toContain('Source')
  })
})
