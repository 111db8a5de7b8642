// JSON to a server and back over undici, with as little between as there can be: of everything that is done for an answer, telling it takes
// the processor longest.
import { Agent, type Dispatcher } from 'undici'

/** Node's own 250 ms for each address are too short for many networks with two kinds of addresses. */
const ADDRESS_MS = 2000
/** Telegram's answers are small, but for a hundred updates at once. */
const LARGEST_ANSWER = 64 * 1024 * 1024

export type Connections = Dispatcher

/** As many as are needed; kept for a while. */
export function connections(): Connections {
  return new Agent({ autoSelectFamilyAttemptTimeout: ADDRESS_MS, maxResponseSize: LARGEST_ANSWER })
}

export interface Post {
  readonly origin: string
  readonly path: string
  readonly body: string
}

export interface Posted {
  readonly status: number
  readonly text: string
}

export interface Limits {
  /** After so many milliseconds without the whole answer it is given up. */
  readonly timeoutMs: number
  /** Gives it up. */
  readonly signal?: AbortSignal | undefined
}

/** Given up. `code` says why: as with errors of the network. */
class GivenUp extends Error {
  readonly code: 'timeout' | 'aborted'

  constructor(code: 'timeout' | 'aborted') {
    super(code)
    this.code = code
  }
}

/** Rejects with an error that has a `code`, the network's, undici's or one of `GivenUp`. */
export function postJson(over: Connections, { origin, path, body }: Post, { timeoutMs, signal }: Limits): Promise<Posted> {
  return new Promise((resolve, reject) => {
    let stop: ((error: Error) => void) | undefined
    let given: GivenUp | undefined
    const giveUp = (code: 'timeout' | 'aborted'): void => {
      given = new GivenUp(code)
      stop?.(given)
      fail(given)
    }
    const onAbort = (): void => giveUp('aborted')
    const timer = setTimeout(giveUp, timeoutMs, 'timeout')
    // AbortSignal.any would leave something at `signal` for good.
    signal?.addEventListener('abort', onAbort)
    const settled = (): void => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
    }
    const fail = (error: Error): void => {
      settled()
      reject(error)
    }
    if (signal?.aborted) return onAbort()
    let status = 0
    const chunks: Buffer[] = []
    over.dispatch(
      { origin, path, method: 'POST', headers: ['content-type', 'application/json'], body },
      {
        onConnect(abort) {
          stop = abort
          if (given) abort(given)
        },
        onHeaders(code) {
          status = code
          return true
        },
        onData(chunk) {
          chunks.push(chunk)
          return true
        },
        onComplete() {
          settled()
          resolve({ status, text: Buffer.concat(chunks).toString() })
        },
        onError: fail,
      },
    )
  })
}
