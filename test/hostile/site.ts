// The program with both platforms, each sending over HTTP to the same port, and what has to be so after whatever was done to it.
import { expect } from 'vitest'
import { secretOf } from '../../adapters/telegram/receiving/webhook.js'
import { LoopbackDiscord } from '../discord/loopback/server.js'
import { LoopbackTelegram } from '../telegram/loopback/server.js'
import { freePort } from '../telegram/serving.js'
import { Program } from './program.js'

/** Planted in all that is sent, and to be found in nothing that the program says. */
export const MARKER = 'Zaubernuss-4711'
/** By so much more may it hold after anything, in megabytes: less than any of the bodies that it is sent. */
const MOST_MORE = 80

export interface Site {
  readonly port: number
  readonly secret: string
  readonly telegram: LoopbackTelegram
  readonly discord: LoopbackDiscord
  readonly program: Program
  /** Fails unless it serves as before, has told nothing of what was sent, and holds no more of it. */
  isWell(): Promise<void>
  end(): Promise<void>
}

export async function site(): Promise<Site> {
  const [telegram, discord, port] = [
    await LoopbackTelegram.start({ waitMs: 20_000, webhookTimeoutMs: 20_000 }),
    await LoopbackDiscord.start({ waitMs: 5_000 }),
    await freePort(),
  ]
  discord.endpoint.url = `http://127.0.0.1:${port}/discord`
  const program = new Program({
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_PUBLIC_KEY: discord.endpoint.publicKey,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    HTTP_PORT: String(port),
    LIMIT_USER: '100000/1',
    LIMIT_CHAT: '100000/1',
    LOG_FORMAT: 'json',
    LOG_LEVEL: 'debug',
  })
  await program.says('Telegram: serving as')
  await program.says('Discord: serving as')
  let asked = 0
  // On a machine that is busy a command may reach it too late to be answered, as Discord itself counts: then it is given again.
  const command = async (left = 5): Promise<string> => {
    const given = discord.slash({ name: 'ask', options: { question: 'who leads health?' } })
    const reply = await given.reply().catch((late: unknown) => (left > 0 ? undefined : Promise.reject(late)))
    return reply?.text ?? command(left - 1)
  }
  const answers = async (): Promise<unknown> => {
    const [from, chat] = [telegram.addUser(), () => telegram.privateChat(from)]
    telegram.say({ text: 'who leads energy?', from, chat: chat() })
    const commanded = await command()
    asked += 1
    const told = [(await telegram.message(0, chat())).text, commanded]
    return [told.map((text) => /energy|National Health/.exec(text)?.[0]), (await program.get('/livez')).status]
  }
  await answers()
  const before = await program.megabytes()
  return {
    ...{ port, telegram, discord, program },
    secret: secretOf(telegram.token),
    isWell: async () => {
      expect(await answers()).toEqual([['energy', 'National Health'], 200])
      // The lines of answers are written together with those of the next moment.
      await expect.poll(() => program.events('question.answered').length).toBeGreaterThanOrEqual(2 * asked)
      expect([program.said.includes(MARKER), program.events('program.failed')]).toEqual([false, []])
      expect((await program.megabytes()) - before).toBeLessThan(MOST_MORE)
    },
    end: async () => {
      expect(await program.end()).toBe(0)
      await Promise.all([telegram.stop(), discord.stop()])
    },
  }
}
