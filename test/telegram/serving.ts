// The adapter, started on a loopback Bot API as `npm start` starts it, and what the tests of it share.
import type { Context } from '../../adapters/context.js'
import { Conversations } from '../../adapters/conversations.js'
import { HttpServer } from '../../adapters/http-server.js'
import type { Running } from '../../adapters/platform.js'
import { alone } from '../../adapters/shared-state/local/alone.js'
import type { TelegramSettings } from '../../adapters/telegram/settings.js'
import { startTelegram } from '../../adapters/telegram/start.js'
import { assistant } from '../assistant.js'
import type { LoopbackOptions } from './loopback/options.js'
import { LoopbackTelegram } from './loopback/server.js'

/** How updates come in. The webhook is served on any free port of the loopback interface. */
export type Intake = 'polling' | 'webhook'

export interface Serving {
  readonly telegram: LoopbackTelegram
  readonly running: Running
  readonly log: readonly string[]
  /** The lines of it that tell of trouble. */
  troubles(): readonly string[]
  /** Stops the adapter; everything else goes on. */
  stop(): Promise<void>
  /** Starts another one like it. */
  restart(): Promise<void>
  /** Ends all; fails if anything was sent that Telegram would not take, or a press was left without acknowledgement. */
  end(): Promise<void>
}

let port = 0

export async function serving(
  options: LoopbackOptions = {},
  { intake = 'polling', behindMs, ...settings }: Partial<TelegramSettings> & { intake?: Intake; behindMs?: number } = {},
  context: Partial<Context> = {},
): Promise<Serving> {
  const telegram = await LoopbackTelegram.start({ pollSeconds: 2, ...options })
  const log: string[] = []
  let http: HttpServer | undefined
  const start = async (): Promise<Running> => {
    if (intake === 'webhook') port = await freePort()
    const webhook = intake === 'webhook' ? { publicUrl: `http://127.0.0.1:${port}` } : {}
    http = await serverOn(port, intake, behindMs)
    return startTelegram(
      { token: telegram.token, apiRoot: telegram.apiRoot, backOffMs: 10, ...webhook, ...settings },
      {
        assistant: () => assistant,
        conversations: new Conversations(alone()),
        state: alone(),
        clock: () => new Date(),
        log: (line) => void log.push(line),
        http,
        ...context,
      },
    )
  }
  const stop = async (): Promise<void> => {
    await running.stop()
    await http?.end()
  }
  let running = await start()
  return {
    telegram,
    log,
    troubles() {
      return log.filter((line) => !/^Telegram: (serving as|commands and descriptions set)/.test(line))
    },
    get running() {
      return running
    },
    stop,
    restart: async () => {
      running = await start()
    },
    end: async () => {
      await stop()
      await telegram.stop()
      if (telegram.violations.length > 0) throw new Error(JSON.stringify(telegram.violations, null, 1))
      if (telegram.unansweredPresses.length > 0) throw new Error('a press was not acknowledged')
    },
  }
}

async function serverOn(port: number, intake: Intake, behindMs: number | undefined): Promise<HttpServer | undefined> {
  if (intake === 'polling') return undefined
  const server = new HttpServer(() => {}, undefined, behindMs)
  await server.listen({ host: '127.0.0.1', port })
  return server
}

export async function freePort(): Promise<number> {
  const { createServer } = await import('node:net')
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port: free } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return free
}
