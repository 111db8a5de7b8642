// What goes wrong at Discord's end: nothing is answered twice, nothing is lost that can be saved, nothing ends the process.
import { afterEach, describe, expect, it } from 'vitest'
import { Conversations } from '../../adapters/conversations.js'
import { startDiscord } from '../../adapters/discord/start.js'
import { StartError } from '../../adapters/platform.js'
import { alone } from '../../adapters/shared-state/local/alone.js'
import { type Assistant, createAssistant } from '../../src/assistant.js'
import { assistant } from '../assistant.js'
import type { LoopbackOptions } from './loopback/options.js'
import { LoopbackDiscord } from './loopback/server.js'
import { type Serving, serving } from './serving.js'

let on: Serving | undefined

afterEach(async () => {
  await on?.end()
  on = undefined
})

async function serve(options?: LoopbackOptions): Promise<Serving> {
  on = await serving(options)
  return on
}

/** The knowledge after an edit that took a thing out. */
function withoutThing(id: string): Assistant {
  const { language, notices } = assistant.library
  const edited = [...notices.values()].map((notice) => ({
    ...notice,
    things: new Map([...notice.things].filter(([thing]) => thing !== id)),
    facts: new Map([...notice.facts].filter(([, { about }]) => !about.includes(id))),
  }))
  return createAssistant(language, edited)
}

/** Tries to start on a Discord that `spoil` has spoilt; what it ended with. */
async function failing(
  spoil: (discord: LoopbackDiscord) => void,
  token?: string,
): Promise<{ reason: string; message: string; identifies: number }> {
  const discord = await LoopbackDiscord.start()
  spoil(discord)
  const context = {
    assistant: () => assistant,
    conversations: new Conversations(alone()),
    state: alone(),
    clock: () => new Date(),
    log: () => {},
  }
  const settings = { token: token ?? discord.token, apiUrl: discord.apiUrl, readyMs: 300, tries: 2, backOffMs: 10 }
  try {
    const running = await startDiscord(settings, context)
    await running.stop()
    return { reason: 'started', message: '', identifies: discord.gateway.identifies }
  } catch (error) {
    if (!(error instanceof StartError)) throw error
    return { reason: error.reason, message: error.message, identifies: discord.gateway.identifies }
  } finally {
    await discord.stop()
  }
}

describe('a start that cannot succeed', () => {
  it('with a wrong token says what to do, once, and never the token', async () => {
    const token = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GwRoNg.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'
    const failed = await failing(() => {}, token)
    expect(failed).toEqual({
      reason: 'config',
      message: 'Discord refuses the token: copy it again from the Bot page of your application and set DISCORD_TOKEN.',
      identifies: 0,
    })
  })

  it('with a gateway that never greets gives up after its tries', async () => {
    const failed = await failing((discord) => {
      discord.gateway.mode = 'silent'
    })
    expect([failed.reason, failed.identifies]).toEqual(['unavailable', 0])
  })

  it('with a gateway that refuses connections gives up after its tries', async () => {
    const failed = await failing((discord) => {
      discord.gateway.mode = 'refusing'
    })
    expect([failed.reason, failed.identifies]).toEqual(['unavailable', 0])
  })

  it('with an API that is down gives up after its tries', async () => {
    const failed = await failing((discord) => discord.faults.drop('GET /gateway/bot', { times: 100 }))
    expect(failed.reason).toBe('unavailable')
  })

  it('with commands that are refused says how to invite it', async () => {
    const failed = await failing((discord) =>
      discord.faults.status('GET /applications/{application_id}/commands', 403, { code: 50001, message: 'Missing Access' }),
    )
    expect([failed.reason, failed.message]).toEqual([
      'config',
      'Discord refuses the commands for this server: invite the application with the scope applications.commands, or unset DISCORD_GUILD_ID.',
    ])
  })
})

describe('intents that are refused', () => {
  it('end with a line that says what to check', async () => {
    const failed = await failing((discord) => {
      discord.gateway.refusesWith = 4014
    })
    expect([failed.reason, failed.message.split(':')[0]]).toEqual(['config', 'Discord refuses the intents'])
  })
})

describe('while it serves', () => {
  const QUESTION = 'who leads trade finance?'

  it('a gateway that drops is resumed, and what was missed is answered once', async () => {
    const { discord } = await serve()
    discord.gateway.drop()
    discord.say({ content: `${discord.mention} ${QUESTION}` })
    expect((await discord.message(0)).text).toContain('PBOC')
    expect([discord.gateway.resumes > 0, discord.messages(discord.channel).length]).toEqual([true, 1])
  })

  it('one connection after another may drop', async () => {
    const { discord } = await serve({ waitMs: 30_000 })
    for (let i = 0; i < 50; i++) {
      const resumed = discord.gateway.resumes
      discord.gateway.drop()
      await discord.until(() => discord.gateway.resumes > resumed && discord.gateway.connected, `reconnect ${i}`)
    }
    discord.say({ content: `${discord.mention} ${QUESTION}` })
    expect((await discord.message(0)).text).toContain('PBOC')
  }, 60_000)

  it('a session that may not come again ends it, with what to do', async () => {
    const { discord, running } = await serve()
    discord.gateway.close(4004)
    expect((await running.lost).message).toContain('Discord refuses the token')
  })

  it('a heartbeat that is not answered makes it connect again', async () => {
    const { discord } = await serve({ heartbeatMs: 100, waitMs: 20_000 })
    discord.gateway.acknowledges = false
    await discord.until(() => discord.gateway.connections > 1, 'another connection')
    discord.gateway.acknowledges = true
    discord.say({ content: `${discord.mention} ${QUESTION}` })
    expect((await discord.message(0)).text).toContain('PBOC')
  }, 30_000)

  it('a rate limit is waited for, and the answer sent once', async () => {
    const { discord } = await serve()
    discord.faults.rateLimit('POST /channels/{channel_id}/messages', 0.2)
    discord.say({ content: `${discord.mention} ${QUESTION}` })
    expect((await discord.message(0)).text).toContain('PBOC')
    expect(discord.messages(discord.channel)).toHaveLength(1)
  })

  it('an answer whose receipt was lost is not sent twice', async () => {
    const { discord } = await serve()
    discord.faults.status('POST /channels/{channel_id}/messages', 500, { done: true })
    discord.say({ content: `${discord.mention} ${QUESTION}` })
    await discord.message(0)
    discord.say({ content: `${discord.mention} who leads health?` })
    await discord.until(() => discord.messages(discord.channel).some(({ text }) => text.includes('National Health')), 'the next answer')
    expect(discord.messages(discord.channel)).toHaveLength(2)
  })

  it('a gateway that drops in the middle of an answer changes nothing about it', async () => {
    const { discord } = await serve()
    discord.say({ content: `${discord.mention} ${QUESTION}` })
    discord.gateway.drop()
    expect((await discord.message(0)).text).toContain('PBOC')
    await discord.until(() => discord.gateway.resumes > 0, 'the session again')
    expect(discord.messages(discord.channel)).toHaveLength(1)
  })

  it('a request that is not answered is made again', async () => {
    const { discord } = await serve({ waitMs: 20_000 })
    discord.faults.hang('POST /channels/{channel_id}/messages')
    discord.say({ content: `${discord.mention} ${QUESTION}` })
    expect((await discord.message(0)).text).toContain('PBOC')
  }, 30_000)

  it('a failure of the server is tried again', async () => {
    const { discord } = await serve()
    discord.faults.status('POST /channels/{channel_id}/messages', 500)
    discord.say({ content: `${discord.mention} ${QUESTION}` })
    expect((await discord.message(0)).text).toContain('PBOC')
  })

  it('an interaction that is too old is left alone, without noise', async () => {
    const { discord, log } = await serve()
    const before = discord.requests.length
    discord.slash({ name: 'help', age: 2600 })
    await discord.slash({ name: 'help' }).reply()
    expect([discord.requests.length - before, log.filter((line) => line.includes('failed'))]).toEqual([1, []])
  })

  it('an interaction that Discord has forgotten ends nothing', async () => {
    const { discord, log } = await serve()
    discord.faults.status('POST /interactions/{interaction_id}/{interaction_token}/callback', 404, {
      code: 10062,
      message: 'Unknown interaction',
    })
    discord.slash({ name: 'help' })
    await expect.poll(() => log, { timeout: 5000 }).toContain('Discord: an interaction failed: DiscordAPIError[10062] 10062')
    expect((await discord.slash({ name: 'help' }).reply()).text).not.toBe('')
  })

  it('a channel that it may not write in is told to the operator', async () => {
    const { discord, log } = await serve()
    discord.faults.status('POST /channels/{channel_id}/messages', 403, { code: 50013, message: 'Missing Permissions' })
    discord.say({ content: `${discord.mention} ${QUESTION}` })
    await expect
      .poll(() => log, { timeout: 5000 })
      .toContain('Discord: a message failed: DiscordAPIError[50013] 50013: it may not write in that channel; give it Send Messages there')
  })

  it('a button whose knowledge is gone says so', async () => {
    const [notice] = [...assistant.library.notices.values()]
    if (!notice) throw new Error('no notice')
    let current = assistant
    on = await serving({}, {}, { assistant: () => current })
    const reply = await on.discord.slash({ name: 'ask', options: { question: QUESTION } }).reply()
    current = createAssistant(assistant.library.language, [{ ...notice, facts: new Map([...notice.facts].slice(0, 1)) }])
    const next = await on.discord.button({ message: reply, customId: String(reply.usable.at(-1)) }).reply()
    expect(next.text).toBe('The answer that belonged here has changed meanwhile; please ask again.')
  })

  it('a choice of the dialog that is gone is not held against the next one', async () => {
    let current = assistant
    on = await serving({}, {}, { assistant: () => current })
    const { discord } = on
    const dialog = await discord.slash({ name: 'eligibility' }).reply()
    const [applicants, types] = dialog.usable.map(String)
    await discord.select({ message: dialog, customId: String(applicants), values: ['enterprise'] }).reply()
    current = withoutThing('enterprise')
    const typeOf = () => String(dialog.usable.find((id) => id.startsWith('1|et|')))
    expect(typeOf()).not.toBe(types)
    await discord.select({ message: dialog, customId: typeOf(), values: ['comprehensive'] }).reply()
    expect(dialog.text).toBe('The answer that belonged here has changed meanwhile; please ask again.')
    const applicant = String(dialog.usable.find((id) => id.startsWith('1|ea|')))
    await discord.select({ message: dialog, customId: applicant, values: ['university'] }).reply()
    expect(dialog.text).toContain('Source')
  })

  it('a thousand mentions at once are each answered once', async () => {
    const { discord, log } = await serve({ waitMs: 60_000 })
    const asked = Array.from({ length: 1000 }, () => discord.say({ content: `${discord.mention} ${QUESTION}` }).id)
    await discord.until(() => discord.messages(discord.channel).length >= 1000, 'a thousand answers')
    const answered = discord.messages(discord.channel).map(({ data }) => data.message_reference?.message_id)
    expect([
      new Set(answered).size,
      answered.length,
      asked.every((id) => answered.includes(id)),
      log.filter((line) => line.includes('failed')),
    ]).toEqual([1000, 1000, true, []])
  }, 90_000)

  it.each(['GET', 'PUT'] as const)('commands are registered although the connection of their %s is closed once', async (method) => {
    on = await serving({}, {}, {}, (discord) => discord.faults.drop(`${method} /applications/{application_id}/commands`))
    expect([on.discord.commands().length > 0, on.log.filter((line) => line.includes('not registered'))]).toEqual([true, []])
  })

  it('commands that are there already are not put again', async () => {
    const { discord } = await serve()
    const context = {
      assistant: () => assistant,
      conversations: new Conversations(alone()),
      state: alone(),
      clock: () => new Date(),
      log: () => {},
    }
    const again = await startDiscord({ token: discord.token, apiUrl: discord.apiUrl }, context)
    await again.stop()
    expect(discord.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1)
  })
})
