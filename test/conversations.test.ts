// What conversations were about is kept for a while, and no more of it than fits.
import { describe, expect, it } from 'vitest'
import { Conversations } from '../adapters/conversations.js'
import { LocalStore } from '../adapters/shared-state/local/local-store.js'
import type { Memory } from '../src/answer.js'

function about(thing: string): Memory {
  return { lang: 'en', aspects: [], things: [thing], earlier: [], named: [], facts: [], modes: [] }
}

describe('conversations', () => {
  it('are remembered for a quarter of an hour', async () => {
    let now = 1
    const conversations = new Conversations({ store: (_, kept) => new LocalStore(kept, () => now) })
    await conversations.set(about('a'), 'somebody', 'a message')
    now += 15 * 60_000
    expect([await conversations.get('somebody'), await conversations.get('a message')]).toEqual([about('a'), about('a')])
    now += 1
    expect(await conversations.get('somebody')).toBeUndefined()
  })

  it('are as many as fit: the one that was silent longest is forgotten first', async () => {
    const conversations = new Conversations({ store: (_, kept) => new LocalStore({ ...kept, most: 2 }) })
    for (const key of ['a', 'b', 'c']) await conversations.set(about(key), key)
    const kept = await Promise.all(['a', 'b', 'c'].map((key) => conversations.get(key)))
    expect(kept.map((memory) => memory?.things[0])).toEqual([undefined, 'b', 'c'])
  })
})
