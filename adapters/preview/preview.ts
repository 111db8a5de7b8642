// The preview: a page on which both platforms' adapters are talked to, with nothing sent anywhere.
import type { ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'
import type { Lang } from '../../src/answer.js'
import type { Pictures } from '../figure/pictures.js'
import { type HttpServer, readBody, refuse } from '../http-server.js'
import type { KnowledgeOfTheMoment } from '../knowledge-of-the-moment.js'
import { assets } from './assets.js'
import { DiscordDesk } from './chats/discord-desk.js'
import { type Guard, guarded, PICTURE_POLICY } from './door/guarded.js'
import { FIGURE_PATH, Figures } from './figures.js'
import { offersOf } from './offers.js'
import { readRequest } from './request.js'
import { Session } from './session.js'
import type { View } from './view.js'
import { wordsOf } from './words.js'

/** Pages that are remembered, the one that was silent longest is forgotten first; and pages that are told of changes. */
const MOST_PAGES = 50
const LARGEST_BODY = 16 * 1024
const LANGS: readonly Lang[] = ['en', 'zh-Hans', 'zh-Hant']

export class Preview {
  readonly #knowledge: KnowledgeOfTheMoment
  readonly #pictures: Pictures
  readonly #figures = new Figures()
  readonly #desk = new DiscordDesk()
  readonly #sessions = new LRUCache<string, Session>({ max: MOST_PAGES })
  readonly #listeners = new Set<ServerResponse>()

  constructor(knowledge: KnowledgeOfTheMoment, pictures: Pictures) {
    this.#knowledge = knowledge
    this.#pictures = pictures
  }

  /** Opens its doors. */
  open(http: HttpServer, guard: Guard): void {
    for (const { path, type, body } of assets()) {
      http.open(
        path,
        guarded('GET', guard, async (_, response) => void response.writeHead(200, { 'content-type': type }).end(body)),
      )
    }
    for (const lang of LANGS) {
      http.open(
        `/words/${lang}`,
        guarded('GET', guard, async (_, response) => send(response, wordsOf(this.#knowledge.assistant.library, lang))),
      )
    }
    http.open(
      FIGURE_PATH,
      guarded('GET', guard, async ({ url = '' }, response) => {
        const svg = await this.#figures.at(url)
        if (svg === null) return refuse(response, 404)
        response.writeHead(200, { 'content-type': 'image/svg+xml; charset=utf-8', 'content-security-policy': PICTURE_POLICY }).end(svg)
      }),
    )
    http.open(
      '/changes',
      guarded('GET', guard, async (_, response) => this.#listen(response)),
    )
    http.open(
      '/act',
      guarded('POST', guard, async (request, response) => {
        if (!/^application\/json\b/.test(request.headers['content-type'] ?? '')) return refuse(response, 415)
        const body = await readBody(request, LARGEST_BODY)
        if (body === null) return refuse(response, 413)
        const asked = readRequest(body)
        if (!asked) return refuse(response, 400)
        const session = this.#sessions.get(asked.page) ?? this.#newSession()
        this.#sessions.set(asked.page, session)
        await session.act(asked.act)
        send(response, this.#viewOf(session))
      }),
    )
  }

  /** The knowledge has changed, or was refused: every page is told to look again. */
  refresh(): void {
    for (const listener of this.#listeners) listener.write('data: changed\n\n')
  }

  async end(): Promise<void> {
    for (const listener of this.#listeners) listener.end()
    await this.#desk.end()
  }

  #newSession(): Session {
    return new Session(this.#desk, () => this.#knowledge.assistant, this.#pictures, this.#figures)
  }

  #listen(response: ServerResponse): void {
    const [oldest] = this.#listeners
    if (this.#listeners.size >= MOST_PAGES) oldest?.end()
    this.#listeners.add(response)
    response.on('close', () => this.#listeners.delete(response))
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('retry: 1000\n\n')
  }

  #viewOf({ circumstances, turns }: Session): View {
    const { version, problems } = this.#knowledge.state
    return { version, problems, circumstances, turns, ...offersOf(this.#knowledge.assistant, circumstances) }
  }
}

function send(response: ServerResponse, value: object): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value))
}
