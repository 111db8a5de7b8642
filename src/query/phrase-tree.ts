// Phrases as paths of numbers in a tree (of units, of letters): how far a text goes along with any phrase is known after as many steps
// as it goes. Kept in flat arrays, because there are many nodes and nearly all have one child.

/** The node at which every phrase begins. */
export const ROOT = 0
/** No phrase goes on. */
export const GONE = -1

export class PhraseTree {
  /** A hash table: (node, number) → child, three numbers a slot; a child of 0 is a free slot. */
  #slots = new Int32Array(3 * 1024)
  #nodes = 1

  /** Where a number leads to from a node, 0 where no phrase goes on with it; none does with a negative one. */
  child(node: number, unit: number): number {
    return unit < 0 ? 0 : (this.#slots[this.#slotOf(node, unit) + 2] as number)
  }

  /** The same for a way that may have ended before; GONE where it ends. */
  next(node: number, unit: number): number {
    return node === GONE ? GONE : this.child(node, unit) || GONE
  }

  /** The same, but the way on is made where there is none. */
  step(node: number, unit: number): number {
    const slot = this.#slotOf(node, unit)
    const known = this.#slots[slot + 2] as number
    if (known !== 0) return known
    const child = this.#nodes++
    this.#slots[slot] = node
    this.#slots[slot + 1] = unit
    this.#slots[slot + 2] = child
    if (this.#nodes * 6 > this.#slots.length) this.#grow()
    return child
  }

  /** The slot of (node, unit), or the free one in which it belongs. */
  #slotOf(node: number, unit: number): number {
    const slots = this.#slots
    const mask = slots.length / 3 - 1
    let hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit + 1, 0x85ebca6b)
    hash ^= hash >>> 15
    for (let at = hash & mask; ; at = (at + 1) & mask) {
      const slot = 3 * at
      if (slots[slot + 2] === 0 || (slots[slot] === node && slots[slot + 1] === unit)) return slot
    }
  }

  #grow(): void {
    const old = this.#slots
    this.#slots = new Int32Array(old.length * 2)
    for (let slot = 0; slot < old.length; slot += 3) {
      if (old[slot + 2] === 0) continue
      const to = this.#slotOf(old[slot] as number, old[slot + 1] as number)
      for (let i = 0; i < 3; i++) this.#slots[to + i] = old[slot + i] as number
    }
  }
}
