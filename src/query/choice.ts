// What was chosen instead of typed: an aspect of things or of a kind, by their ids. A menu, a slash command and a button ask so.
import type { KindOfThing, Library, Thing } from '../knowledge/library.js'
import { withoutWords } from './aspect-match.js'
import type { Query } from './query.js'

/**
 * `notice/thing+thing?aspect`; a kind may stand for a thing, and nothing for the notice as a whole; without an aspect it asks what there
 * is to say. ASCII, stable over restarts.
 */
const FORM = /^([a-z0-9-]+)\/([a-z0-9+-]*)\?([a-z0-9-]*)$/

/** The id of a choice, to be handed back as `Input`. `things` are ids of things or kinds within the notice. */
export function choiceId(notice: string, things: readonly string[], aspect: string): string {
  return `${notice}/${things.join('+')}?${aspect}`
}

/** The question that a choice asks, or null where its notice, thing or aspect is not there (any more). */
export function queryOfChoice(id: string, library: Library): Query | null {
  const [, noticeId = '', names = '', aspectId = ''] = FORM.exec(id) ?? []
  const notice = library.notices.get(noticeId)
  const aspect = library.language.aspects.get(aspectId)
  if (!notice || (aspectId !== '' && !aspect)) return null
  const named = names.split('+').filter(Boolean)
  const things: Thing[] = named.flatMap((name) => library.things.get(`${noticeId}/${name}`) ?? [])
  const kinds: KindOfThing[] = named.flatMap((name) => library.kinds.get(`${noticeId}/${name}`) ?? [])
  if (things.length + kinds.length < named.length) return null
  const parts = things.filter((thing) => !thing.whole)
  const wholes =
    named.length === 0
      ? notice.file.whole.flatMap((whole) => library.things.get(`${noticeId}/${whole}`) ?? [])
      : things.filter((thing) => thing.whole)
  return {
    notice,
    aspects: aspect ? [withoutWords(aspect)] : [],
    things: parts,
    own: parts,
    excepted: [],
    calls: new Map(),
    loosely: new Set(),
    whole: wholes.length > 0,
    wholes,
    kinds,
    denied: false,
    cues: new Set(),
    numbers: [],
    tally: false,
    counted: [],
    days: [],
    editions: [],
    unknown: [],
    unexplained: 0,
    known: 1,
    content: [],
    anchor: 'firm',
    mended: false,
    another: false,
    around: 0,
    inherited: { aspects: false, things: false },
  }
}
