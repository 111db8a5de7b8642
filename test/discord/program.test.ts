// `npm start` with a token, as an operator runs it.
import { spawn } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { environment, run, START } from '../terminal/program.js'
import { LoopbackDiscord } from './loopback/server.js'

describe('npm start with a Discord token', () => {
  it('serves, and on SIGTERM finishes and ends with 0', async () => {
    const discord = await LoopbackDiscord.start({ waitMs: 20_000 })
    const child = spawn(process.execPath, [START], { env: environment({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl }) })
    let stderr = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
    await expect.poll(() => stderr, { timeout: 20_000 }).toContain('Discord: serving as asknotice, commands registered')
    discord.say({ content: `${discord.mention} 制造由谁牵头？` })
    expect((await discord.message(0)).text).toContain('工业和信息化部')
    const asked = Date.now()
    child.kill('SIGTERM')
    expect([await ended, Date.now() - asked < 5000, discord.violations]).toEqual([0, true, []])
    await discord.stop()
  }, 40_000)

  it.each([
    [
      'while it waits for a gateway that says nothing',
      (discord: LoopbackDiscord) => Object.assign(discord.gateway, { mode: 'silent' }),
      '',
    ],
    [
      'with an answer that hangs, after a login that failed at first',
      (discord: LoopbackDiscord) => discord.faults.drop('GET /gateway/bot', { times: 1 }),
      'serving as',
    ],
  ])(
    'ends with 0 on SIGTERM %s',
    async (_, spoil, sign) => {
      const discord = await LoopbackDiscord.start({ waitMs: 20_000 })
      spoil(discord)
      const child = spawn(process.execPath, [START], {
        env: environment({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl }),
      })
      let stderr = ''
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr += text
      })
      const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
      if (sign === '') await discord.until(() => discord.gateway.connections > 0, 'a connection')
      else await expect.poll(() => stderr, { timeout: 20_000 }).toContain(sign)
      if (sign !== '') {
        // Something in flight that will not come to an end.
        discord.faults.hang('POST /channels/{channel_id}/messages', { done: true })
        discord.say({ content: `${discord.mention} 制造由谁牵头？` })
        await discord.message(0)
      }
      const asked = Date.now()
      child.kill('SIGTERM')
      expect([await ended, Date.now() - asked < 5000]).toEqual([0, true])
      await discord.stop()
    },
    40_000,
  )

  it('that is wrong ends with one line and 78', async () => {
    const discord = await LoopbackDiscord.start()
    const { code, stderr } = await run(START, [], {
      env: { DISCORD_TOKEN: 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GwRoNg.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', DISCORD_API_URL: discord.apiUrl },
    })
    expect({ code, stderr }).toEqual({
      code: 78,
      stderr: 'Discord refuses the token: copy it again from the Bot page of your application and set DISCORD_TOKEN.\n',
    })
    await discord.stop()
  })
})

describe('npm run discord:register', () => {
  const REGISTER = START.replace(/adapters.main\.js$/, 'scripts/discord-register.js')

  it('puts the commands once, and says when there is nothing to put', async () => {
    const discord = await LoopbackDiscord.start()
    const env = { DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, DISCORD_GUILD_ID: discord.guild.id }
    const [first, second] = [await run(REGISTER, [], { env }), await run(REGISTER, [], { env })]
    expect([first.stdout, second.stdout]).toEqual([
      'The commands were registered.\n',
      'The commands are registered already; nothing had to be put.\n',
    ])
    expect([discord.commands(discord.guild).length, discord.violations]).toEqual([11, []])
    await discord.stop()
  })

  it('without a token says where to get one', async () => {
    const { code, stderr } = await run(REGISTER)
    expect({ code, stderr }).toEqual({
      code: 78,
      stderr: 'DISCORD_TOKEN is not set: copy the token from the Bot page of your application.\n',
    })
  })
})
