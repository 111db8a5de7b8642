// What is wrong with the files of the knowledge, where, at the top: until it is mended the answers are from before.
import { html, nothing, type TemplateResult } from 'lit'
import type { State } from './state.js'

export function problemsOf({ words, view: { problems } }: State): TemplateResult | typeof nothing {
  if (problems.length === 0) return nothing
  return html`
    <section class="problems" role="alert">
      <h2>${words('problems')}</h2>
      <ul>
        ${problems.map((problem) => {
          const [, place = '', what = problem] = /^(.+?:\d+:\d+): (.*)$/s.exec(problem) ?? []
          return html`<li lang="en"><code>${place}</code> ${what}</li>`
        })}
      </ul>
    </section>
  `
}
