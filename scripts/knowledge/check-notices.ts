// What is wrong with some notices, and what would be better: one notice after the other, each by itself, so that none is kept.
import { createAssistant } from '../../src/assistant.js'
import { lintNotice } from '../../src/knowledge/lint/lint.js'
import { lintReachable } from '../../src/knowledge/lint/reachable.js'
import type { Problem } from '../../src/knowledge/notice.js'
import { type KnowledgeReading, readKnowledge } from '../../src/knowledge/read.js'
import type { Language } from '../../src/language/language.js'
import { lintLengths } from './lint-lengths.js'

/** What a check found, in the order of notices and files. */
export interface Checked {
  readonly problems: readonly Problem[]
  /** About the notices that have no problem. */
  readonly warnings: readonly Problem[]
  readonly uncompared: readonly string[]
  /** Without a problem. */
  readonly notices: number
  readonly facts: number
}

export interface CheckJob {
  readonly dir: string
  /** Of the notices. */
  readonly folders: readonly string[]
  readonly sources: string | undefined
  readonly language: Language
  readonly now: Date
}

export function checkNotices({ dir, folders, sources, language, now }: CheckJob): Checked {
  // Of a folder without a notice that is what is wrong.
  const each = folders.length === 0 ? [[]] : folders.map((folder) => [folder])
  return joined(each.map((only) => checked(readKnowledge(dir, language, { sources, only }), language, now)))
}

function joined(all: readonly Checked[]): Checked {
  return {
    problems: all.flatMap(({ problems }) => problems),
    warnings: all.flatMap(({ warnings }) => warnings),
    uncompared: all.flatMap(({ uncompared }) => uncompared),
    notices: all.reduce((sum, { notices }) => sum + notices, 0),
    facts: all.reduce((sum, { facts }) => sum + facts, 0),
  }
}

function checked(reading: KnowledgeReading, language: Language, now: Date): Checked {
  const { notices, problems, uncompared } = reading
  const facts = notices.reduce((sum, notice) => sum + notice.facts.size, 0)
  return { problems, warnings: warningsOf(reading, language, now), uncompared, notices: notices.length, facts }
}

function warningsOf({ notices, files }: KnowledgeReading, language: Language, now: Date): Problem[] {
  if (notices.length === 0) return []
  const assistant = createAssistant(language, notices)
  return notices.flatMap((notice) => {
    const own = files.get(notice.id)
    if (!own) return []
    const found = [
      ...lintNotice({ notice, files: own, language }),
      ...lintLengths(notice.id, own, assistant, now),
      ...lintReachable(notice.id, own, assistant),
    ]
    return found.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line || a.column - b.column))
  })
}
