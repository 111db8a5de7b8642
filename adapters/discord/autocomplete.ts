// While somebody types: the likeliest questions, or the things that an option can name.
import type { AutocompleteInteraction } from 'discord.js'
import type { Lang } from '../../src/answer.js'
import { complete } from '../../src/complete.js'
import type { Library } from '../../src/knowledge/library.js'
import type { Notice } from '../../src/knowledge/notice.js'
import type { Role } from '../../src/knowledge/schema.js'
import { type Option, thingOptions } from '../../src/menu.js'
import { normalise } from '../../src/query/normalise.js'
import { type Context, langOf } from '../context.js'
import { cut } from '../split.js'
import { commandIdOf } from './commands.js'
import { noticeOf } from './notice-of.js'

const MOST = 25
const LONGEST = 100
/** Before an id in place of a text: no question begins so. */
export const CHOSEN = '\u2060#'

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
  const chosen = interaction.options.getString('notice') ?? ''
  const notice = noticeOf(library, chosen)
  const only = library.notices.has(chosen) ? chosen : undefined
  const choices = id === 'option-question' ? questions(value, lang, library, only) : things(value, lang, library, notice, ROLES[id] ?? [])
  await interaction.respond(choices)
}

function questions(typed: string, lang: Lang, library: Library, only: string | undefined): { name: string; value: string }[] {
  return complete(typed, lang, library, MOST, only)
    .map(({ id, label }) => ({ name: cut(label, LONGEST), value: `${CHOSEN}${id}` }))
    .filter(({ value }) => value.length <= LONGEST)
}

function things(typed: string, lang: Lang, library: Library, notice: Notice, roles: readonly Role[]): { name: string; value: string }[] {
  const options: Option[] = roles.flatMap((role) => thingOptions(library, notice, role, lang, role !== 'applicant'))
  const text = normalise(typed)
  return options
    .filter(({ name }) => normalise(name).includes(text))
    .slice(0, MOST)
    .map(({ id, name }) => ({ name: cut(name, LONGEST), value: `${CHOSEN}${id}` }))
}
