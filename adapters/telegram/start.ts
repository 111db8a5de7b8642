// Serves Telegram: who we are, updates by polling or by webhook, and an end that loses nothing.
import { Busy } from '../busy.js'
import type { Context } from '../context.js'
import { InFlight } from '../in-flight.js'
import { InOrder } from '../in-order.js'
import { type Running, StartError } from '../platform.js'
import { ApiError, type BotApi } from './api/bot-api.js'
import { explained } from './api/explained.js'
import { Formatting } from './api/formatting.js'
import { Messenger } from './api/messenger.js'
import { Pace } from './api/pace.js'
import { patient } from './api/patient-api.js'
import { telegrafApi } from './api/telegraf-api.js'
import { onUpdate } from './handlers/on-update.js'
import { login, REFUSED_TOKEN } from './login.js'
import { setProfile } from './profile.js'
import { Intake } from './receiving/intake.js'
import { receive } from './receiving/receive.js'
import type { TelegramSettings } from './settings.js'
import { languagesIn, type TelegramContext } from './telegram-context.js'

/** How long what is in flight may take when the program is asked to end. */
const DRAIN_MS = 4000

/** Throws StartError where the operator has to do something, or Telegram cannot be reached. `signal` gives a start up. */
export async function startTelegram(settings: TelegramSettings, context: Context, signal?: AbortSignal): Promise<Running> {
  const { log } = context
  const raw = counting(telegrafApi(settings), () => context.observer?.rateLimited())
  /** Nothing new is taken; then nothing is waited for. */
  const [taking, waiting] = [new AbortController(), new AbortController()]
  signal?.addEventListener('abort', () => taking.abort())
  if (signal?.aborted) taking.abort()
  const me = await login(raw, settings, taking.signal)
  const { api, refused } = watched(patient(raw, waiting.signal))
  const formatting = new Formatting()
  const messenger = new Messenger(api, new Pace(waiting.signal), formatting)
  const telegram: TelegramContext = { ...context, api, me, messenger, formatting, languages: languagesIn(context.state) }
  const inFlight = new InFlight((line, happening) => log(`Telegram: ${line}`, happening), explained)
  let left = 0
  const tooMuch = (): void => {
    if (left === 0)
      log('Telegram: somebody asks faster than a chat may be answered; what is too much is left out', {
        event: 'telegram.flooded',
        level: 'warn',
      })
    left += 1
    context.observer?.refused('chat')
  }
  const busy = new Busy('Telegram', context)
  const lanes = { inFlight, inOrder: new InOrder(tooMuch) }
  const intake = new Intake(context.state.claims('update'), (update) => onUpdate(update, telegram, lanes), settings.mostInFlight)
  const receiving = await receive(settings, {
    raw,
    intake,
    log,
    http: context.http,
    state: context.state,
    onReconnect: () => context.observer?.reconnected(),
    onBusy: () => busy.refuse(),
    signal: taking.signal,
  })
  const sees = me.can_read_all_group_messages
    ? 'sees every message of its groups'
    : 'privacy mode on: in groups it sees commands, replies and mentions'
  log(`Telegram: serving as @${me.username}, ${receiving.how}; ${sees}; inline mode ${me.supports_inline_queries ? 'on' : 'off'}`, {
    event: 'telegram.serving',
  })
  const refresh = (): Promise<unknown> =>
    inFlight.run('setting commands and descriptions', async () => {
      // Not waited for at the end: the next start does it.
      if (await setProfile(patient(raw, taking.signal), context.assistant().library))
        log('Telegram: commands and descriptions set', { event: 'telegram.profile-set' })
    })
  refresh()
  return {
    refresh,
    isReady: () => receiving.isReady(),
    inFlight: () => intake.pending,
    lost: Promise.race([receiving.lost, refused]).then(() => new StartError('config', REFUSED_TOKEN)),
    stop: async () => {
      taking.abort()
      intake.close()
      await inFlight.drain(DRAIN_MS)
      if (intake.pending > 0)
        log(`Telegram: ended with ${intake.pending} not answered; ${receiving.fate}`, { event: 'telegram.unanswered', level: 'warn' })
      if (left > 0)
        log(`Telegram: ${left} were left out because too much waited in their chats`, {
          event: 'telegram.left-out',
          level: 'warn',
          count: left,
        })
      await receiving.end()
      waiting.abort()
    },
  }
}

/** The same API, and the promise that Telegram does not take the token any more. */
function watched(api: BotApi): { api: BotApi; refused: Promise<unknown> } {
  let tell = (_: unknown): void => {}
  const refused = new Promise((resolve) => {
    tell = resolve
  })
  const call: BotApi['call'] = (method, args, options) =>
    api.call(method, args, options).catch((error: unknown) => {
      if (error instanceof ApiError && error.code === 401) tell(error)
      throw error
    })
  return { api: { call }, refused }
}

/** The same API; told whenever Telegram says: slower. */
function counting(api: BotApi, onLimit: () => void): BotApi {
  const call: BotApi['call'] = (method, args, options) =>
    api.call(method, args, options).catch((error: unknown) => {
      if (error instanceof ApiError && error.code === 429) onLimit()
      throw error
    })
  return { call }
}
