// The webhook: where it is, and what was delivered there.
import type { Update, WebhookInfo } from '@grammyjs/types'
import { seconds } from './core.js'
import { asText, type JsonObject } from './json.js'
import type { Settings } from './options.js'
import { post } from './post.js'
import { bad } from './refusal.js'
import type { Updates } from './updates.js'

/** An attempt to deliver an update: answered with a status, or failed. */
export interface Delivery {
  readonly update_id: number
  readonly status: number | undefined
  readonly error: string | undefined
}

export class Webhook {
  url = ''
  secret: string | undefined
  maxConnections = 40
  readonly deliveries: Delivery[] = []
  /** Updates that are under way at this moment; how many there were at most. */
  readonly underWay = new Set<Update>()
  mostUnderWay = 0
  private lastError: { readonly date: number; readonly message: string } | undefined
  private readonly retries = new Set<ReturnType<typeof setTimeout>>()
  private readonly settings: Settings
  private readonly updates: Updates
  private readonly happened: () => void
  private readonly answered: (body: string) => void

  /** `answered`: told of the body of every answer. */
  constructor(settings: Settings, updates: Updates, happened: () => void, answered: (body: string) => void) {
    this.settings = settings
    this.updates = updates
    this.happened = happened
    this.answered = answered
    updates.listeners.push(() => this.deliver())
  }

  get info(): WebhookInfo {
    const { allowed, pending } = this.updates
    return {
      ...{ url: this.url, has_custom_certificate: false, pending_update_count: pending.length },
      ...(this.url !== '' && { max_connections: this.maxConnections, ip_address: '127.0.0.1' }),
      ...(this.lastError !== undefined && { last_error_date: this.lastError.date, last_error_message: this.lastError.message }),
      ...(allowed !== undefined && { allowed_updates: [...allowed] as NonNullable<WebhookInfo['allowed_updates']> }),
    }
  }

  set({ url, secret_token, max_connections = 40, allowed_updates }: JsonObject): void {
    checkUrl(asText(url))
    if (secret_token !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(String(secret_token)))
      throw bad('secret token contains unallowed characters or is too long')
    const connections = Number(max_connections)
    if (!(connections >= 1 && connections <= 100)) throw bad('max_connections must be between 1 and 100')
    this.updates.choose(allowed_updates)
    if (url !== this.url) this.stop()
    this.url = asText(url)
    this.secret = secret_token === undefined ? undefined : String(secret_token)
    this.maxConnections = connections
    this.lastError = undefined
  }

  /** Sends off as much as may be under way at once. */
  deliver(): void {
    if (!isLoopback(this.url)) return
    const waiting = this.updates.pending.filter((update) => !this.underWay.has(update))
    for (const update of waiting.slice(0, Math.max(this.maxConnections - this.underWay.size, 0))) void this.send(update)
  }

  /** No delivery is tried again. */
  stop(): void {
    for (const retry of this.retries) clearTimeout(retry)
    this.retries.clear()
    this.underWay.clear()
  }

  private async send(update: Update): Promise<void> {
    const { url } = this
    this.underWay.add(update)
    this.mostUnderWay = Math.max(this.mostUnderWay, this.underWay.size)
    const { status, error, body } = await post(url, update, this.secret, this.settings.webhookTimeoutMs)
    if (url !== this.url) return
    this.deliveries.push({ update_id: update.update_id, status, error })
    const taken = status !== undefined && status >= 200 && status < 300
    if (taken) this.settle(update, body)
    else this.fail(update, error ?? `Wrong response from the webhook: ${String(status)}`)
    this.happened()
  }

  private settle(update: Update, body: string): void {
    this.answered(body)
    this.underWay.delete(update)
    this.updates.done(update)
    this.deliver()
  }

  private fail(update: Update, message: string): void {
    this.lastError = { date: seconds(), message }
    const retry = setTimeout(() => {
      this.retries.delete(retry)
      this.underWay.delete(update)
      this.deliver()
    }, this.settings.webhookRetryMs)
    this.retries.add(retry)
  }
}

function checkUrl(url: string): void {
  if (url === '') return
  if (!URL.canParse(url)) throw bad('bad webhook: invalid webhook URL specified')
  const { protocol } = new URL(url)
  if (protocol !== 'https:' && !isLoopback(url)) throw bad('bad webhook: An HTTPS URL must be provided for webhook')
}

/** Nothing is ever sent anywhere else. */
function isLoopback(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(new URL(url).hostname)
}
