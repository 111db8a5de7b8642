// Ids as Discord makes them: the time in the upper bits, a counter in the lower twelve. discord.js reads the time back out of them.
const DISCORD_EPOCH = 1_420_070_400_000n

/** What was there before the test began was made then. */
const OLD_TIMES = Date.UTC(2024, 0, 1)

export class Snowflakes {
  private count = 0

  /** The id of something that was there before the test began: the same in every run. */
  old(): string {
    return this.at(OLD_TIMES + this.count)
  }

  /** The id of something made at this time; no two are alike, and later ones are greater for the same time. */
  at(time: number): string {
    this.count += 1
    return String(((BigInt(Math.floor(time)) - DISCORD_EPOCH) << 22n) | BigInt(this.count % 4096))
  }
}

export function timeOf(snowflake: string): number {
  return Number((BigInt(snowflake) >> 22n) + DISCORD_EPOCH)
}
