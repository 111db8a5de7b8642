// One conversation of the chat: a line that was typed → what to show. Knows nothing of streams.
import type { Answer, Input, Lang, Memory, Question, Suggestion } from '../../src/answer.js'
import type { Assistant } from '../../src/assistant.js'
import { askedOf, askingCommands, typedQuestion } from '../asking-commands.js'
import { sentence } from '../wording.js'
import { explain } from './explain.js'

export type Reply =
  | { readonly kind: 'answer'; readonly answer: Answer; readonly offered: readonly Suggestion[]; readonly picked?: string }
  /** A question back: which of these? */
  | { readonly kind: 'which'; readonly text: string; readonly offered: readonly Suggestion[] }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'end'; readonly text: string }

export interface Setting {
  /** The asker's language, where the environment tells it. */
  readonly locale: Lang | undefined
  readonly clock: () => Date
  /** The suggestions of an answer that are shown, and so can be picked. */
  readonly offers: (answer: Answer) => readonly Suggestion[]
}

const LANGS: readonly Lang[] = ['zh-Hans', 'zh-Hant', 'en']

export class Conversation {
  readonly #assistant: Assistant
  readonly #setting: Setting
  #memory: Memory | undefined
  #chosen: Lang | undefined
  #last: Question | undefined
  #offered: readonly Suggestion[] = []

  constructor(assistant: Assistant, setting: Setting) {
    this.#assistant = assistant
    this.#setting = setting
  }

  /** What is said first: how to go on, and questions to begin with. */
  open(): readonly Reply[] {
    // To nothing at all the core says what may be asked.
    const answer = this.#assistant.ask(this.#question({ kind: 'text', text: '' }))
    this.#offered = this.#setting.offers(answer)
    return [this.#note('chat-greeting'), { kind: 'answer', answer, offered: this.#offered }]
  }

  /** The reply to a line; null where nothing was typed. */
  say(line: string): Reply | null {
    // Input methods write full-width numbers and slashes.
    const typed = line.normalize('NFKC').trim()
    if (typed === '') return null
    const [, name, words = ''] = /^\/(\S*)\s*(.*)$/su.exec(typed) ?? []
    if (name !== undefined) return this.#command(name.toLowerCase(), words)
    if (!this.#isPick(typed)) return this.#ask({ kind: 'text', text: line })
    const picked = this.#offered[Number(typed) - 1]
    if (!picked) return this.#note('chat-no-such-number', { count: String(this.#offered.length) })
    return this.#ask({ kind: 'suggestion', id: picked.id }, picked.label)
  }

  /** A digit where something is offered, and a longer number where so much is. */
  #isPick(typed: string): boolean {
    const count = this.#offered.length
    return count > 0 && (/^\d$/.test(typed) || (/^[1-9]\d+$/.test(typed) && Number(typed) <= count))
  }

  end(): Reply {
    return { kind: 'end', text: this.#text('help-bye') }
  }

  /** A sentence of the chat in the language of the conversation. */
  #text(key: string, args: Readonly<Record<string, string>> = {}): string {
    return sentence(this.#assistant.library.language, this.#lang(), key, args)
  }

  #note(key: string, args: Readonly<Record<string, string>> = {}): Reply {
    return { kind: 'note', text: this.#text(key, args) }
  }

  #lang(): Lang {
    return this.#chosen ?? this.#memory?.lang ?? this.#setting.locale ?? 'en'
  }

  #question(input: Input): Question {
    return { input, now: this.#setting.clock(), memory: this.#memory, locale: this.#setting.locale ?? this.#lang(), lang: this.#chosen }
  }

  #ask(input: Input, picked?: string): Reply {
    const question = this.#question(input)
    const answer = this.#assistant.ask(question)
    this.#last = question
    this.#memory = answer.memory
    this.#offered = this.#setting.offers(answer)
    return { kind: 'answer', answer, offered: this.#offered, ...(picked === undefined ? {} : { picked }) }
  }

  #command(name: string, words: string): Reply {
    switch (name) {
      case 'help':
        return this.#note('chat-help', { commands: this.#commandLines() })
      case 'ask':
        return this.#ask({ kind: 'text', text: words })
      case 'explain':
        return this.#explain(words === '' ? this.#last : this.#question({ kind: 'text', text: words }))
      case 'lang':
        return this.#setLang(words)
      case 'quit':
      case 'exit':
        return this.end()
      default:
        return this.#asking(name, words)
    }
  }

  /** The same question gets the same answer, so that asking it again explains what was said, and what would be said is not asked by it. */
  #explain(question: Question | undefined): Reply {
    if (!question) return this.#note('chat-nothing-to-explain')
    return { kind: 'note', text: explain(this.#assistant.explain(question), this.#assistant.library) }
  }

  /** A command that asks something of a notice; of several that have an answer to it, it asks which. */
  #asking(name: string, words: string): Reply {
    const { library } = this.#assistant
    const asked = askedOf(name, library, this.#lang())
    const [only, ...others] = asked
    if (!only) return this.#note('chat-no-such-command')
    const question = typedQuestion(name, words, library)
    if (question) return this.#ask(question)
    if (others.length === 0) return this.#ask({ kind: 'suggestion', id: only.id })
    this.#offered = asked.map(({ id, name: label }) => ({ id, label }))
    return { kind: 'which', text: this.#text('choose-notice'), offered: this.#offered }
  }

  /** What may be typed, a line a command, each with its end. */
  #commandLines(): string {
    const { library } = this.#assistant
    const tongue = this.#lang() === 'en' ? 'en' : 'zh'
    return askingCommands(library)
      .map((id) => `/${id}  ${library.language.commands.get(id)?.about[tongue] ?? ''}\n`)
      .join('')
  }

  #setLang(words: string): Reply {
    const [tag] = words.split(/\s+/)
    const lang = LANGS.find((one) => one.toLowerCase() === tag?.toLowerCase())
    if (!lang && tag?.toLowerCase() !== 'auto') return this.#note('chat-lang-usage')
    this.#chosen = lang
    return lang ? this.#note(`chat-lang-${lang}`) : this.#note('chat-lang-auto')
  }
}
