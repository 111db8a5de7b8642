// While somebody types: the likeliest questions, or the things that an option can name.
import type { AutocompleteInteraction } from 'discord.js'
import type { Lang } from '../../src/answer.js'
import { complete } from '../../src/complete.js'
import type { Library } from '../../src/knowledge/library.js'
import type { Role } from '../../src/knowledge/schema.js'
import { noticeOptions, type Option, thingOptions } from '../../src/menu.js'
import { normalise } from '../../src/query/normalise.js'
import { type Context, langOf } from '../context.js'
import { cut } from '../split.js'
import { chosenValue } from './chosen-value.js'
import { commandIdOf } from './commands.js'
import { LONGEST_OPTION } from './render.js'

const MOST = 25

/** The roles that an option can name. */
const ROLES: Readonly<Record<string, readonly Role[]>> = {
  'option-of': ['group', 'item'],
  'option-applicant': ['applicant'],
  'option-type': ['track'],
  'option-first': ['track'],
  'option-second': ['track'],
}

export async function autocomplete(interaction: AutocompleteInteraction, context: Context): Promise<void> {
  const { library } = context.assistant()
  const lang = langOf(interaction.locale)
  const { name, value } = interaction.options.getFocused(true)
  const id = commandIdOf(library, name) ?? ''
  if (id === 'option-notice') {
    const notices = matching(value, noticeOptions(library, lang))
    return interaction.respond(notices.map((notice) => ({ name: cut(notice.name, LONGEST_OPTION), value: notice.id })))
  }
  const chosen = interaction.options.getString('notice') ?? ''
  const only = library.notices.has(chosen) ? chosen : undefined
  const offered =
    id === 'option-question'
      ? complete(value, lang, library, MOST, only).map((suggestion): Option => ({ id: suggestion.id, name: suggestion.label }))
      : matching(value, things(lang, library, only, ROLES[id] ?? []))
  const choices = offered.flatMap((option) => {
    const stands = chosenValue(option.id)
    return stands === null ? [] : [{ name: cut(option.name, LONGEST_OPTION), value: stands }]
  })
  await interaction.respond(choices)
}

/** Those that hold what is typed. */
export function matching(typed: string, options: readonly Option[]): Option[] {
  const text = normalise(typed)
  return options.filter(({ name }) => normalise(name).includes(text)).slice(0, MOST)
}

/** The things of these roles, as `notice/thing`; those that several notices call the same say which they are from. */
function things(lang: Lang, library: Library, only: string | undefined, roles: readonly Role[]): Option[] {
  const all = noticeOptions(library, lang)
    .filter(({ id }) => only === undefined || id === only)
    .flatMap(({ id: noticeId, name: title }) => {
      const notice = library.notices.get(noticeId)
      return roles
        .flatMap((role) => (notice ? thingOptions(library, notice, role, lang, role !== 'applicant') : []))
        .map(({ id, name }) => ({
          id: `${noticeId}/${id}`,
          name,
          title,
        }))
    })
  const times = new Map<string, number>()
  for (const { name } of all) times.set(name, (times.get(name) ?? 0) + 1)
  return all.map(({ id, name, title }) => ({ id, name: times.get(name) === 1 ? name : `${name} · ${title}` }))
}
