// What people ask: the first questions of the conversations that the tests judge. They are timed; the answers are judged in the tests.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Asked } from './ask.js'
import { seeded } from './random.js'

/** `count` questions by chance, the same in every run. Short and long ones, misspelt and pinyin, foreign ones too, as they come. */
export function peoplesQuestions(folder: string, count: number): Asked[] {
  const texts = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n').filter(Boolean))
    .flatMap((line) => (JSON.parse(line) as { turns: readonly string[] }).turns.slice(0, 1))
  return seeded(5)
    .shuffled([...new Set(texts)])
    .slice(0, count)
    .map((text) => ({ text, expected: '', of: 'people' }))
}
