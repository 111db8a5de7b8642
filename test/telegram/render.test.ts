// Every answer as Telegram shows it: within the limits, with nothing lost.
import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { decode } from '../../adapters/telegram/showing/callback-data.js'
import { type Keyboard, keyboardOf } from '../../adapters/telegram/showing/keyboard.js'
import { type Page, renderAnswer } from '../../adapters/telegram/showing/render.js'
import { renderText } from '../../adapters/terminal/render.js'
import { readCases } from '../../scripts/knowledge/evaluate/cases.js'
import type { Answer } from '../../src/answer.js'
import { assistant, converse } from '../assistant.js'
import { everyAnswer } from '../every-answer.js'

interface Shown {
  readonly id: string
  readonly answer: Answer
  readonly pages: readonly Page[]
  readonly keyboard: Keyboard
}

let answers: Shown[]

beforeAll(() => {
  answers = everyAnswer(assistant).map(({ id, answer }) => ({ id, answer, pages: renderAnswer(answer), keyboard: keyboardOf(answer) }))
})

/** Lines of the terminal that do not stand in the messages. */
function missing(answer: Answer, pages: readonly Page[]): string[] {
  const shown = pages.map(({ text }) => text).join('\n')
  return renderText(answer)
    .split('\n')
    .map((line) => line.replace(/^- /, '• '))
    .filter((line) => !shown.includes(line))
}

/** Entities that do not stand within the text, or cut a character in two. */
function astray({ text, entities }: Page): unknown[] {
  return entities.filter(({ offset, length }) => {
    const covered = text.slice(offset, offset + length)
    return length <= 0 || offset + length > text.length || !covered.isWellFormed() || covered.trim() === ''
  })
}

function buttonsOf(keyboard: Keyboard): { text: string; data: string }[] {
  return keyboard.flat().map((button) => ({ text: button.text, data: 'callback_data' in button ? button.callback_data : '' }))
}

describe('every answer of the knowledge', () => {
  it('there are many of them', () => {
    expect(answers.length).toBeGreaterThan(5000)
  })

  it('says on Telegram what it says on the terminal, line by line', () => {
    expect(answers.filter(({ answer, pages }) => missing(answer, pages).length > 0).map(({ id }) => id)).toEqual([])
  })

  it('fits: 1 to 4,096 UTF-16 units a message, every formatting within its text', () => {
    const beyond = answers.filter(({ pages }) =>
      pages.some((page) => page.text.length > 4096 || page.text.trim() === '' || astray(page).length > 0),
    )
    expect([beyond.map(({ id }) => id), answers.filter(({ pages }) => pages.length === 0)]).toEqual([[], []])
  })

  it('puts every source in a quotation that opens', () => {
    const without = answers.filter(({ answer, pages }) => {
      const quoted = pages.flatMap(({ text, entities }) =>
        entities.filter(({ type }) => type === 'expandable_blockquote').map(({ offset, length }) => text.slice(offset, offset + length)),
      )
      return quoted.join('\n') !== answer.cited.join('\n')
    })
    expect(without.map(({ id }) => id)).toEqual([])
  })

  it('offers every suggestion as a button of at most 64 bytes, and at most a hundred buttons', () => {
    const wrong = answers.filter(({ answer, keyboard }) => {
      const buttons = buttonsOf(keyboard)
      const bytes = buttons.map(({ data }) => Buffer.byteLength(data))
      return (
        buttons.length !== answer.suggestions.length + Math.min(24, answer.listed.length) ||
        buttons.length > 100 ||
        buttons.some(({ text }) => text === '') ||
        bytes.some((length) => length < 1 || length > 64)
      )
    })
    expect(wrong.map(({ id }) => id)).toEqual([])
  })

  it('offers buttons that stand for the suggestions, in the language of the answer', () => {
    const wrong = answers.filter(({ answer, keyboard }) => {
      const stands = buttonsOf(keyboard).map(({ data }) => decode(data, assistant.library))
      return (
        JSON.stringify(stands) !==
        JSON.stringify([...answer.listed.slice(0, 24), ...answer.suggestions].map(({ id }) => ({ kind: 'ask', lang: answer.lang, id })))
      )
    })
    expect(wrong.map(({ id }) => id)).toEqual([])
  })
})

describe('the questions that people ask', () => {
  it('are answered with the same words on Telegram and on the terminal', () => {
    const folder = new URL('../questions/', import.meta.url)
    const cases = readdirSync(folder).flatMap((name) => readCases(new URL(name, folder)))
    const lost = cases.filter(({ turns }) => {
      const answer = converse(turns)
      return missing(answer, renderAnswer(answer)).length > 0
    })
    expect([cases.length > 2500, lost.map(({ id }) => id)]).toEqual([true, []])
  })
})

describe('an answer of any length and content', () => {
  const line = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3000 })

  it('is split into messages that fit, in order and with nothing lost', () => {
    const [{ answer }] = answers as [Shown]
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 6 }), fc.array(line, { maxLength: 3 }), (paragraphs, cited) => {
        const pages = renderAnswer({
          ...answer,
          title: '',
          dates: [],
          blocks: paragraphs.map((text) => ({ kind: 'paragraph', text })),
          cited,
        })
        const squeezed = (texts: readonly string[]): string => texts.join('').replace(/\n/g, '')
        expect(squeezed(pages.map(({ text }) => text))).toBe(squeezed([...paragraphs, ...cited]))
        expect(
          pages.filter(({ text, entities }) => text.length > 4096 || entities.some(({ offset, length }) => offset + length > text.length)),
        ).toEqual([])
      }),
    )
  })
})

describe('dates', () => {
  it('are the day and time of the notice, shown by the clock of the reader where the client can', () => {
    const answer = assistant.ask({
      input: { kind: 'suggestion', id: 'blockchain-pilots-2021/?completion-deadline' },
      now: new Date('2023-12-01T00:00:00Z'),
      lang: 'en',
    })
    const [page] = renderAnswer(answer) as [Page]
    const date = page.entities.find(({ type }) => type === 'date_time')
    expect(page.text.split('\n')[1]).toBe('31 December 2023 23:59 (UTC+8) · 2023-12-31 15:59 UTC')
    expect(date).toEqual({
      type: 'date_time',
      offset: page.text.indexOf('2023-12-31'),
      length: 20,
      unix_time: 1704038399,
      date_time_format: 'Dt',
    })
  })
})
