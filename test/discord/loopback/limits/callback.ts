// The limits of a first response to an interaction that is no message: deferring, autocomplete, modals; and which may answer what.
import { InteractionResponseType as Answer, ComponentType, InteractionType, MessageFlags } from 'discord.js'
import { walk } from '../components.js'
import { type Problem, problem } from '../errors.js'
import { asObject, asText, type JsonObject, list, objects } from '../json.js'
import { checkControls } from './controls.js'

const CHOICE = 100
const MODAL_COMPONENTS = 5

const MESSAGES = [Answer.ChannelMessageWithSource, Answer.DeferredChannelMessageWithSource]
const UPDATES = [Answer.DeferredMessageUpdate, Answer.UpdateMessage]

/** Which types of answer each type of interaction takes. */
const ANSWERS: Readonly<Record<number, readonly number[]>> = {
  [InteractionType.ApplicationCommand]: [...MESSAGES, Answer.Modal],
  [InteractionType.MessageComponent]: [...MESSAGES, ...UPDATES, Answer.Modal],
  [InteractionType.ApplicationCommandAutocomplete]: [Answer.ApplicationCommandAutocompleteResult],
  [InteractionType.ModalSubmit]: MESSAGES,
}

export function checkCallback(interaction: number, onMessage: boolean, body: JsonObject): Problem[] {
  const allowed = [...(ANSWERS[interaction] ?? []), ...(onMessage ? UPDATES : [])]
  if (!allowed.includes(Number(body.type))) {
    return [
      problem(['type'], 'INTERACTION_CALLBACK_TYPE', `Type ${String(body.type)} does not answer an interaction of type ${interaction}.`),
    ]
  }
  const data = asObject(body.data) ?? {}
  if (body.type === Answer.DeferredChannelMessageWithSource) return checkDefer(data)
  if (body.type === Answer.ApplicationCommandAutocompleteResult) return checkChoices(data)
  return body.type === Answer.Modal ? checkModal(data) : []
}

/** Only whether it will be private can be said beforehand. */
function checkDefer(data: JsonObject): Problem[] {
  const other = Number(data.flags ?? 0) & ~MessageFlags.Ephemeral
  return other === 0 ? [] : [problem(['data', 'flags'], 'INTERACTION_DEFER_FLAGS', 'A deferred response takes no flag but EPHEMERAL.')]
}

function checkChoices(data: JsonObject): Problem[] {
  return objects(data.choices).flatMap(({ value }, index) =>
    asText(value).length > CHOICE || value === ''
      ? [problem(['data', 'choices', index, 'value'], 'BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${CHOICE} in length.`)]
      : [],
  )
}

function checkModal(data: JsonObject): Problem[] {
  const placed = walk(data.components, ['data', 'components'])
  const found = checkControls(placed)
  if (list(data.components).length > MODAL_COMPONENTS) {
    found.push(problem(['data', 'components'], 'BASE_TYPE_BAD_LENGTH', `Must be between 1 and ${MODAL_COMPONENTS} in length.`))
  }
  for (const { component, path } of placed) {
    const labelled = path.at(-1) === 'component'
    if (component.type !== ComponentType.TextInput) continue
    if (labelled && (component.label ?? undefined) !== undefined) {
      found.push(problem([...path, 'label'], 'TEXT_INPUT_LABEL', 'A text input inside a label has no label of its own.'))
    }
    if (!labelled && asText(component.label) === '') found.push(problem([...path, 'label'], 'BASE_TYPE_REQUIRED', 'This field is required'))
    const [least, most] = [Number(component.min_length ?? 0), Number(component.max_length ?? 4_000)]
    const given = asText(component.value).length
    if (least > most) found.push(problem([...path, 'min_length'], 'TEXT_INPUT_LENGTHS', 'The least length is above the greatest.'))
    if (given > 0 && (given < least || given > most)) {
      found.push(problem([...path, 'value'], 'BASE_TYPE_BAD_LENGTH', `Must be between ${least} and ${most} in length.`))
    }
  }
  return found
}
