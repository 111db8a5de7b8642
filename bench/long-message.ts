// What a message of the greatest length costs against a short one.
import type { Asked, Build } from './ask.js'
import { percentile, timesOf } from './measure.js'

const LENGTH = 4096
const REPETITIONS = 15

/** What people paste around a question, and what nobody means well by. */
const PASTED: Readonly<Record<string, string>> = {
  'Chinese prose':
    '上周我们科室开会，王主任说最近各地都在谈数字化，大家讨论了半天也没有结论，后来又翻出去年的材料看了一遍。会后小李把会议纪要发到群里，请各位抽空核对。',
  'English prose':
    'Last week our office had a long meeting about digital matters, and nobody could agree on anything, so somebody dug out the papers of last year and read them aloud again. ',
  'no stop in it': '区块链试点由哪个部门牵头申报综合性特色领域试点可以吗什么时候完成',
  'misspelt words': 'blokchain pilto leeds manufcturing helth departmnt aplicant categry tradefinnce univrsity deadlin ',
  pinyin: 'qukuailian shidian you nage bumen qiantou shenbao zonghexing shidian keyi ma shenme shihou wancheng ',
  'rare characters': '龘靐齉麤鱻灪爨癵籱饢驫鸞虋讟钃鼺',
}

export interface LongMessage {
  readonly kind: string
  readonly median_ms: number
  /** Against the median of the short questions. */
  readonly ratio: number
}

/** A question at the end of 4,096 characters of each kind. */
export function measureLong(build: Build, questions: readonly Asked[]): { short_ms: number; long: LongMessage[] } {
  const engine = build()
  const effort = { milliseconds: 5000, rounds: REPETITIONS }
  timesOf(engine, questions, effort)
  const short = percentile(timesOf(engine, questions, effort), 0.5)
  const question = questions[0]?.text ?? ''
  const long = Object.entries(PASTED).map(([kind, text]) => {
    const message = text.repeat(LENGTH).slice(0, LENGTH - question.length - 1) + `\n${question}`
    const asked: Asked[] = [{ text: message, expected: '', of: 'real' }]
    timesOf(engine, asked, { ...effort, rounds: 3 })
    const median = percentile(timesOf(engine, asked, effort), 0.5)
    return { kind, median_ms: median, ratio: Math.round((median / short) * 10) / 10 }
  })
  return { short_ms: short, long }
}
