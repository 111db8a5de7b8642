// What the page offers to choose and to type: notices, the days that they speak of, commands, questions to begin with.
import type { Lang } from '../../src/answer.js'
import type { Assistant } from '../../src/assistant.js'
import type { Library } from '../../src/knowledge/library.js'
import { inScript, noticeOptions } from '../../src/menu.js'
import { commandsOf as discordCommands } from '../discord/commands.js'
import { commandsOf as telegramCommands } from '../telegram/handlers/commands.js'
import type { Choice, Circumstances, View } from './view.js'

export function offersOf(
  { library, ask }: Assistant,
  { lang, notice }: Circumstances,
): Pick<View, 'notices' | 'days' | 'commands' | 'starters'> {
  const only = library.notices.has(notice) ? notice : undefined
  const { suggestions } = ask({ input: { kind: 'text', text: '' }, now: new Date(0), locale: lang, lang, notice: only })
  return {
    notices: noticeOptions(library, lang),
    days: daysOf(library, lang, only),
    commands: commandsOf(library, lang),
    starters: suggestions.map(({ label }) => label),
  }
}

/** The days that facts set, the latest first: it is the one that the clock is tried against. */
function daysOf(library: Library, lang: Lang, notice: string | undefined): Choice[] {
  const tongue = lang === 'en' ? 'en' : 'zh'
  const dated = [...library.facts.values()].flatMap((fact) => {
    const { value, aspect } = fact.entry
    if ((notice !== undefined && fact.notice.id !== notice) || !value || !('date' in value)) return []
    const label = library.language.aspects.get(aspect[0] ?? '')?.label[tongue] ?? ''
    return [{ id: value.date, name: inScript(label, lang) }]
  })
  const days = new Map(dated.reverse().map((one) => [one.id, one]))
  return [...days.values()].sort((a, b) => (a.id < b.id ? 1 : -1))
}

function commandsOf(library: Library, lang: Lang): Choice[] {
  const names = [...discordCommands(library), ...telegramCommands(library, 'en').map(({ command }) => ({ name: command }))].map(
    ({ name }) => name,
  )
  const known = [...library.language.commands.values()].filter(({ name, about }) => names.includes(name.en) && about.en !== '')
  return known.map(({ name, about }) => ({ id: `/${name.en}`, name: inScript(about[lang === 'en' ? 'en' : 'zh'], lang) }))
}
