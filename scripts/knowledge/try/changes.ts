// What became of the answers: gained, lost or different, word by word.
import { diffWordsWithSpace } from 'diff'

/** An answer as it is compared. */
export interface Said {
  readonly question: string
  readonly answered: boolean
  readonly text: string
}

export interface Change {
  readonly kind: 'gained' | 'lost' | 'different'
  readonly question: string
  readonly before: string
  readonly after: string
}

/** Questions whose answers changed, in the order of `after`; one that was not asked before has changed nothing. */
export function changesOf(before: readonly Said[], after: readonly Said[]): Change[] {
  const known = new Map(before.map((said) => [said.question, said]))
  return after.flatMap((now): Change[] => {
    const was = known.get(now.question)
    if (!was || (was.text === now.text && was.answered === now.answered)) return []
    const kind = was.answered === now.answered ? 'different' : now.answered ? 'gained' : 'lost'
    return [{ kind, question: now.question, before: was.text, after: now.text }]
  })
}

/** How a part of a text is shown. */
export interface Marks {
  readonly added: (text: string) => string
  readonly removed: (text: string) => string
  /** What stands for the whole of a change. */
  readonly label: (kind: Change['kind'], text: string) => string
}

const SIGN = { gained: '+', lost: '-', different: '~' } as const

/** A change as lines: the question, then the text with what went and what came. */
export function showChange({ kind, question, before, after }: Change, { added, removed, label }: Marks): string {
  const text = diffWordsWithSpace(before, after, { intlSegmenter: words() })
    .map((part) => (part.added ? added(part.value) : part.removed ? removed(part.value) : part.value))
    .join('')
  return [`${label(kind, `${SIGN[kind]} ${kind}`)}: ${question}`, ...text.split('\n').map((line) => `    ${line}`)].join('\n')
}

let segmenter: Intl.Segmenter | undefined

/** Chinese has no spaces: its words are found by dictionary. */
function words(): Intl.Segmenter {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  return segmenter
}
