// What can be asked without typing: the things of a role to choose from, and which ways of asking the knowledge has an answer to.
import type { Lang } from './answer.js'
import { nameOf } from './compose/fill.js'
import { decide } from './decide/decide.js'
import { hasFigure } from './decide/illustrate.js'
import type { Library, Thing } from './knowledge/library.js'
import type { Notice } from './knowledge/notice.js'
import type { Role } from './knowledge/schema.js'
import { choiceId, queryOfChoice } from './query/choice.js'
import { toTraditional } from './query/script.js'

/** Something to choose: what stands for it in a choice id, and what it is called. */
export interface Option {
  readonly id: string
  readonly name: string
}

export function inScript(text: string, lang: Lang): string {
  return lang === 'zh-Hant' ? toTraditional(text) : text
}

export function noticeOptions(library: Library, lang: Lang): Option[] {
  return [...library.notices.values()].map(({ id, file }) => ({ id, name: inScript(file.short[lang === 'en' ? 'en' : 'zh'], lang) }))
}

/** The things of a role, in the order of the notice. `listed`: those only that the source itself lists. */
export function thingOptions(library: Library, notice: Notice, role: Role, lang: Lang, listed = true): Option[] {
  return [...notice.things.values()]
    .flatMap((entry) => library.things.get(`${notice.id}/${entry.id}`) ?? [])
    .filter((thing: Thing) => thing.role === role && (!listed || thing.entry.listed))
    .map((thing) => ({ id: thing.entry.id, name: inScript(nameOf(thing, lang === 'en' ? 'en' : 'zh'), lang) }))
}

/** What a menu can offer of a notice: choice ids, null where it says nothing of the kind. */
export interface Menu {
  /** All the items, group by group, or else the groups. */
  readonly items: string | null
  readonly eligibility: string | null
  /** Whether both who applies and for which type can be chosen. */
  readonly dialog: boolean
  /** The first date that the notice sets. */
  readonly deadline: string | null
  readonly source: string | null
  /** The types beside one another. */
  readonly compare: string | null
  /** All its dates, with a picture. */
  readonly timeline: string | null
  /** All that it lists, with a picture. */
  readonly map: string | null
}

/** What a library says does not change, and every command asks for the menus of all its notices. */
const menus = new WeakMap<Library, Map<Notice, Menu>>()

export function menuOf(library: Library, notice: Notice): Menu {
  const known = menus.get(library) ?? new Map<Notice, Menu>()
  const menu = known.get(notice) ?? makeMenu(library, notice)
  menus.set(library, known.set(notice, menu))
  return menu
}

function makeMenu(library: Library, notice: Notice): Menu {
  const kinds = [...notice.kinds.values()]
  const lists = (['item', 'group'] as const).flatMap((role) =>
    kinds.filter((kind) => kind.role === role).map(({ id }) => choiceId(notice.id, [id], 'membership')),
  )
  const track = kinds.find((kind) => kind.role === 'track')
  const tracks = track ? library.members(`${notice.id}/${track.id}`) : []
  const dated = ['application-deadline', 'completion-deadline', 'period', 'start-date'].find(
    (id) => library.withAspect(notice.id, id).length > 0,
  )
  const said = (aspect: string, things: readonly string[] = []): string | null =>
    library.withAspect(notice.id, aspect).length > 0 ? choiceId(notice.id, things, aspect) : null
  return {
    items: lists.find((id) => isAnswered(id, library)) ?? null,
    eligibility: said('eligibility'),
    dialog: ['applicant', 'track'].every((role) =>
      kinds.some((kind) => kind.role === role && library.members(`${notice.id}/${kind.id}`).length > 0),
    ),
    deadline: dated ? choiceId(notice.id, [], dated) : null,
    source: said('source'),
    compare:
      tracks.length > 1
        ? choiceId(
            notice.id,
            tracks.slice(0, 2).map((thing) => thing.entry.id),
            'difference',
          )
        : null,
    timeline: hasFigure('timeline', notice, library) ? choiceId(notice.id, [], 'schedule') : null,
    map: hasFigure('map', notice, library) ? choiceId(notice.id, [], 'map') : null,
  }
}

function isAnswered(id: string, library: Library): boolean {
  const query = queryOfChoice(id, library)
  return query !== null && decide(query, library).status === 'answered'
}
