// Pictures as files: drawn once, in a thread of their own, and never in the way of an answer.
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { Drawer } from '../../adapters/figure/drawer.js'
import { Pictures } from '../../adapters/figure/pictures.js'
import type { Answer } from '../../src/answer.js'
import type { Assistant } from '../../src/assistant.js'
import type { Figure } from '../../src/figure/figure.js'
import { ask } from '../assistant.js'
import { everyFigure, NOTICES, timelineFrom } from './figures.js'

const [real] = NOTICES as [Assistant]
const BROKEN = fileURLToPath(new URL('./broken-worker.mjs', import.meta.url))

const open: { end(): Promise<void> }[] = []
const log: string[] = []

function drawer(file?: string): Drawer {
  const made = new Drawer((line) => void log.push(line), file)
  open.push(made)
  return made
}

function pictures(options: { drawer?: Drawer; patienceMs?: number } = {}): Pictures {
  return new Pictures(() => {}, { patienceMs: 60_000, drawer: drawer(), ...options })
}

function showing(...figures: readonly Figure[]): Pick<Answer, 'blocks'> {
  return { blocks: figures.map((figure) => ({ kind: 'figure', figure, asked: false })) }
}

afterEach(async () => {
  for (const one of open.splice(0)) await one.end()
  log.length = 0
})

describe('the pictures of an answer', () => {
  it('are PNG files with what they show in words', async () => {
    const [picture, ...others] = await pictures().of(ask('timeline'))
    expect([picture?.name, picture?.title, picture?.png.subarray(1, 4).toString(), others]).toEqual([
      expect.stringMatching(/^timeline-[0-9a-f]{20}\.png$/),
      'Timeline',
      'PNG',
      [],
    ])
    expect(picture?.alt).toContain('End of 2023: Completion deadline')
  })

  it('are none where it has none', async () => {
    expect(await pictures().of(ask('hello'))).toEqual([])
  })

  it('are drawn once for the same content, byte for byte, and another time for another day', async () => {
    const all = pictures()
    const [first, again] = [await all.of(showing(timelineFrom(real))), await all.of(showing(timelineFrom(real)))]
    const [tomorrow] = await all.of(showing(timelineFrom(real, { now: '2022-06-02' })))
    expect(again[0]?.png).toBe(first[0]?.png)
    expect(all.named(first[0]?.name ?? '')).toBe(first[0]?.png)
    expect([tomorrow?.name === first[0]?.name, tomorrow?.png.equals(first[0]?.png ?? Buffer.alloc(0))]).toEqual([false, false])
  })

  it('are the same in another process', async () => {
    const [one, other] = [await pictures().of(showing(timelineFrom(real))), await pictures().of(showing(timelineFrom(real)))]
    expect(one).toEqual(other)
  })

  it('come together where several ask at once', async () => {
    const all = pictures()
    const twice = await Promise.all([all.of(showing(timelineFrom(real))), all.of(showing(timelineFrom(real)))])
    expect(twice[0]?.[0]?.png).toBe(twice[1]?.[0]?.png)
  })
})

describe('an answer goes out without a picture', () => {
  it('that is late; the next who asks has it', async () => {
    const slow = drawer()
    expect(await pictures({ drawer: slow, patienceMs: 0 }).of(showing(timelineFrom(real)))).toEqual([])
  })

  it('that a thread never draws', async () => {
    expect(await pictures({ drawer: drawer(BROKEN), patienceMs: 50 }).of(showing(timelineFrom(real)))).toEqual([])
  })

  it('where the thread breaks: nobody waits, it is told, and rests', async () => {
    const broken = drawer(BROKEN)
    const [first, second] = await Promise.all([broken.draw(timelineFrom(real), 'dark'), broken.draw(timelineFrom(real), 'light')])
    const rested = await broken.draw(timelineFrom(real), 'light')
    expect([first, second, rested, log]).toEqual([null, null, null, ['The drawing of pictures broke down (exit)']])
  })

  it('where there is no thread to be had', async () => {
    const without = drawer('/nowhere/worker.js')
    expect(await without.draw(timelineFrom(real), 'light')).toBeNull()
  })

  it('where it cannot be drawn, and others still can', async () => {
    const one = drawer()
    const [bad, good] = await Promise.all([
      one.draw({ ...timelineFrom(real), moments: null } as unknown as Figure, 'light'),
      one.draw(timelineFrom(real), 'light'),
    ])
    expect([bad, good?.subarray(1, 4).toString(), log]).toEqual([null, 'PNG', ['A picture was not drawn (TypeError)']])
  })

  it('where too many are waited for already', async () => {
    const one = drawer()
    const figures = Array.from({ length: 20 }, (_, i) => timelineFrom(real, { now: `2022-06-${10 + i}` }))
    const drawn = await Promise.all(figures.map((figure) => one.draw(figure, 'light')))
    expect(drawn.map((png) => png !== null)).toEqual([...Array(16).fill(true), ...Array(4).fill(false)])
  })
})

it('every picture of every notice can be drawn there', async () => {
  const all = pictures()
  const figures = everyFigure()
  const drawn = [await all.of(showing(...figures.slice(0, 12))), await all.of(showing(...figures.slice(12)))]
  expect(drawn.map((one) => one.length)).toEqual([12, 12])
})
