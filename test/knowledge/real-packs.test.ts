// The notices that the program ships with.
import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { sourcesFolder } from '../../adapters/root.js'
import { formatProblem } from '../../src/knowledge/notice.js'
import { readKnowledge } from '../../src/knowledge/read.js'
import { LANGUAGE } from './small-pack.js'

const SOURCES = sourcesFolder()

describe('the notices in knowledge/', () => {
  test('they have no problem', () => {
    const { notices, problems } = readKnowledge('knowledge', LANGUAGE)
    expect(problems.map(formatProblem)).toEqual([])
    expect(notices.length).toBeGreaterThan(0)
  })

  test.skipIf(SOURCES === undefined || !existsSync(SOURCES))(
    'their evidence stands in the source texts (skipped where ../shared/source is not at hand)',
    () => {
      const { problems, uncompared } = readKnowledge('knowledge', LANGUAGE, { sources: SOURCES })
      expect([problems.map(formatProblem), uncompared]).toEqual([[], []])
    },
  )
})
