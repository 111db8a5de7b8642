// A slash command → the question that it stands for, asked of the core like any other.
import type { ChatInputCommandInteraction } from 'discord.js'
import type { Answer, Input, Lang } from '../../src/answer.js'
import type { Library } from '../../src/knowledge/library.js'
import type { Notice } from '../../src/knowledge/notice.js'
import { inScript, menuOf, noticeOptions } from '../../src/menu.js'
import { choiceId } from '../../src/query/choice.js'
import { type Asker, ask, type Context, langOf } from '../context.js'
import { questionOf } from '../typed-question.js'
import { sentence } from '../wording.js'
import { CHOSEN } from './autocomplete.js'
import { commandIdOf } from './commands.js'
import { openDialog } from './eligibility-dialog.js'
import { noticeOf } from './notice-of.js'
import { textOnly } from './render.js'
import { respond, send, withShare } from './respond.js'

export async function runCommand(interaction: ChatInputCommandInteraction, asker: Asker, context: Context): Promise<unknown> {
  const { library } = context.assistant()
  const id = commandIdOf(library, interaction.commandName)
  const notice = noticeOf(library, interaction.options.getString('notice'))
  const isPrivate = interaction.options.getBoolean('private') ?? id === 'eligibility'
  const lang = langOf(interaction.locale)
  const option = (name: string): string | null => interaction.options.getString(name)
  if (id === 'about') {
    const about = [textOnly(aboutText(library, lang, context))]
    return send(interaction, isPrivate ? withShare(about, lang, context) : about, isPrivate)
  }
  if (id === 'eligibility' && !option('applicant') && !option('type') && menuOf(library, notice).dialog)
    return openDialog(interaction, notice, lang, isPrivate, context)
  const input = inputOf(id, option, notice, library, lang)
  const typed = input.kind === 'text' && input.text !== ''
  const only = library.notices.size > 1 && interaction.options.getString('notice') ? notice.id : undefined
  const answer: Answer = await ask(context, asker, input, { lang: typed ? undefined : lang, notice: only })
  return respond(interaction, answer, { isPrivate, context, question: typed ? input.text : undefined })
}

function inputOf(id: string | undefined, option: (name: string) => string | null, notice: Notice, library: Library, lang: Lang): Input {
  const menu = menuOf(library, notice)
  const choice = (things: readonly (string | null)[], aspect: string): Input => {
    const values = things.filter((value) => value !== null)
    // What was typed instead of chosen is asked about in words.
    const words = values.filter((value) => !value.startsWith(CHOSEN))
    const ids = values.filter((value) => value.startsWith(CHOSEN)).map((value) => value.slice(CHOSEN.length))
    if (words.length === 0) return { kind: 'suggestion', id: choiceId(notice.id, ids, aspect) }
    const names = values.map((value) =>
      value.startsWith(CHOSEN)
        ? (library.things.get(`${notice.id}/${value.slice(CHOSEN.length)}`)?.entry.name[lang === 'en' ? 'en' : 'zh'] ?? '')
        : value,
    )
    return { kind: 'text', text: questionOf(aspect, names, library) }
  }
  switch (id) {
    case 'ask': {
      const value = option('question') ?? ''
      return value.startsWith(CHOSEN) ? { kind: 'suggestion', id: value.slice(CHOSEN.length) } : { kind: 'text', text: value }
    }
    case 'domains':
      return option('of') ? choice([option('of')], 'membership') : suggestion(menu.items)
    case 'eligibility':
      return choice([option('applicant'), option('type')], 'eligibility')
    case 'deadline':
      return suggestion(menu.deadline)
    case 'compare':
      return option('first') || option('second') ? choice([option('first'), option('second')], 'difference') : suggestion(menu.compare)
    case 'timeline':
      return suggestion(menu.timeline)
    case 'map':
      return suggestion(menu.map)
    case 'source':
      return suggestion(menu.source)
    default:
      return { kind: 'text', text: '' }
  }
}

function suggestion(id: string | null): Input {
  return id ? { kind: 'suggestion', id } : { kind: 'text', text: '' }
}

function aboutText(library: Library, lang: ReturnType<typeof langOf>, { feedback }: Context): string {
  const titles = noticeOptions(library, lang).map(({ name }) => (lang === 'en' ? name : `《${name}》`))
  const about = inScript(sentence(library.language, lang, 'about-text', { titles: titles.join(lang === 'en' ? '; ' : '、') }), lang)
  return feedback ? `${about}\n${sentence(library.language, lang, 'privacy-unanswered')}` : about
}
