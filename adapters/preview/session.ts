// One page's chat: the steps that were taken, and what each platform shows for them. The same steps come out the same, so that a change of
// the knowledge, the clock or the asker's language is shown by taking all of them again.
import type { Assistant } from '../../src/assistant.js'
import type { Pictures } from '../figure/pictures.js'
import { parseInstant } from '../terminal/values.js'
import type { Chat, Effect } from './chats/chat.js'
import { chatContext } from './chats/chat-context.js'
import { DiscordChat } from './chats/discord-chat.js'
import type { DiscordDesk } from './chats/discord-desk.js'
import { TelegramChat } from './chats/telegram-chat.js'
import type { Figures } from './figures.js'
import { labelOf, mirrored } from './mirror.js'
import { Recorder } from './recorder.js'
import type { Act, Circumstances, DiscordMessage, PlatformName, Shown, Step, TelegramMessage, Turn } from './view.js'

/** Of more the oldest are forgotten. */
const MOST_STEPS = 40
/** A step makes fewer messages than this. */
const NUMBERS = 1000

interface Playing {
  readonly assistant: Assistant
  readonly platforms: { readonly [P in PlatformName]: { readonly chat: Chat<MessageOf[P]>; readonly recorder: Recorder } }
}

interface MessageOf {
  readonly discord: DiscordMessage
  readonly telegram: TelegramMessage
}

interface Taken {
  readonly number: number
  readonly step: Step
}

export class Session {
  readonly #desk: DiscordDesk
  readonly #assistant: () => Assistant
  readonly #pictures: Pictures
  readonly #figures: Figures
  #circumstances: Circumstances = { lang: 'en', notice: '', day: '' }
  #steps: Taken[] = []
  #turns: Turn[] = []
  #playing: Playing | undefined
  #next = 1
  #last: Promise<unknown> = Promise.resolve()

  constructor(desk: DiscordDesk, assistant: () => Assistant, pictures: Pictures, figures: Figures) {
    this.#desk = desk
    this.#assistant = assistant
    this.#pictures = pictures
    this.#figures = figures
  }

  get circumstances(): Circumstances {
    return this.#circumstances
  }

  get turns(): readonly Turn[] {
    return this.#turns
  }

  /** Carries an act out, after those before it. */
  act(act: Act): Promise<void> {
    const acting = this.#last.then(() => this.#carryOut(act))
    this.#last = acting.catch(() => {})
    return acting
  }

  async #carryOut(act: Act): Promise<void> {
    if (act.kind === 'clear') this.#steps = []
    if (act.kind === 'show') this.#circumstances = act.circumstances
    const isChanged = act.kind !== 'step' || this.#playing?.assistant !== this.#assistant()
    if (isChanged) await this.#replay()
    if (act.kind !== 'step') return
    const taken = { number: this.#next++, step: act.step }
    this.#steps = [...this.#steps, taken].slice(-MOST_STEPS)
    await this.#take(taken)
    this.#turns = this.#turns.slice(-MOST_STEPS)
  }

  async #replay(): Promise<void> {
    const assistant = this.#assistant()
    const circumstances = this.#circumstances
    const clock = (): Date => (circumstances.day === '' ? undefined : parseInstant(circumstances.day)) ?? new Date()
    const recorder = (): Recorder => new Recorder(assistant, circumstances.notice, circumstances.lang, this.#figures)
    const [one, two] = [recorder(), recorder()]
    this.#playing = {
      assistant,
      platforms: {
        discord: { chat: new DiscordChat(this.#desk, chatContext(one.assistant, clock, this.#pictures), circumstances), recorder: one },
        telegram: { chat: new TelegramChat(chatContext(two.assistant, clock, this.#pictures), circumstances), recorder: two },
      },
    }
    this.#turns = []
    for (const taken of this.#steps) await this.#take(taken)
  }

  async #take({ number, step }: Taken): Promise<void> {
    const { library } = this.#assistant()
    const other = step.kind === 'press' ? mirrored(step, this.#turns, library) : null
    const asked = step.kind === 'say' ? step.text : labelOf(step, this.#turns)
    const on = (platform: PlatformName): Step => (step.kind === 'press' && other?.platform === platform ? other : step)
    const turn: Turn = {
      id: number,
      asked,
      isPressed: step.kind === 'press',
      discord: await this.#takeOn('discord', on('discord'), number),
      telegram: await this.#takeOn('telegram', on('telegram'), number),
    }
    if (step.kind === 'press' && isEmpty(turn.discord) && isEmpty(turn.telegram)) return
    this.#turns = [...this.#turns, turn]
  }

  /** @returns what is new; what was changed is changed where it stands */
  async #takeOn<P extends PlatformName>(platform: P, step: Step, number: number): Promise<Shown<MessageOf[P]>> {
    const { chat, recorder } = this.#playing?.platforms[platform] ?? {}
    if (!chat || !recorder) throw new Error('nothing was begun')
    const effect = await chat.take(step, number * NUMBERS)
    const shown = { messages: effect.messages, notes: effect.notes, sent: effect.sent, whys: recorder.take() }
    const edited = new Set(effect.edited.map(({ id }) => id))
    if (edited.size === 0) return shown
    this.#turns = this.#turns.map((turn) =>
      turn[platform].messages.some(({ id }) => edited.has(id)) ? changed(turn, platform, effect, shown) : turn,
    )
    return { ...shown, sent: [], whys: [] }
  }
}

function isEmpty({ messages, notes }: Shown<unknown>): boolean {
  return messages.length === 0 && notes.length === 0
}

/** A turn whose message says something else now: what brought it about is told there. */
function changed<P extends PlatformName>(turn: Turn, platform: P, { edited }: Effect<MessageOf[P]>, { sent, whys }: Shown<unknown>): Turn {
  const before = turn[platform]
  const messages = before.messages.map((message) => edited.find(({ id }) => id === message.id) ?? message)
  return { ...turn, [platform]: { ...before, messages, sent, whys } }
}
