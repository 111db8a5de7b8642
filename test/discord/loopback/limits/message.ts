// The limits of a message as it would stand after a request: created, or edited together with what the edit leaves alone.
import { ComponentType, MessageFlags } from 'discord.js'
import { textDisplays, walk } from '../components.js'
import { type Problem, problem, REFUSED } from '../errors.js'
import { asObject, asText, list, objects } from '../json.js'
import { checkControls } from './controls.js'
import { checkEmbeds } from './embeds.js'

const CONTENT = 2_000
const V2_COMPONENTS = 40
const V2_TEXT = 4_000
const ROWS = 5

export interface MessageState {
  readonly content: unknown
  readonly embeds: unknown
  readonly components: unknown
  readonly flags: number
  readonly attachments: unknown
  readonly poll?: unknown
  readonly sticker_ids?: unknown
}

/** Refuses a message that Discord would refuse. */
export function enforceMessage(state: MessageState): void {
  const layout = (state.flags & MessageFlags.IsComponentsV2) !== 0
  const problems = [
    ...(asText(state.content).length > CONTENT
      ? [problem(['content'], 'BASE_TYPE_MAX_LENGTH', `Must be ${CONTENT} or fewer in length.`)]
      : []),
    ...checkEmbeds(state.embeds),
    ...(layout ? checkLayout(state) : checkRows(state)),
    ...checkControls(walk(state.components, ['components'])),
  ]
  if (problems.length > 0) throw REFUSED.invalidForm(problems)
  const shown = [state.embeds, state.components, state.attachments, state.sticker_ids].some((part) => list(part).length > 0)
  if (!shown && asText(state.content).trim() === '' && asObject(state.poll) === undefined) throw REFUSED.emptyMessage()
}

/** Components V2: everything is a component, and nothing else may stand beside them. */
function checkLayout(state: MessageState): Problem[] {
  const legacy = { content: asText(state.content) !== '', poll: asObject(state.poll) !== undefined }
  const lists = { embeds: list(state.embeds).length > 0, sticker_ids: list(state.sticker_ids).length > 0 }
  const found = Object.entries({ ...legacy, ...lists }).flatMap(([key, present]) =>
    present
      ? [problem([key], 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2', `The '${key}' field cannot be used with Components V2.`)]
      : [],
  )
  const count = walk(state.components, []).length
  const text = textDisplays(state.components).reduce((sum, part) => sum + part.length, 0)
  if (count > V2_COMPONENTS) {
    found.push(problem(['components'], 'COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED', `${count} components, but at most ${V2_COMPONENTS}.`))
  }
  if (text > V2_TEXT) {
    found.push(problem(['components'], 'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED', `${text} characters, but at most ${V2_TEXT}.`))
  }
  return found
}

/** Without the flag there are only rows of controls, and five of them. */
function checkRows(state: MessageState): Problem[] {
  const rows = objects(state.components)
  const found = rows.flatMap(({ type }, index) =>
    type === ComponentType.ActionRow
      ? []
      : [problem(['components', index, 'type'], 'UNION_TYPE_CHOICES', `Value of field "type" must be one of (1,).`)],
  )
  if (rows.length > ROWS) found.push(problem(['components'], 'BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${ROWS} in length.`))
  return found
}

/** What a message may mention must be said every time: Discord's default lets a quoted `@everyone` ring, on edits too. */
export function checkMentions(body: unknown): Problem[] {
  const parse = asObject(asObject(body)?.allowed_mentions)?.parse
  return Array.isArray(parse) && parse.length === 0
    ? []
    : [problem(['allowed_mentions'], 'LOOPBACK_MENTIONS', 'allowed_mentions with an empty list under parse must be sent every time.')]
}
