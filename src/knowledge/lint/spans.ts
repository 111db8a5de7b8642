// Spans that end before they begin: a question whether a day is in one would be told that it is over before it has begun.
import type { Problem } from '../notice.js'
import type { Path } from '../raw.js'
import { valuesIn } from '../values.js'
import type { LintInput } from './lint.js'

export function lintSpans({ notice, files }: LintInput): Problem[] {
  return [...notice.facts.values()].flatMap(({ value }, index) =>
    valuesIn(value).flatMap((one, i) => {
      if (!('until' in one)) return []
      const path: Path = value && 'conflict' in value ? [index, 'value', 'conflict', i] : [index, 'value']
      const { from, from_at: fromAt, until, at } = one
      if (until < from)
        return [files.facts.at([...path, 'until'], `this span ends on ${until}, before it begins (${from}); write the right days`)]
      return until === from && fromAt !== undefined && at !== undefined && at < fromAt
        ? [files.facts.at([...path, 'at'], `this span ends at ${at}, before it begins (${fromAt} of the same day); write the right times`)]
        : []
    }),
  )
}
