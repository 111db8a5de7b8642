// What only one replica may do at a time: this one does it whenever it has the right to, and stands by otherwise.
import type { SharedState } from './shared-state.js'

/** A right that is free is had by then. */
const FREE_MS = 1500

export interface Turn {
  /** Whether another replica does it at the moment. */
  readonly isStandby: boolean
  /** Resolves when `signal` has ended it; rejects as the work does. */
  readonly ended: Promise<void>
  /** Resolves when the work has begun here or another replica seems to do it. */
  readonly settled: Promise<void>
}

/**
 * @param work goes on until the signal that it is given; what it throws ends all
 * @param signal ends it
 */
export function takeTurns(state: SharedState, name: string, signal: AbortSignal, work: (until: AbortSignal) => Promise<void>): Turn {
  let [isStandby, begun] = [true, (): void => {}]
  const settled = new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, FREE_MS)
    begun = () => {
      clearTimeout(timer)
      resolve()
    }
  })
  const goOn = async (): Promise<void> => {
    while (!signal.aborted) {
      const lease = await state.lease(name, signal).catch(() => undefined)
      if (!lease) break
      isStandby = false
      begun()
      try {
        await work(AbortSignal.any([signal, lease.lost]))
      } finally {
        isStandby = true
        await lease.release()
      }
    }
    begun()
  }
  return {
    get isStandby() {
      return isStandby
    },
    ended: goOn(),
    settled,
  }
}
