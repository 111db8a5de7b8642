// The slash commands that the knowledge has answers to, in every language that Discord shows them in.
import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js'
import type { Library } from '../../src/knowledge/library.js'
import { noticeOptions } from '../../src/menu.js'
import { toTraditional } from '../../src/query/script.js'
import { askingCommands } from '../asking-commands.js'
import { cut } from '../split.js'
import { LONGEST_OPTION } from './render.js'

/** Discord's limit for choices that are sent with a command; of more notices those are offered that fit what is typed. */
const MOST_CHOICES = 25
const LONGEST_QUESTION = 1000

/** Commands that can be asked about something in particular, and the options that name it. */
export const NARROWING: Readonly<Record<string, readonly string[]>> = {
  domains: ['of'],
  eligibility: ['applicant', 'type'],
  compare: ['first', 'second'],
}

/** All commands, for the bulk overwrite. */
export function commandsOf(library: Library): RESTPostAPIApplicationCommandsJSONBody[] {
  const notice = library.notices.size > 1 ? [noticeOption(library)] : []
  const make = (id: string, options: APIApplicationCommandBasicOption[] = []): RESTPostAPIApplicationCommandsJSONBody => ({
    ...everywhere(library, id),
    type: ApplicationCommandType.ChatInput,
    options: [...options, ...notice, option(library, 'option-private', ApplicationCommandOptionType.Boolean)],
  })
  const completed = (id: string, required = false): APIApplicationCommandBasicOption => ({
    ...option(library, id, ApplicationCommandOptionType.String),
    autocomplete: true,
    max_length: LONGEST_QUESTION,
    ...(required ? { required: true } : {}),
  })
  return [
    make('ask', [completed('option-question', true)]),
    ...askingCommands(library).map((id) =>
      make(
        id,
        NARROWING[id]?.map((name) => completed(`option-${name}`)),
      ),
    ),
    make('about'),
    make('help'),
    { ...named(library, 'ask-about'), ...installs(), type: ApplicationCommandType.Message },
  ]
}

/** The id of a command or option, by the name that Discord sends: the English one, which is the default. */
export function commandIdOf(library: Library, name: string): string | undefined {
  return [...library.language.commands].find(([, command]) => command.name.en === name)?.[0]
}

function everywhere(library: Library, id: string): ReturnType<typeof named> & ReturnType<typeof described> & ReturnType<typeof installs> {
  return { ...named(library, id), ...described(library, id), ...installs() }
}

function installs(): { integration_types: ApplicationIntegrationType[]; contexts: InteractionContextType[] } {
  return {
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  }
}

function wordsOf(library: Library, id: string): { name: { zh: string; en: string }; about: { zh: string; en: string } } {
  const command = library.language.commands.get(id)
  if (!command) throw new Error(`language/commands.yaml has no "${id}"`)
  return command
}

function named(library: Library, id: string): { name: string; name_localizations: Record<string, string> } {
  const { name } = wordsOf(library, id)
  return { name: name.en, name_localizations: localised(name.zh, name.en) }
}

function described(library: Library, id: string): { description: string; description_localizations: Record<string, string> } {
  const { about } = wordsOf(library, id)
  return { description: about.en, description_localizations: localised(about.zh, about.en) }
}

function localised(zh: string, en: string): Record<string, string> {
  return { 'zh-CN': zh, 'zh-TW': toTraditional(zh), 'en-US': en, 'en-GB': en }
}

function option<T extends ApplicationCommandOptionType.String | ApplicationCommandOptionType.Boolean>(
  library: Library,
  id: string,
  type: T,
): { type: T } & ReturnType<typeof named> & ReturnType<typeof described> {
  return { type, ...named(library, id), ...described(library, id) }
}

function noticeOption(library: Library): APIApplicationCommandBasicOption {
  const named = option(library, 'option-notice', ApplicationCommandOptionType.String)
  if (library.notices.size > MOST_CHOICES) return { ...named, autocomplete: true }
  const [simplified, traditional] = (['zh-Hans', 'zh-Hant'] as const).map((lang) => noticeOptions(library, lang))
  const choices = noticeOptions(library, 'en').map(({ id, name }, i) => {
    const inChinese = [simplified, traditional].map((options) => cut(options?.[i]?.name ?? name, LONGEST_OPTION))
    return {
      name: cut(name, LONGEST_OPTION),
      name_localizations: { 'zh-CN': inChinese[0] ?? name, 'zh-TW': inChinese[1] ?? name },
      value: id,
    }
  })
  return { ...named, choices }
}
