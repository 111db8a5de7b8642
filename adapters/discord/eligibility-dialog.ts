// May I apply? Two selects, and the answer as soon as both are chosen. What is chosen rides in the ids of the selects: nothing is kept.
import {
  type APIActionRowComponent,
  type APIStringSelectComponent,
  ComponentType,
  type MessageComponentInteraction,
  MessageFlags,
  type StringSelectMenuInteraction,
} from 'discord.js'
import type { Lang } from '../../src/answer.js'
import type { Library } from '../../src/knowledge/library.js'
import type { Notice } from '../../src/knowledge/notice.js'
import { menuOf, thingOptions } from '../../src/menu.js'
import { choiceId } from '../../src/query/choice.js'
import { type Asker, ask, type Context } from '../context.js'
import { cut } from '../split.js'
import { sentence } from '../wording.js'
import { type Control, encode } from './custom-id.js'
import { type Components, renderAnswer, textOnly } from './render.js'
import { type Answerable, respond, send, withShare } from './respond.js'

const MOST = 25
/** A hundred kinds of applicant; nobody would look through more. */
const MOST_SELECTS = 4
const LONGEST = 100

interface Chosen {
  readonly applicant: string
  readonly track: string
}

export function openDialog(
  interaction: Answerable,
  notice: Notice,
  lang: Lang,
  isPrivate: boolean,
  { assistant }: Context,
): Promise<unknown> {
  const { library } = assistant()
  const intro = textOnly(sentence(library.language, lang, 'dialog-eligibility'))
  return send(interaction, [[...intro, ...selects(library, notice, lang, { applicant: '', track: '' })]], isPrivate)
}

/** The dialog about the notice that was chosen for it; where there is none any more, what there is to say. */
export async function beginDialog(
  interaction: MessageComponentInteraction,
  { notice: id, lang }: Extract<Control, { kind: 'eligibility' }>,
  asker: Asker,
  context: Context,
): Promise<unknown> {
  const { library } = context.assistant()
  const isPrivate = interaction.message.flags.has(MessageFlags.Ephemeral)
  const notice = library.notices.get(id)
  if (notice && menuOf(library, notice).dialog) return openDialog(interaction, notice, lang, isPrivate, context)
  const told = await ask(context, asker, { kind: 'suggestion', id: choiceId(id, [], 'eligibility') }, { lang })
  return respond(interaction, told, { isPrivate, context })
}

export async function eligibilityStep(
  interaction: StringSelectMenuInteraction,
  control: Extract<Control, { kind: 'eligibility' }>,
  asker: Asker,
  context: Context,
): Promise<void> {
  const { library } = context.assistant()
  const notice = library.notices.get(control.notice)
  const gone = (): Promise<unknown> =>
    interaction.reply({
      content: sentence(library.language, control.lang, 'changed'),
      flags: MessageFlags.Ephemeral,
      allowedMentions: { parse: [] },
    })
  if (!notice) {
    await gone()
    return
  }
  const picked = interaction.values[0] ?? ''
  const pressed: Chosen =
    control.asks === 'applicant' ? { applicant: picked, track: control.other } : { applicant: control.other, track: picked }
  const { lang } = control
  // What is not there any more cannot stay chosen; it is said, and what there is now is offered.
  const still = (id: string): string => (library.things.has(`${notice.id}/${id}`) ? id : '')
  const chosen: Chosen = { applicant: still(pressed.applicant), track: still(pressed.track) }
  const isAllThere = chosen.applicant === pressed.applicant && chosen.track === pressed.track
  const intro = sentence(library.language, lang, isAllThere ? 'dialog-eligibility' : 'changed')
  const told: Components =
    chosen.applicant && chosen.track
      ? // The first page: an answer about one applicant and one type is shorter than that by far.
        (renderAnswer(
          await ask(
            context,
            asker,
            { kind: 'suggestion', id: choiceId(notice.id, [chosen.applicant, chosen.track], 'eligibility') },
            { lang },
          ),
        )[0] ?? [])
      : textOnly(intro)
  const isPrivate = interaction.message.flags.has(MessageFlags.Ephemeral)
  const complete = chosen.applicant !== '' && chosen.track !== ''
  const shown = complete && isPrivate ? (withShare([told], lang, context)[0] ?? told) : told
  await interaction.update({
    components: [...shown, ...selects(library, notice, lang, chosen)],
    flags: MessageFlags.IsComponentsV2,
    allowedMentions: { parse: [] },
  })
}

function selects(library: Library, notice: Notice, lang: Lang, chosen: Chosen): Components {
  const { applicant, track } = chosen
  return [
    ...selectsOf(library, notice, lang, 'applicant', applicant, track),
    ...selectsOf(library, notice, lang, 'track', track, applicant),
  ]
}

/** As many selects as it takes to offer every option. */
function selectsOf(
  library: Library,
  notice: Notice,
  lang: Lang,
  asks: 'applicant' | 'track',
  own: string,
  other: string,
): APIActionRowComponent<APIStringSelectComponent>[] {
  const all = thingOptions(library, notice, asks, lang, asks === 'track')
  const placeholder = sentence(library.language, lang, asks === 'applicant' ? 'choose-applicant' : 'choose-type')
  return Array.from({ length: Math.min(MOST_SELECTS, Math.ceil(all.length / MOST)) }, (_, part) => ({
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: encode({ kind: 'eligibility', asks, lang, notice: notice.id, other, part }),
        placeholder: part === 0 ? placeholder : `${placeholder} (${part + 1})`,
        options: all
          .slice(part * MOST, (part + 1) * MOST)
          .map(({ id, name }) => ({ label: cut(name, LONGEST), value: id, default: id === own })),
      },
    ],
  }))
}
