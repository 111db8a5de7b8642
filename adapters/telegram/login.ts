// The first request: who we are, or why we cannot be.
import { setTimeout as sleep } from 'node:timers/promises'
import type { UserFromGetMe } from '@grammyjs/types'
import { nameOf } from '../name-of-error.js'
import { StartError } from '../platform.js'
import { ApiError, type BotApi } from './api/bot-api.js'
import type { TelegramSettings } from './settings.js'

const TRIES = 5
const BACK_OFF_MS = 1000

export const REFUSED_TOKEN = 'Telegram refuses the token: copy it again from @BotFather (/mybots → API Token) and set TELEGRAM_BOT_TOKEN.'

/** Throws StartError where Telegram refuses the token or cannot be reached. */
export async function login(
  api: BotApi,
  { tries = TRIES, backOffMs = BACK_OFF_MS }: TelegramSettings,
  signal: AbortSignal,
): Promise<UserFromGetMe> {
  for (let left = tries - 1, wait = backOffMs; ; left--, wait *= 2) {
    try {
      const me = await api.call('getMe', {}, { signal })
      if (!me?.id || !me.username)
        throw new StartError('unavailable', 'TELEGRAM_API_ROOT does not answer as the Bot API does: check its address.')
      return me
    } catch (error) {
      // 404: the token has not even the form of one.
      if (error instanceof ApiError && (error.code === 401 || error.code === 404)) throw new StartError('config', REFUSED_TOKEN)
      if (left <= 0 || signal.aborted) throw unavailable(error)
      const asked = error instanceof ApiError ? error.retryAfterMs : undefined
      await sleep(asked ?? wait, undefined, { signal }).catch(() => {
        throw unavailable(error)
      })
    }
  }
}

export function unavailable(error: unknown): StartError {
  return new StartError(
    'unavailable',
    `Telegram cannot be reached (${nameOf(error)}): check the network, a proxy, and TELEGRAM_API_ROOT if you set it; then start again.`,
  )
}
