// An answer to an interaction: in the first response what fits, in follow-ups the rest; a private one with a button to show it to all.
import {
  type APIMessageTopLevelComponent,
  ButtonStyle,
  type ChatInputCommandInteraction,
  ComponentType,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
} from 'discord.js'
import type { Answer, Lang } from '../../src/answer.js'
import { type Context, wantsVote } from '../context.js'
import { sentence } from '../wording.js'
import { type File, filesOf, reattached, sendWith, withoutPictures } from './attach.js'
import { decode, encode } from './custom-id.js'
import { type Components, renderAnswer } from './render.js'

export type Answerable = ChatInputCommandInteraction | MessageContextMenuCommandInteraction | MessageComponentInteraction

const QUIET = { parse: [] } as const

export interface Manner {
  readonly isPrivate: boolean
  readonly context: Context
  /** The words that are answered, where there were any. */
  readonly question?: string | undefined
}

export async function respond(interaction: Answerable, answer: Answer, { isPrivate, context, question }: Manner): Promise<void> {
  const votes = question !== undefined && wantsVote(context, answer)
  const pictures = (await context.pictures?.of(answer)) ?? []
  const pages = renderAnswer(answer, { votes, pictures })
  const sent = await send(interaction, isPrivate ? withShare(pages, answer.lang, context) : pages, isPrivate, filesOf(pictures))
  // A reply to the answer goes on from it, whoever writes it.
  await context.conversations.set(answer.memory, ...sent)
  if (votes) await context.feedback?.remember(question, ...sent)
}

/** @param files of the last page @returns the ids of the messages, as far as Discord tells them */
export async function send(
  interaction: Answerable,
  pages: readonly Components[],
  isPrivate: boolean,
  files: readonly File[] = [],
): Promise<string[]> {
  const flags = isPrivate ? MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral : MessageFlags.IsComponentsV2
  const [first = [], ...rest] = pages
  const filesAt = (page: number): readonly File[] => (page === pages.length - 1 ? files : [])
  const { resource } = await sendWith(first, filesAt(0), (message) =>
    interaction.reply({ ...message, flags, allowedMentions: QUIET, withResponse: true }),
  )
  const ids = resource?.message ? [resource.message.id] : []
  for (const [i, components] of rest.entries()) {
    const next = await sendWith(components, filesAt(i + 1), (message) =>
      interaction.followUp({ ...message, flags, allowedMentions: QUIET }),
    )
    ids.push(next.id)
  }
  return ids
}

/** Under every page a button that shows it to everybody. */
export function withShare(pages: readonly Components[], lang: Lang, { assistant }: Context): Components[] {
  const label = sentence(assistant().library.language, lang, 'share-button')
  const row: APIMessageTopLevelComponent = {
    type: ComponentType.ActionRow,
    components: [{ type: ComponentType.Button, style: ButtonStyle.Primary, custom_id: encode({ kind: 'share', lang }), label }],
  }
  return pages.map((page) => [...page, row])
}

/** Says in the channel what a private message says: its own text and pictures, without the button that was pressed. */
export async function share(interaction: MessageComponentInteraction, { pictures }: Context): Promise<void> {
  const components = interaction.message.components
    .map((component) => component.toJSON() as APIMessageTopLevelComponent)
    .filter((component) => !isOwn(component))
    .map(withoutIds)
  // Discord forgets the files of a private message: they are sent again, where they are still at hand.
  const names = interaction.message.attachments.map(({ name }) => name)
  const files = names.flatMap((name): File[] => {
    const attachment = pictures?.named(name)
    return attachment ? [{ attachment, name }] : []
  })
  const isWhole = files.length === names.length
  await sendWith(isWhole ? reattached(components, names) : withoutPictures(components), isWhole ? files : [], (message) =>
    interaction.reply({ ...message, flags: MessageFlags.IsComponentsV2, allowedMentions: QUIET }),
  )
}

/** Controls that belong to the one who asked: the button itself, and the selects of a dialog. */
function isOwn(component: APIMessageTopLevelComponent): boolean {
  return (
    component.type === ComponentType.ActionRow &&
    component.components.some((one) => 'custom_id' in one && ['share', 'eligibility', 'vote'].includes(decode(one.custom_id)?.kind ?? ''))
  )
}

/** Discord numbers the components of a message; a new one gets numbers of its own. */
function withoutIds<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withoutIds) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, inner]) => key !== 'id' || typeof inner !== 'number')
      .map(([key, inner]) => [key, withoutIds(inner)]),
  ) as T
}
