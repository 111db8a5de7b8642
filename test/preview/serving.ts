// The preview, served as `npm run preview` serves it, over a copy of a knowledge folder that a test may change.
import { randomUUID } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { begin } from '../../adapters/begin.js'
import { Pictures } from '../../adapters/figure/pictures.js'
import { HttpServer } from '../../adapters/http-server.js'
import { KnowledgeOfTheMoment } from '../../adapters/knowledge-of-the-moment.js'
import { Key } from '../../adapters/preview/door/key.js'
import { Preview } from '../../adapters/preview/preview.js'
import type { Act, View } from '../../adapters/preview/view.js'
import { freePort } from '../telegram/serving.js'

export interface Served {
  readonly url: string
  readonly port: number
  readonly key: Key
  readonly pictures: Pictures
  /** The copy of the knowledge. */
  readonly folder: string
  /** Everything that went wrong and was logged. */
  readonly log: readonly string[]
  end(): Promise<void>
}

/** @param knowledge a folder of notices, of which `only` one is taken where it is named @param host what the guard believes to listen on; it always is the loopback interface */
export async function served({ knowledge = 'knowledge', only = '', host = '127.0.0.1' } = {}): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'asknotice-'))
  cpSync(join(knowledge, only), join(folder, only), { recursive: true })
  const log: string[] = []
  const told = (): void => preview.refresh()
  const note = (line: string): void => void log.push(line)
  const moment = new KnowledgeOfTheMoment(await begin(folder), note, told, told)
  // However long it takes: nothing here is late.
  const pictures = new Pictures(note, { patienceMs: 60_000 })
  const preview = new Preview(moment, pictures)
  const http = new HttpServer(note)
  const port = await freePort()
  const key = new Key(port)
  preview.open(http, { host, key: host === '127.0.0.1' ? undefined : key })
  await http.listen({ host: '127.0.0.1', port })
  const unwatch = moment.watch()
  return {
    ...{ pictures, url: `http://127.0.0.1:${port}`, port, key, folder, log },
    end: async () => {
      await unwatch()
      await preview.end()
      await http.end()
      await pictures.end()
      rmSync(folder, { recursive: true })
    },
  }
}

/** One page of it, without a browser. */
export class Page {
  readonly #port: number
  readonly name = randomUUID()

  constructor({ port }: Pick<Served, 'port'>) {
    this.#port = port
  }

  async act(act: Act): Promise<View> {
    const body = JSON.stringify({ page: this.name, act })
    const response = await raw(this.#port, '/act', { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    if (response.status !== 200) throw new Error(`refused with ${response.status}`)
    return JSON.parse(response.text) as View
  }

  show(circumstances: Partial<View['circumstances']> = {}): Promise<View> {
    return this.act({ kind: 'show', circumstances: { lang: 'en', notice: '', day: '', ...circumstances } })
  }

  say(text: string): Promise<View> {
    return this.act({ kind: 'step', step: { kind: 'say', text } })
  }

  press(platform: 'discord' | 'telegram', message: string, control: string, value = ''): Promise<View> {
    return this.act({ kind: 'step', step: { kind: 'press', platform, message, control, value } })
  }
}

export interface Raw {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

/** A request with headers of any kind, which fetch does not let through, and a connection of its own. */
export function raw(
  port: number,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Raw> {
  const { body, ...rest } = options
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, agent: false, ...rest }, (response) => {
      let text = ''
      response.setEncoding('utf8').on('data', (piece: string) => {
        text += piece
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }))
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}
