// Wordings and what fills their placeholders, in one language.
import type { Arg } from '../decide/verdict.js'
import type { Thing } from '../knowledge/library.js'
import type { Notice } from '../knowledge/notice.js'
import type { Language, Tongue } from '../language/language.js'
import { dayText, parseDay } from './calendar.js'

/** The wording of a key with its placeholders filled. Throws on a key or a placeholder that does not exist: both are part of the program. */
export function fill(language: Language, tongue: Tongue, key: string, args: Readonly<Record<string, string>>): string {
  const wording = language.wording.get(key)
  if (!wording) throw new Error(`language/wording.yaml has no "${key}"`)
  const text = wording[tongue].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = args[name]
    if (value === undefined) throw new Error(`language/wording.yaml: nothing fills {${name}} of "${key}"`)
    return value
  })
  return tongue === 'en' ? text.charAt(0).toUpperCase() + text.slice(1) : text
}

/** @param notices those that could be asked */
export function argText(arg: Arg, tongue: Tongue, notices: readonly Notice[]): string {
  switch (arg.kind) {
    case 'things':
      return join(
        arg.things.map((thing) => nameOf(thing, tongue)),
        tongue,
      )
    case 'kind':
      return kindText(arg, tongue)
    case 'aspect':
      return arg.aspect.label[tongue]
    case 'number':
      return String(arg.value)
    case 'words':
      return shorten(arg.text)
    case 'date':
      return dayText(parseDay(arg.date), tongue)
    case 'title':
      return titleOf(arg.notice, tongue)
    case 'titles':
      return titlesOf(notices, tongue)
  }
}

export function nameOf(thing: Thing, tongue: Tongue): string {
  return thing.entry.name[tongue]
}

function titleOf({ file }: Notice, tongue: Tongue): string {
  return tongue === 'zh' ? `《${file.short.zh}》` : file.short.en
}

/** So many notices are called by their names. */
const NAMED = 3

function titlesOf(notices: readonly Notice[], tongue: Tongue): string {
  const titles = notices.slice(0, NAMED).map((notice) => titleOf(notice, tongue))
  const more = notices.length - titles.length
  if (tongue === 'zh') return more > 0 ? `${titles.join('')}等${notices.length}份通知` : titles.join('')
  return join(more > 0 ? [...titles, `${more} more`] : titles, tongue)
}

function join(names: readonly string[], tongue: Tongue): string {
  if (tongue === 'zh') return names.join('、')
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

function kindText(arg: Extract<Arg, { kind: 'kind' }>, tongue: Tongue): string {
  const { name, measure, plural } = arg.of.entry
  if (tongue === 'en') return arg.count === undefined ? plural.en : `${arg.count} ${arg.count === 1 ? name.en : plural.en}`
  return arg.count === undefined ? name.zh : `${arg.count}${measure.zh}${name.zh}`
}

/** Words of the asker are repeated only shortly. */
function shorten(text: string): string {
  const characters = [...text]
  return characters.length > 24 ? `${characters.slice(0, 24).join('')}…` : text
}
