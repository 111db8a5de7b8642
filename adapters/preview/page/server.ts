// What the page asks of its server, and what it is told without asking.
import type { Lang } from '../../../src/answer.js'
import type { Act, View } from '../view.js'

/** Carries an act out. Throws where the server is gone or does not take it. */
export async function act(page: string, act: Act): Promise<View> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch('/act', { method: 'POST', headers, body: JSON.stringify({ page, act }) })
  if (!response.ok) throw new Error(`${response.status}`)
  return (await response.json()) as View
}

export async function fetchWords(lang: Lang): Promise<Record<string, string>> {
  return (await (await fetch(`/words/${lang}`)).json()) as Record<string, string>
}

/** @param onChange when the knowledge has changed, or the server is there again */
export function listen(onChange: () => void): void {
  const changes = new EventSource('/changes')
  let lost = false
  changes.addEventListener('message', onChange)
  changes.addEventListener('error', () => {
    lost = true
  })
  changes.addEventListener('open', () => {
    if (lost) onChange()
    lost = false
  })
}
