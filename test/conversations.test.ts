// What conversations were about is kept for a while, and no more of it than fits.
import { describe, expect, it } from 'vitest'
import { Conversations } from '../adapters/conversations.js'
import type { Memory } from '../src/answer.js'

function about(thing: string): Memory {
  return { lang: 'en', aspects: [], things: [thing], earlier: [], named: [], facts: [], modes: [] }
}

describe('conversations', () => {
  it('are remembered for a quarter of an hour', () => {
    let now = 1
    const conversations = new Conversations({ now: () => now })
    conversations.set(about('a'), 'somebody', 'a message')
    now += 15 * 60_000
    expect([conversations.get('somebody'), conversations.get('a message')]).toEqual([about('a'), about('a')])
    now += 1
    expect(conversations.get('somebody')).toBeUndefined()
  })

  it('are as many as fit: the one that was silent longest is forgotten first', () => {
    const conversations = new Conversations({ most: 2 })
    for (const key of ['a', 'b', 'c']) conversations.set(about(key), key)
    expect(['a', 'b', 'c'].map((key) => conversations.get(key)?.things[0])).toEqual([undefined, 'b', 'c'])
  })
})
