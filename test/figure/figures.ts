// The pictures of the notices that tests share.
import { loadAssistant } from '../../adapters/load.js'
import type { Lang } from '../../src/answer.js'
import type { Assistant } from '../../src/assistant.js'
import type { Figure, FigureKind, ThingsMap, Timeline } from '../../src/figure/figure.js'
import { choiceId } from '../../src/query/choice.js'
import { assistant, assistantOf } from '../assistant.js'
import { KNOWLEDGE } from '../terminal/fixture.js'

export const LANGS: readonly Lang[] = ['zh-Hans', 'zh-Hant', 'en']

/** The call, the invented notice of the terminal's tests, the list that followed the call, known from several sources, and an invented call. */
export const NOTICES: readonly Assistant[] = [
  assistant,
  loadAssistant(KNOWLEDGE),
  assistantOf('blockchain-pilots-2022-list'),
  loadAssistant('test/fixtures/knowledge'),
]

interface Asked {
  readonly of: FigureKind
  readonly lang?: Lang
  readonly now?: string
}

/** The picture that a choice asks for, null where there is none. */
function figureFrom({ library, ask }: Assistant, { of, lang = 'en', now = '2022-06-01' }: Asked): Figure | null {
  const [notice = ''] = library.notices.keys()
  const id = choiceId(notice, [], of === 'timeline' ? 'schedule' : 'map')
  const answer = ask({ input: { kind: 'suggestion', id }, now: new Date(`${now}T04:00:00Z`), lang })
  const [block] = answer.blocks.filter(({ kind }) => kind === 'figure')
  return block?.kind === 'figure' ? block.figure : null
}

export function timelineFrom(from: Assistant, asked: Omit<Asked, 'of'> = {}): Timeline {
  return figureFrom(from, { ...asked, of: 'timeline' }) as Timeline
}

export function mapFrom(from: Assistant, asked: Omit<Asked, 'of'> = {}): ThingsMap {
  return figureFrom(from, { ...asked, of: 'map' }) as ThingsMap
}

/** Every picture of the notices, in every language. */
export function everyFigure(): Figure[] {
  return NOTICES.flatMap((one) =>
    LANGS.flatMap((lang) => (['timeline', 'map'] as const).flatMap((of) => figureFrom(one, { of, lang }) ?? [])),
  )
}
