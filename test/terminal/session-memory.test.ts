// Conversations are remembered up to a bound.
import { expect, it } from 'vitest'
import { SessionMemory } from '../../adapters/session-memory.js'
import type { Memory } from '../../src/answer.js'

const about = (notice: string): Memory => ({ lang: 'en', notice, aspects: [], things: [], earlier: [], named: [], facts: [], modes: [] })

it('forgets the session that was silent longest', () => {
  const sessions = new SessionMemory(2)
  sessions.set('a', about('1'))
  sessions.set('b', about('2'))
  sessions.set('a', about('3'))
  sessions.set('c', about('4'))
  expect(['a', 'b', 'c'].map((session) => sessions.get(session)?.notice)).toEqual(['3', undefined, '4'])
})
