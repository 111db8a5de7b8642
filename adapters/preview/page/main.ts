// The page of the preview: keeps its state, and draws it anew whenever it changes.
import { render } from 'lit'
import type { Lang } from '../../../src/answer.js'
import type { Act, Circumstances, View } from '../view.js'
import { pageOf } from './page.js'
import { act, fetchWords, listen } from './server.js'
import type { Showing, State, Theme } from './state.js'
import { browserLang, wordsFrom } from './words.js'

/** Kept as long as the tab is open, so that the chat is still there after a reload. */
const KEPT = 'asknotice-preview'

interface Kept {
  readonly page: string
  readonly lang: Lang
  readonly showing: Showing
  readonly theme: Theme
  readonly circumstances: Circumstances
}

function usual(): Kept {
  const lang = browserLang(navigator.languages)
  const theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  return { page: crypto.randomUUID(), lang, showing: 'discord', theme, circumstances: { lang, notice: '', day: '' } }
}

let kept: Kept = { ...usual(), ...(JSON.parse(sessionStorage.getItem(KEPT) ?? '{}') as Partial<Kept>) }
let words = wordsFrom({})
let view: View | undefined
let isLost = false

function draw(): void {
  const { lang, showing, theme } = kept
  document.documentElement.lang = lang
  document.documentElement.dataset.theme = theme
  document.title = words('title')
  if (!view) return
  const state: State = { words, lang, showing, theme, view, isLost, change, act: perform, step: (step) => perform({ kind: 'step', step }) }
  render(pageOf(state), document.body)
}

function keep(change: Partial<Kept>): void {
  kept = { ...kept, ...change }
  sessionStorage.setItem(KEPT, JSON.stringify(kept))
}

async function change(changed: Partial<Pick<State, 'lang' | 'showing' | 'theme'>>): Promise<void> {
  keep(changed)
  if (changed.lang === undefined) return draw()
  words = wordsFrom(await fetchWords(changed.lang))
  // Whoever reads the page in a language most likely asks in it.
  await perform({ kind: 'show', circumstances: { ...kept.circumstances, lang: changed.lang } })
}

async function perform(asked: Act): Promise<void> {
  if (asked.kind === 'show') keep({ circumstances: asked.circumstances })
  try {
    const before = view?.turns.at(-1)?.id
    view = await act(kept.page, asked)
    isLost = false
    draw()
    const last = view.turns.at(-1)?.id
    if (last !== before && asked.kind === 'step') document.getElementById(`turn-${last}`)?.scrollIntoView({ block: 'start' })
  } catch {
    isLost = true
    draw()
  }
}

async function look(): Promise<void> {
  words = wordsFrom(await fetchWords(kept.lang))
  await perform({ kind: 'show', circumstances: kept.circumstances })
}

keep({})
await look()
listen(() => void look())
