// An answer → Discord messages. Components V2 rather than embeds: people who switch embeds off in their settings would see no answer.
// Of discord.js only the parts that it is made of: the check of the knowledge renders answers, too, and needs no client for it.
import { escapeMarkdown } from '@discordjs/formatters'
import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIMediaGalleryComponent,
  type APIMessageTopLevelComponent,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10'
import type { Answer, Block, DateStamp, Lang, Suggestion } from '../../src/answer.js'
import type { Picture } from '../figure/pictures.js'
import { cut, splitBlocks } from '../split.js'
import { attachmentUrl } from './attachment-url.js'
import { encode, LONGEST_ID } from './custom-id.js'

/** What one message shows. */
export type Components = APIMessageTopLevelComponent[]

/** All the text of a message; the limit is Discord's own for Components V2. */
const LONGEST_TEXT = 4000
export const LONGEST_BUTTON = 80
/** Side by side. */
export const MOST_BUTTONS = 5
export const MOST_OPTIONS = 25
export const LONGEST_OPTION = 100
const LONGEST_ALT = 1024
const MOST_PICTURES = 10

export interface RenderOptions {
  readonly votes?: boolean
  /** To be attached to the last message, under these names. */
  readonly pictures?: readonly Picture[]
}

/** The messages of an answer, in order: the sentence that answers first, pictures and suggestions under the last. */
export function renderAnswer(answer: Answer, { votes = false, pictures = [] }: RenderOptions = {}): Components[] {
  const lines = [
    ...(answer.title === '' ? [] : [`**${escaped(answer.title)}**`]),
    ...answer.blocks.flatMap(renderBlock),
    ...answer.dates.map(renderDate),
    ...answer.cited.map((line) => `-# ${escaped(line)}`),
  ]
  const pages = splitBlocks(lines, LONGEST_TEXT).map((content): Components => [{ type: ComponentType.TextDisplay, content }])
  const below = [...gallery(pictures), ...listRow(answer), ...suggestionRow(answer), ...(votes ? [voteRow(answer.lang)] : [])]
  return pages.map((page, i) => (i === pages.length - 1 ? [...page, ...below] : page))
}

function renderBlock(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
      return [escaped(block.text)]
    case 'list':
      return block.items.map((item) => `- ${escaped(item)}`)
    case 'figure':
      // Is attached, as a picture.
      return []
    default:
      return unknownBlock(block)
  }
}

function unknownBlock(block: never): never {
  throw new Error(`a block of an unknown kind: ${JSON.stringify(block)}`)
}

/** The official day beside the reader's own clock. */
function renderDate({ at, day }: DateStamp): string {
  const unix = Math.floor(at.getTime() / 1000)
  return `-# ${escaped(day)} · <t:${unix}:F> · <t:${unix}:R>`
}

/** Pictures, with what they show in words. */
function gallery(pictures: readonly Picture[]): APIMediaGalleryComponent[] {
  const items = pictures
    .slice(0, MOST_PICTURES)
    .map(({ name, alt }) => ({ media: { url: attachmentUrl(name) }, description: cut(alt, LONGEST_ALT) }))
  return items.length === 0 ? [] : [{ type: ComponentType.MediaGallery, items }]
}

/** The things of a long list in a select; none where the answer has no such list. */
function listRow({ listed, lang }: Answer): APIActionRowComponent<APIStringSelectComponent>[] {
  const options = listed.slice(0, MOST_OPTIONS).map(({ id, label }) => ({ label: cut(label, LONGEST_OPTION), value: id }))
  return options.length === 0
    ? []
    : [
        {
          type: ComponentType.ActionRow,
          components: [{ type: ComponentType.StringSelect, custom_id: encode({ kind: 'pick', lang, part: 0 }), options }],
        },
      ]
}

/** Suggestions as buttons. */
function suggestionRow({ suggestions, lang }: Answer): APIActionRowComponent<APIButtonComponentWithCustomId>[] {
  const buttons = suggestions
    .map((suggestion): APIButtonComponentWithCustomId => toButton(suggestion, encode({ kind: 'ask', lang, id: suggestion.id })))
    .filter(({ custom_id }) => custom_id.length <= LONGEST_ID)
    .slice(0, MOST_BUTTONS)
  return buttons.length === 0 ? [] : [{ type: ComponentType.ActionRow, components: buttons }]
}

/** 👍 and 👎, understood in every language. */
function voteRow(lang: Lang): APIActionRowComponent<APIButtonComponentWithCustomId> {
  const thumb = (vote: 'good' | 'bad', name: string): APIButtonComponentWithCustomId => ({
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    custom_id: encode({ kind: 'vote', lang, vote }),
    emoji: { name },
  })
  return { type: ComponentType.ActionRow, components: [thumb('good', '👍'), thumb('bad', '👎')] }
}

function toButton({ label }: Suggestion, customId: string): APIButtonComponentWithCustomId {
  return { type: ComponentType.Button, style: ButtonStyle.Secondary, custom_id: customId, label: cut(label, LONGEST_BUTTON) }
}

/** Marks of Discord's that a text happens to hold mean themselves. */
export function escaped(text: string): string {
  return escapeMarkdown(text, { heading: true, bulletedList: true, numberedList: true, maskedLink: true })
}

/** A message of one sentence of our own. */
export function textOnly(text: string): Components {
  return [{ type: ComponentType.TextDisplay, content: escaped(text) }]
}
