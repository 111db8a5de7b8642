// The queue of updates: numbered when they arise, kept until the bot confirms them.
import type { Update } from '@grammyjs/types'

export type UpdateType = Exclude<keyof Update, 'update_id'>

/** Only delivered to bots that ask for them by name. */
const ONLY_ON_DEMAND = ['chat_member', 'message_reaction', 'message_reaction_count']

export class Updates {
  /** Not yet confirmed, in order. */
  pending: Update[] = []
  /** Every update that ever was queued. */
  readonly all: Update[] = []
  /** As last asked for; undefined: all but those that must be asked for. */
  allowed: readonly string[] | undefined
  /** Called whenever something was queued. */
  readonly listeners: (() => void)[] = []
  /** Delivered for a second time, whatever was confirmed. */
  private readonly again = new Set<Update>()
  private nextId = 876_543_001

  /** Queues an update, unless the bot does not want this kind. */
  queue(type: UpdateType, content: unknown): Update | undefined {
    return this.wants(type) ? this.raw({ [type]: content }) : undefined
  }

  /** Queues whatever is given; numbered unless it is. */
  raw(content: object): Update {
    const update = { update_id: this.nextId++, ...content } as Update
    this.nextId = Math.max(this.nextId, update.update_id + 1)
    this.all.push(update)
    return this.add(update)
  }

  /** The same update once more, as after an answer that was lost. */
  redeliver(id: number): void {
    const update = this.all.find(({ update_id }) => update_id === id)
    if (update === undefined) throw new Error(`there never was an update ${id}`)
    const copy = structuredClone(update)
    this.again.add(copy)
    this.add(copy)
  }

  /** `null` and an empty list ask for the usual ones. */
  choose(allowed: unknown): void {
    if (Array.isArray(allowed)) this.allowed = allowed.length === 0 ? undefined : (allowed as string[])
  }

  /** Forgets what an offset confirms: everything below it or, counted from the end, everything before it. */
  confirm(offset: number): void {
    if (offset > 0) this.pending = this.pending.filter((update) => update.update_id >= offset || this.again.has(update))
    else if (offset < 0) this.pending = this.pending.slice(offset)
  }

  /** What a poll is given now. */
  next(limit: number): Update[] {
    const given = this.pending.slice(0, limit)
    this.pending = this.pending.filter((update) => !(given.includes(update) && this.again.delete(update)))
    return given
  }

  done(update: Update): void {
    this.pending = this.pending.filter((other) => other !== update)
    this.again.delete(update)
  }

  private wants(type: UpdateType): boolean {
    return this.allowed === undefined ? !ONLY_ON_DEMAND.includes(type) : this.allowed.includes(type)
  }

  private add(update: Update): Update {
    this.pending.push(update)
    for (const listener of this.listeners) listener()
    return update
  }
}
