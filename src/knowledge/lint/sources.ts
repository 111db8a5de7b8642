// Sources that no fact cites: what a notice says it rests on, and nothing does.
import type { Problem } from '../notice.js'
import type { Path } from '../raw.js'
import { valuesIn } from '../values.js'
import { quote } from '../wording.js'
import type { LintInput } from './lint.js'

export function lintSources({ notice, files }: LintInput): Problem[] {
  const ids = [...notice.sources.keys()]
  const cited = new Set(
    [...notice.facts.values()].flatMap(({ source, value }) => [
      // What names none rests on the first.
      ...[source, ...source.also].map((passage) => passage.in ?? ids[0]),
      ...valuesIn(value).flatMap((one) => ('in' in one ? one.in : [])),
    ]),
  )
  const place = (i: number): Path => (notice.file.sources ? ['sources', i, 'id'] : ['source', 'id'])
  return ids.flatMap((id, i) =>
    cited.has(id)
      ? []
      : [files.notice.at(place(i), `no fact rests on the source ${quote(id)}; name it under source in a fact that does, or remove it`)],
  )
}
