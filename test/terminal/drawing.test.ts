// Pictures on a terminal: drawn in plain characters where they were asked for; never in the text of the JSON form.
import { describe, expect, it } from 'vitest'
import { renderDrawn, renderOnce, renderTurn } from '../../adapters/terminal/screen.js'
import { toJson } from '../../adapters/terminal/to-json.js'
import type { Assistant } from '../../src/assistant.js'
import { LANGS, NOTICES } from '../figure/figures.js'

const [, courses] = NOTICES as [Assistant, Assistant]
const NOW = new Date('2024-06-20T04:00:00Z')

function answerTo(text: string) {
  return courses.ask({ input: { kind: 'text', text }, now: NOW })
}

describe('a picture that was asked for', () => {
  it('is drawn as a line of time', () => {
    const answer = answerTo('课程的时间表')
    expect(renderDrawn(answer)).toBe(
      [
        '课程应在2024年年底前完成。',
        '来源：《社区课程开始申报》（2024-03-01），第4段',
        '时间线 · 社区课程通知（2024年）',
        '● 2024年3月1日  来源发布',
        '│  3个月',
        '◆ 2024年6月20日  今天',
        '│  约6个月',
        '○ 2024年底  完成期限',
      ].join('\n'),
    )
    expect(renderTurn(answer, [], '')).toBe(renderDrawn(answer))
  })

  it('is drawn as a tree', () => {
    expect(renderDrawn(answerTo('a diagram of the courses')).split('\n').slice(-4)).toEqual([
      'Courses at a glance · Community course notice (2024)',
      '├ ● Choir course',
      '└ ● Pottery course',
      '● Lead department stated by the source',
    ])
  })
})

it('the JSON form has the text without it, and the picture in words beside it', () => {
  const answer = answerTo('课程的时间表')
  const { text, figures } = toJson(answer)
  expect([text, figures]).toEqual([
    renderOnce(answer),
    [
      {
        kind: 'timeline',
        title: '时间线',
        alt: '时间线，社区课程通知（2024年）。2024年3月1日：来源发布；3个月后，2024年6月20日：今天；约6个月后，2024年底：完成期限。',
      },
    ],
  ])
  expect(text).toBe('课程应在2024年年底前完成。\n来源：《社区课程开始申报》（2024-03-01），第4段')
  expect(Object.keys(toJson(answerTo('谁牵头合唱课？')))).toEqual(['status', 'lang', 'text', 'facts', 'sources', 'suggestions'])
})

it('what is not asked for is not drawn: the words say it', () => {
  const [real] = NOTICES as [Assistant]
  for (const lang of LANGS) {
    const answer = real.ask({ input: { kind: 'suggestion', id: 'blockchain-pilots-2021/domain?membership' }, now: NOW, lang })
    expect([answer.blocks.some(({ kind }) => kind === 'figure'), renderDrawn(answer)]).toEqual([true, renderOnce(answer)])
  }
})
