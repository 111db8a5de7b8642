// Serves Telegram: who we are, updates by polling or by webhook, and an end that loses nothing.

import type { Context } from '../context.js'
import { InFlight } from '../in-flight.js'
import { type Running, StartError } from '../platform.js'
import { ApiError, type BotApi } from './bot-api.js'
import { explained } from './explained.js'
import { InOrder } from './in-order.js'
import { Intake } from './intake.js'
import { login, REFUSED_TOKEN } from './login.js'
import { Messenger } from './messenger.js'
import { onUpdate } from './on-update.js'
import { Pace } from './pace.js'
import { patient } from './patient-api.js'
import { setProfile } from './profile.js'
import { receive } from './receive.js'
import type { TelegramSettings } from './settings.js'
import { telegrafApi } from './telegraf-api.js'
import { noLanguages, type TelegramContext } from './telegram-context.js'

/** How long what is in flight may take when the program is asked to end. */
const DRAIN_MS = 4000

/** Throws StartError where the operator has to do something, or Telegram cannot be reached. */
export async function startTelegram(settings: TelegramSettings, context: Context, raw: BotApi = telegrafApi(settings)): Promise<Running> {
  const { log } = context
  const taking = new AbortController()
  const waiting = new AbortController()
  const me = await login(raw, settings, taking.signal)
  const api = patient(raw, { signal: waiting.signal })
  const inFlight = new InFlight(log, explained)
  const telegram: TelegramContext = {
    ...context,
    api,
    me,
    messenger: new Messenger(api, new Pace(waiting.signal)),
    languages: noLanguages(),
  }
  const lanes = { inFlight, inOrder: new InOrder() }
  const intake = new Intake((update) => onUpdate(update, telegram, lanes))
  const receiving = await receive(settings, { raw, api, intake, inFlight, log, signal: taking.signal })
  const privacy = me.can_read_all_group_messages
    ? 'sees every message of its groups'
    : 'privacy mode on: in groups it sees commands, replies and mentions'
  log(`Telegram: serving as @${me.username}, ${receiving.how}; ${privacy}; inline mode ${me.supports_inline_queries ? 'on' : 'off'}`)
  inFlight.run('setting commands and descriptions', async () => {
    // Not waited for at the end: the next start does it.
    if (await setProfile(patient(raw, { signal: taking.signal }), context.assistant().library))
      log('Telegram: commands and descriptions set')
  })
  return {
    lost: receiving.lost.then((error) =>
      error instanceof ApiError
        ? new StartError('config', REFUSED_TOKEN)
        : new StartError('unavailable', 'Telegram: receiving has ended; start again.'),
    ),
    stop: async () => {
      taking.abort()
      const confirmed = receiving.end()
      await inFlight.drain(DRAIN_MS)
      waiting.abort()
      await confirmed
    },
  }
}
