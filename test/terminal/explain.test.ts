// --explain: the whole of its text for a question in two parts, and that it is a function of its input.
import { describe, expect, it } from 'vitest'
import { loadAssistant } from '../../adapters/load.js'
import { explain } from '../../adapters/terminal/explain.js'
import { KNOWLEDGE } from './fixture.js'
import { ASK, run } from './program.js'

const assistant = loadAssistant(KNOWLEDGE)
const now = new Date('2024-12-01T12:00:00Z')
const explained = (text: string): string => explain(assistant.explain({ input: { kind: 'text', text }, now }), assistant.library)

const SECTIONS = ['Normalised', 'Terms', 'Aspects', 'Things', 'Unexplained', 'Candidates (* = in the answer)', 'Decision', 'Answer']

describe('an explanation', () => {
  it('reads like this', async () => {
    const { code, stdout } = await run(ASK, ['--knowledge', KNOWLEDGE, '--explain', '簽頭捏泥巴的是誰？'])
    expect(code).toBe(0)
    expect(stdout).toBe(`Normalised
  签头捏泥巴的是谁?

Terms
  签头 → 牵头: cue lead (sound)
  捏泥巴: thing courses-2024/pottery (alias)
  的: filler (exact)
  是谁: cue who (exact)

Aspects
  lead (牵头部门, lead department): rule "lead", weight 1

Things
  courses-2024/pottery (陶艺课, pottery course)

Unexplained
  none

Candidates (* = in the answer)
  exact thing and aspect:
    * courses-2024/lead-pottery (paragraph 3): 陶艺课由美术馆牵头。
  aspect alone:
      courses-2024/lead-choir (paragraph 2): 合唱课由文化馆牵头。

Decision
  answered, in zh-Hant
  answered because: lead of pottery; tied to the notice: firm; with words that were mended

Answer
  陶藝課由美術館牽頭。
  來源：《社區課程開始申報》（2024-03-01），第3段
`)
  })

  it.each(['', 'hello', 'who leads the potery course', 'choir? who leads it? and pottery', '飞船谁牵头', '\u0000\u202E💥'.repeat(50)])(
    'has every section, in order: %j',
    (text) => {
      expect(
        explained(text)
          .split('\n')
          .filter((line) => line !== '' && !line.startsWith(' ')),
      ).toEqual(SECTIONS)
    },
  )

  it('tells repaired words and what nothing explains', () => {
    expect(explained('who leads the potery course')).toContain(
      '\n  potery course → pottery course: thing courses-2024/pottery (repaired)\n',
    )
    expect(explained('合唱课的飞船谁牵头')).toMatch(/\nUnexplained\n {2}飞船 \(\d+% of the question\)\n/)
  })

  it('of a suggestion says that it was chosen', () => {
    const id = 'courses-2024/lead-choir'
    const text = explain(assistant.explain({ input: { kind: 'suggestion', id }, now, lang: 'en' }), assistant.library)
    expect(text).toContain('Question\n  none was read: a suggestion was chosen\n')
    expect(text).toContain(`brought in by the decision:\n    * ${id} (paragraph 2): The choir course`)
  })
})
