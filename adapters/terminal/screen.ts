// An answer as it is shown to a person: the text, then what may be asked next.
import type { Answer, Suggestion } from '../../src/answer.js'
import { drawingsOf } from './draw-figure.js'
import { type Paint, PLAIN } from './paint.js'
import { renderBlock, renderText } from './render.js'

/** Suggestions that the text itself leads up to: the choices, or the examples. Without them it would break off. */
export function choicesOf({ status, suggestions }: Answer): readonly Suggestion[] {
  return status === 'clarify' || status === 'help' ? suggestions : []
}

/** For a person who asks a single question: with the drawing that was asked for. */
export function renderDrawn(answer: Answer): string {
  return [renderOnce(answer), ...drawingsOf(answer)].join('\n')
}

/** A single answer: nothing can be picked, so the choices have no numbers. */
export function renderOnce(answer: Answer): string {
  return [renderText(answer), ...choicesOf(answer).map(({ label }) => `- ${label}`)].join('\n')
}

/** For a conversation in which a number picks a suggestion. `heading` stands above those that the text does not lead up to. */
export function renderTurn(answer: Answer, offered: readonly Suggestion[], heading: string, paint: Paint = PLAIN): string {
  const lines = [
    paint.strong(answer.title),
    ...answer.blocks.flatMap(renderBlock),
    ...answer.cited.map(paint.faint),
    ...drawingsOf(answer),
    offered.length > 0 && choicesOf(answer).length === 0 ? paint.faint(heading) : '',
    ...numbered(offered, paint),
  ]
  return lines.filter((line) => line !== '' && line !== paint.strong('')).join('\n')
}

/** What a number picks, a line each. */
export function numbered(offered: readonly Suggestion[], paint: Paint): string[] {
  return offered.map(({ label }, i) => `${paint.accent(`${i + 1}.`)} ${label}`)
}
