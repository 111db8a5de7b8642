// Every answer as Discord shows it: within the limits, with nothing lost.
import { readdirSync } from 'node:fs'
import { ComponentType } from 'discord.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { decode } from '../../adapters/discord/custom-id.js'
import { type Components, escaped, renderAnswer } from '../../adapters/discord/render.js'
import { renderText } from '../../adapters/terminal/render.js'
import { readCases } from '../../scripts/knowledge/evaluate/cases.js'
import type { Answer } from '../../src/answer.js'
import { assistant, converse } from '../assistant.js'
import { everyAnswer } from '../every-answer.js'

let answers: { readonly id: string; readonly answer: Answer; readonly pages: readonly Components[] }[]

beforeAll(() => {
  answers = everyAnswer(assistant).map(({ id, answer }) => ({ id, answer, pages: renderAnswer(answer) }))
})

function textOf(page: Components): string {
  return page.map((component) => (component.type === ComponentType.TextDisplay ? component.content : '')).join('\n')
}

function buttonsOf(pages: readonly Components[]): { custom_id: string; label: string }[] {
  return pages
    .flat()
    .flatMap((component) =>
      component.type === ComponentType.ActionRow
        ? component.components.flatMap((button) =>
            'custom_id' in button && 'label' in button ? [{ custom_id: button.custom_id, label: String(button.label) }] : [],
          )
        : [],
    )
}

describe('every answer of the knowledge', () => {
  it('there are many of them', () => {
    expect(answers.length).toBeGreaterThan(5000)
  })

  it('says on Discord what it says on the terminal, line by line', () => {
    const lost = answers.filter(({ answer, pages }) => {
      const shown = pages.map(textOf).join('\n')
      return renderText(answer)
        .split('\n')
        .some((line) => !shown.includes(escaped(line.replace(/^- /, ''))))
    })
    expect(lost.map(({ id }) => id)).toEqual([])
  })

  it('fits: 4,000 characters and 40 components a message, 5 buttons a row', () => {
    const beyond = answers.filter(({ pages }) =>
      pages.some((page) => textOf(page).length > 4000 || page.length > 40 || buttonsOf([page]).length > 5 || page.length === 0),
    )
    expect(beyond.map(({ id }) => id)).toEqual([])
  })

  it('offers every suggestion as a button with a label of at most 80 and a unique id of at most 100 characters', () => {
    const wrong = answers.filter(({ answer, pages }) => {
      const buttons = buttonsOf(pages)
      const ids = new Set(buttons.map(({ custom_id }) => custom_id))
      return (
        buttons.length !== answer.suggestions.length ||
        ids.size !== buttons.length ||
        buttons.some(
          ({ custom_id, label }) => custom_id.length > 100 || label.length > 80 || label === '' || !/^[\x21-\x7e]+$/.test(custom_id),
        )
      )
    })
    expect(wrong.map(({ id }) => id)).toEqual([])
  })

  it('offers buttons that stand for the suggestions, in the language of the answer', () => {
    const wrong = answers.filter(({ answer, pages }) =>
      buttonsOf(pages).some(({ custom_id }, i) => {
        const control = decode(custom_id)
        return control?.kind !== 'ask' || control.lang !== answer.lang || control.id !== answer.suggestions[i]?.id
      }),
    )
    expect(wrong.map(({ id }) => id)).toEqual([])
  })
})

describe('the questions that people ask', () => {
  it('are answered with the same words on Discord and on the terminal', () => {
    const folder = new URL('../questions/', import.meta.url)
    const cases = readdirSync(folder).flatMap((name) => readCases(new URL(name, folder)))
    const lost = cases.filter(({ turns }) => {
      const answer = converse(turns)
      const shown = renderAnswer(answer).map(textOf).join('\n')
      return renderText(answer)
        .split('\n')
        .some((line) => !shown.includes(escaped(line.replace(/^- /, ''))))
    })
    expect([cases.length > 2500, lost.map(({ id }) => id)]).toEqual([true, []])
  })
})

describe('dates', () => {
  it('are shown as people read them there and by the clock of the reader', () => {
    const answer = assistant.ask({
      input: { kind: 'suggestion', id: 'blockchain-pilots-2021/?completion-deadline' },
      now: new Date('2023-12-01T00:00:00Z'),
      lang: 'en',
    })
    expect(renderAnswer(answer).map(textOf).join('\n')).toContain('-# 31 December 2023 · <t:1704038399:F> · <t:1704038399:R>')
  })
})
