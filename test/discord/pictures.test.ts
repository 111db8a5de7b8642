// Pictures on Discord: attached, with what they show in words, and left out where they may not be sent.
import { ComponentType } from 'discord.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { renderAnswer } from '../../adapters/discord/render.js'
import { Pictures } from '../../adapters/figure/pictures.js'
import { assistant } from '../assistant.js'
import { everyAnswer } from '../every-answer.js'
import { LANGS } from '../figure/figures.js'
import type { LoggedRequest } from './loopback/requests.js'
import type { SentMessage } from './loopback/sent.js'
import { type Serving, serving } from './serving.js'

const NOW = new Date('2022-11-05T04:00:00Z')
const CREATE = 'POST /channels/{channel_id}/messages'
const CALLBACK = 'POST /interactions/{interaction_id}/{interaction_token}/callback'

let pictures: Pictures
let on: Serving

beforeAll(async () => {
  pictures = new Pictures(() => {}, { patienceMs: 60_000 })
  // Drawn beforehand: Discord waits three seconds for an answer, and a busy machine is slow.
  for (const lang of LANGS)
    for (const op of ['schedule', 'map'])
      await pictures.of(assistant.ask({ input: { kind: 'suggestion', id: `blockchain-pilots-2021/?${op}` }, now: NOW, lang }))
  on = await serving({}, {}, { pictures, clock: () => NOW })
})

afterAll(async () => {
  await on.end()
  await pictures.end()
})

interface Gallery {
  readonly items: readonly { readonly media: { readonly url: string }; readonly description: string }[]
}

function galleries({ data }: SentMessage): Gallery[] {
  return (data.components ?? []).filter(({ type }) => type === ComponentType.MediaGallery) as unknown as Gallery[]
}

function filesOf(route: string): LoggedRequest['files'][] {
  return on.discord.requests.filter((request) => request.route === route && request.files.length > 0).map(({ files }) => files)
}

describe('a picture', () => {
  it('comes with /timeline and /map, under the words, with a description', async () => {
    for (const [name, says, alt] of [
      ['timeline', 'The pilot period is 2 years.', /^Timeline, .*End of 2023: Completion deadline/],
      ['map', 'The real economy category has 2 domains', /^Domains at a glance, .*Trade finance \(Lead department: People's Bank of China/],
    ] as const) {
      const reply = await on.discord.slash({ name }).reply()
      expect(reply.text).toContain(says)
      expect(galleries(reply)).toEqual([
        expect.objectContaining({
          items: [{ media: expect.objectContaining({ attachment_id: '0' }), description: expect.stringMatching(alt) }],
        }),
      ])
      const [file] = filesOf(CALLBACK).at(-1) ?? []
      expect(file).toEqual({ name: expect.stringMatching(new RegExp(`^${name}-.*\\.png$`)), size: expect.any(Number), type: 'image/png' })
      expect(file?.size).toBeLessThan(200_000)
    }
  })

  it('is in the language of the client', async () => {
    const [gallery] = galleries(await on.discord.slash({ name: 'timeline', locale: 'zh-TW' }).reply())
    expect(gallery?.items[0]?.description).toMatch(/^時間線，.*2023年底：完成期限/)
  })

  it('comes with the answer to a mention that asks for all there is', async () => {
    const before = on.discord.messages(on.discord.channel).length
    on.discord.say({ content: `${on.discord.mention} which domains are there?` })
    const message = await on.discord.message(before)
    expect([galleries(message).length, filesOf(CREATE).length]).toEqual([1, 1])
  })

  it('is left out where files may not be sent, and the answer is not', async () => {
    const before = on.discord.messages(on.discord.channel).length
    on.discord.faults.status(CREATE, 403, { code: 50_013, message: 'Missing Permissions' })
    on.discord.say({ content: `${on.discord.mention} timeline` })
    const message = await on.discord.message(before)
    expect([galleries(message), message.text]).toEqual([[], expect.stringContaining('The pilot period is 2 years.')])
  })

  it('of a private answer goes with it when it is shown to all', async () => {
    const reply = await on.discord.slash({ name: 'timeline', options: { private: true } }).reply()
    const shared = await on.discord.button({ message: reply, customId: String(reply.usable.at(-1)) }).reply()
    expect([shared.ephemeral, galleries(shared)[0]?.items[0]?.description]).toEqual([false, galleries(reply)[0]?.items[0]?.description])
    expect(filesOf(CALLBACK).at(-1)).toEqual(filesOf(CALLBACK).at(-2))
  })
})

it('without pictures an answer is the same in words', async () => {
  const plain = await serving({}, {}, { clock: () => NOW })
  const [words, both] = [await plain.discord.slash({ name: 'timeline' }).reply(), await on.discord.slash({ name: 'timeline' }).reply()]
  expect([words.text, galleries(words)]).toEqual([both.text, []])
  await plain.end()
})

it('every answer with a picture fits: a description of 1 to 1,024 characters, one gallery, 40 components', () => {
  const answers = everyAnswer(assistant).filter(({ answer }) => answer.blocks.some(({ kind }) => kind === 'figure'))
  const wrong = answers.filter(({ answer }) => {
    const shown = answer.blocks.flatMap((block) => (block.kind === 'figure' ? [block.figure] : []))
    const drawn = shown.map(({ kind, title, alt }) => ({ name: `${kind}.png`, png: Buffer.alloc(1), title, alt }))
    const pages = renderAnswer(answer, { votes: true, pictures: drawn })
    const found = pages.flat().flatMap((component) => (component.type === ComponentType.MediaGallery ? [component.items] : []))
    const [items = []] = found
    return (
      found.length !== 1 ||
      items.length !== shown.length ||
      items.some(({ description }) => !description || description.length > 1024) ||
      pages.some((page) => page.length > 40)
    )
  })
  expect([answers.length > 100, wrong.map(({ id }) => id)]).toEqual([true, []])
})
