// Waiting for something to become true: looked at again whenever anything happened, never by sleeping.
export class Changes {
  private readonly waiting = new Set<() => void>()
  private readonly waitMs: number

  constructor(waitMs: number) {
    this.waitMs = waitMs
  }

  /** Tell everyone who waits to look again. */
  happened(): void {
    for (const look of [...this.waiting]) look()
  }

  /** What `look` returns as soon as it is neither undefined nor false; fails with the name of what did not come. */
  until<T>(look: () => T | undefined | false, what: string, ms: number = this.waitMs): Promise<T> {
    return new Promise((resolve, reject) => {
      const done = (settle: () => void): void => {
        clearTimeout(timer)
        this.waiting.delete(again)
        settle()
      }
      const again = (): void => {
        const seen = look()
        if (seen !== undefined && seen !== false) done(() => resolve(seen))
      }
      const timer = setTimeout(() => done(() => reject(new Error(`waited ${ms} ms in vain for ${what}`))), ms)
      this.waiting.add(again)
      again()
    })
  }
}
