// The key to a preview that other machines can reach: once in the address, from then on in a cookie.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

const PARAMETER = 'key'

export class Key {
  readonly #secret = randomBytes(32).toString('base64url')
  readonly #cookie: string

  /** @param port cookies are shared by all the ports of a host */
  constructor(port: number) {
    this.#cookie = `asknotice-preview-${port}`
  }

  /** What the address ends with that opens the page. */
  get query(): string {
    return `?${PARAMETER}=${this.#secret}`
  }

  /** The cookie to set for one who comes with the key in the address; null for one who does not. */
  cookieFor({ url = '' }: IncomingMessage): string | null {
    const given = new URLSearchParams(url.split('?', 2)[1] ?? '').get(PARAMETER)
    return given !== null && this.#fits(given) ? `${this.#cookie}=${this.#secret}; Path=/; HttpOnly; SameSite=Strict` : null
  }

  /** Whether the request brings the cookie. */
  opens({ headers }: IncomingMessage): boolean {
    const cookies = (headers.cookie ?? '').split(/;\s*/).map((pair) => pair.split('=', 2))
    return cookies.some(([name, value]) => name === this.#cookie && this.#fits(value ?? ''))
  }

  /** Takes as long whatever is given. */
  #fits(given: string): boolean {
    const [one, two] = [given, this.#secret].map((text) => createHash('sha256').update(text).digest())
    return timingSafeEqual(one as Buffer, two as Buffer)
  }
}
