// Spans that end before they begin: a question whether a day is in one would be told that it is over before it has begun. And spans of which
// the text tells another end.
import type { Problem } from '../notice.js'
import type { Path } from '../raw.js'
import type { FactEntry } from '../schema.js'
import { valuesIn } from '../values.js'
import { datesIn, tellsWithoutYear } from './dates-in.js'
import type { LintInput } from './lint.js'

const TONGUES = ['zh', 'en'] as const

export function lintSpans(input: LintInput): Problem[] {
  return [...input.notice.facts.values()].flatMap((fact, index) => [...backwards(fact, index, input), ...ofText(fact, index, input)])
}

function backwards({ value }: FactEntry, index: number, { files }: LintInput): Problem[] {
  return valuesIn(value).flatMap((one, i) => {
    if (!('until' in one)) return []
    const path: Path = value && 'conflict' in value ? [index, 'value', 'conflict', i] : [index, 'value']
    const { from, from_at: fromAt, until, at } = one
    if (until < from)
      return [files.facts.at([...path, 'until'], `this span ends on ${until}, before it begins (${from}); write the right days`)]
    return until === from && fromAt !== undefined && at !== undefined && at < fromAt
      ? [files.facts.at([...path, 'at'], `this span ends at ${at}, before it begins (${fromAt} of the same day); write the right times`)]
      : []
  })
}

/** A text that does not tell one end of the span, and does tell a date that is neither. */
function ofText({ value, text }: FactEntry, index: number, { files }: LintInput): Problem[] {
  if (!value || !('until' in value)) return []
  const ends = [value.from, value.until]
  return TONGUES.flatMap((tongue) => {
    const dates = datesIn(text[tongue])
    const others = dates.filter((told) => !ends.some((end) => end.startsWith(told)))
    const isTold = (end: string): boolean => dates.some((told) => end.startsWith(told)) || tellsWithoutYear(text[tongue], end)
    if (others.length === 0 || ends.every(isTold)) return []
    const said = `the value says ${ends.join(' to ')}, and this text says ${dates.join(', ')}`
    return [files.facts.at([index, 'text', tongue], `${said}; make them say the same`)]
  })
}
