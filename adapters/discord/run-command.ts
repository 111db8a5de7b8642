// A slash command → the question that it stands for, asked of the core like any other; of several notices it asks which.
import type { ChatInputCommandInteraction } from 'discord.js'
import type { Input, Lang } from '../../src/answer.js'
import type { Library } from '../../src/knowledge/library.js'
import type { Notice } from '../../src/knowledge/notice.js'
import { inScript, noticeOptions } from '../../src/menu.js'
import { choiceId } from '../../src/query/choice.js'
import { askedOf, aspectOf } from '../asking-commands.js'
import { type Asker, ask, type Context, langOf } from '../context.js'
import { questionOf } from '../typed-question.js'
import { sentence } from '../wording.js'
import { matching } from './autocomplete.js'
import { chosenId } from './chosen-value.js'
import { commandIdOf, NARROWING } from './commands.js'
import { openDialog } from './eligibility-dialog.js'
import { textOnly } from './render.js'
import { respond, send, withShare } from './respond.js'
import { whichNotice } from './which-notice.js'

export async function runCommand(interaction: ChatInputCommandInteraction, asker: Asker, context: Context): Promise<unknown> {
  const { library } = context.assistant()
  const id = commandIdOf(library, interaction.commandName) ?? ''
  const isPrivate = interaction.options.getBoolean('private') ?? id === 'eligibility'
  const lang = langOf(interaction.locale)
  const option = (name: string): string | null => interaction.options.getString(name)
  if (id === 'about') {
    const about = [textOnly(aboutText(library, lang, context))]
    return send(interaction, isPrivate ? withShare(about, lang, context) : about, isPrivate)
  }
  const named = option('notice')
  const notice = library.notices.get(named ?? '') ?? titled(named ?? '', library, lang)
  const answer = async (input: Input): Promise<void> => {
    const typed = input.kind === 'text' && input.text !== ''
    const only = library.notices.size > 1 ? notice?.id : undefined
    const told = await ask(context, asker, input, { lang: typed ? undefined : lang, notice: only })
    await respond(interaction, told, { isPrivate, context, question: typed ? input.text : undefined })
  }
  // Neither one that was chosen and is not there any more, nor what several are called is answered with any that is there.
  if (named !== null && !notice && matching(named, noticeOptions(library, lang)).length > 0)
    return send(interaction, [textOnly(sentence(library.language, lang, 'choose-notice'))], isPrivate)
  if (named !== null && !notice) return answer({ kind: 'suggestion', id: choiceId(named, [], '') })
  if (id === 'ask') return answer(questionIn(option('question') ?? ''))
  const values = (NARROWING[id] ?? []).flatMap((name) => option(name) ?? [])
  const aspect = aspectOf(id)
  if (aspect !== null && values.length > 0) return answer(about(values, aspect, notice, library, lang))
  const asked = askedOf(id, library, lang).filter((one) => !notice || one.notice === notice)
  const [only, ...others] = asked
  if (others.length > 0) return send(interaction, [whichNotice(asked, lang, library)], isPrivate)
  if (only?.dialog) return openDialog(interaction, only.notice, lang, isPrivate, context)
  return answer(only ? { kind: 'suggestion', id: only.id } : { kind: 'text', text: '' })
}

/** The one notice whose title holds what was typed in place of choosing it. */
function titled(typed: string, library: Library, lang: Lang): Notice | undefined {
  const [one, ...others] = typed === '' ? [] : matching(typed, noticeOptions(library, lang))
  return one && others.length === 0 ? library.notices.get(one.id) : undefined
}

function questionIn(value: string): Input {
  const id = chosenId(value)
  return id === null ? { kind: 'text', text: value } : { kind: 'suggestion', id }
}

/** An aspect of what the options name. @param values things that were chosen, as `notice/thing`, or what was typed instead */
function about(values: readonly string[], aspect: string, notice: Notice | undefined, library: Library, lang: Lang): Input {
  const chosen = values.flatMap((value) => chosenId(value) ?? [])
  const choice = (ids: readonly string[]): Input => {
    const parts = ids.map((id) => id.split('/'))
    const things = parts.map(([, thing = '']) => thing)
    return { kind: 'suggestion', id: choiceId(parts[0]?.[0] ?? '', things, aspect) }
  }
  // What is not there any more is told to have changed.
  const gone = chosen.find((id) => !library.things.has(id))
  if (gone !== undefined) return choice([gone])
  const notices = new Set(chosen.map((id) => library.things.get(id)?.notice))
  const isOfOne = notices.size === 1 && (!notice || notices.has(notice))
  if (chosen.length === values.length && isOfOne) return choice(chosen)
  // What was typed instead of chosen, or chosen of several notices, is asked about in words.
  const names = values.map((value) => library.things.get(chosenId(value) ?? '')?.entry.name[lang === 'en' ? 'en' : 'zh'] ?? value)
  return { kind: 'text', text: questionOf(aspect, names, library) }
}

function aboutText(library: Library, lang: Lang, { feedback }: Context): string {
  const titles = noticeOptions(library, lang).map(({ name }) => (lang === 'en' ? name : `《${name}》`))
  const text = inScript(sentence(library.language, lang, 'about-text', { titles: titles.join(lang === 'en' ? '; ' : '、') }), lang)
  return feedback ? `${text}\n${sentence(library.language, lang, 'privacy-unanswered')}` : text
}
