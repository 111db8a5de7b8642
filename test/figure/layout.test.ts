// How pictures are laid out: everything on the sheet, nothing over anything else, legible on its ground, every character in the font.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pngOf } from '../../adapters/figure/png.js'
import type { Ink, Shape, Sheet } from '../../adapters/figure/sheet.js'
import { figureSvg, sheetOf } from '../../adapters/figure/svg.js'
import { THEMES, type Theme } from '../../adapters/figure/theme.js'
import { missingIn, widthOf } from '../../adapters/figure/typeface.js'
import { wrap } from '../../adapters/figure/wrap.js'
import type { Figure, Member, Moment, ThingsMap, Timeline } from '../../src/figure/figure.js'
import { toTraditional } from '../../src/query/script.js'
import { everyFigure, NOTICES } from './figures.js'

type Text = Extract<Shape, { kind: 'text' }>

interface Box {
  readonly what: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

function boxOf({ x, y, text, style }: Text): Box {
  return { what: text, left: x, right: x + widthOf(text, style), top: y - style.size * 0.85, bottom: y + style.size * 0.2 }
}

function textsOf({ shapes }: Sheet): Text[] {
  return shapes.filter((shape) => shape.kind === 'text')
}

/** Texts that reach beyond the sheet, or beyond the box on which they stand. */
function astray(sheet: Sheet): string[] {
  const boxes = sheet.shapes.filter((shape) => shape.kind === 'box')
  const within = (inner: Box, outer: Omit<Box, 'what'>): boolean =>
    inner.left >= outer.left && inner.right <= outer.right + 0.01 && inner.top >= outer.top && inner.bottom <= outer.bottom
  return textsOf(sheet).flatMap((text) => {
    const box = boxOf(text)
    const places =
      text.on === 'ground'
        ? [{ left: 20, right: sheet.width - 20, top: 10, bottom: sheet.height - 8 }]
        : boxes
            .filter(({ fill }) => fill === text.on)
            .map(({ x, y, width, height }) => ({ left: x, right: x + width, top: y, bottom: y + height }))
    return places.some((place) => within(box, place)) ? [] : [text.text]
  })
}

/** Pairs of texts, or of a text and a mark, that touch. */
function touching(sheet: Sheet): string[] {
  const boxes = [
    ...textsOf(sheet).map(boxOf),
    ...sheet.shapes.flatMap((one) =>
      one.kind === 'dot' ? [{ what: 'a mark', left: one.x - one.r, right: one.x + one.r, top: one.y - one.r, bottom: one.y + one.r }] : [],
    ),
  ].sort((a, b) => a.top - b.top)
  return boxes.flatMap((one, i) =>
    boxes
      .slice(i + 1)
      .filter((other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)
      .map((other) => `${one.what} / ${other.what}`),
  )
}

const HAN = fc.string({ unit: fc.constantFrom(...'区块链试点通知领域政务数据共享（）、：《》2021年'), minLength: 1, maxLength: 40 })
const LATIN = fc.array(fc.string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzW-'), minLength: 1, maxLength: 30 }), {
  minLength: 1,
  maxLength: 9,
})
const LABEL = fc.oneof(
  HAN,
  LATIN.map((words) => words.join(' ')),
)

const COMMON = { lang: fc.constantFrom('zh-Hans', 'zh-Hant', 'en'), title: LABEL, subtitle: LABEL, alt: LABEL } as const
const LISTS = { notes: fc.array(LABEL, { maxLength: 2 }), cited: fc.array(LABEL, { maxLength: 3 }) }

const MOMENT = fc.record({
  label: LABEL,
  when: HAN,
  exact: fc.boolean(),
  past: fc.boolean(),
  days: fc.nat(40_000),
  gap: fc.oneof(fc.constant(''), HAN),
})
const TIMELINE = fc
  .record({
    ...COMMON,
    ...LISTS,
    moments: fc.array(MOMENT, { minLength: 1, maxLength: 13 }),
    today: fc.nat(12),
    periods: fc.array(fc.record({ label: LABEL, length: HAN, note: fc.oneof(fc.constant(''), LABEL) }), { maxLength: 3 }),
  })
  .map(
    ({ moments, today, periods, ...common }): Timeline => ({
      ...common,
      kind: 'timeline',
      moments: moments.map((moment, i): Moment => ({ ...moment, kind: i === today ? 'today' : 'event' })),
      periods: periods.map((period) => ({ ...period, between: moments.length > 1 && period.note === '' ? [0, moments.length - 1] : null })),
    }),
  )

const MEMBER = fc
  .record({ name: LABEL, marked: fc.boolean(), lead: LABEL })
  .map(({ name, marked, lead }): Member => ({ name, marked, lead: marked ? lead : '' }))
const MAP = fc.record({
  ...COMMON,
  ...LISTS,
  kind: fc.constant('map' as const),
  groups: fc.array(fc.record({ name: LABEL, members: fc.array(MEMBER, { minLength: 1, maxLength: 40 }) }), { minLength: 1, maxLength: 5 }),
  legend: fc.option(fc.record({ marked: LABEL, unmarked: fc.oneof(fc.constant(''), LABEL) })),
}) as fc.Arbitrary<ThingsMap>

describe('a picture', () => {
  it('holds all that it says, with nothing over anything else: of every notice', () => {
    const sheets = everyFigure().map(sheetOf)
    expect([sheets.length, sheets.flatMap(astray), sheets.flatMap(touching)]).toEqual([24, [], []])
  })

  it('and of any notice: dates close together or centuries apart, up to 200 things, names of any length', () => {
    fc.assert(
      fc.property(fc.oneof(TIMELINE, MAP), (figure) => {
        const sheet = sheetOf(figure)
        expect([astray(sheet), touching(sheet)]).toEqual([[], []])
      }),
      { numRuns: 60 },
    )
  })

  it('shows every word of its spec', () => {
    const lost = everyFigure().flatMap((figure) => {
      const shown = squeezed(textsOf(sheetOf(figure)).map(({ text }) => text))
      return wordsOf(figure).filter((word) => !shown.includes(squeezed([word])))
    })
    expect(lost).toEqual([])
  })

  it('says in words what it shows, to those who do not see it', () => {
    for (const figure of everyFigure()) expect(figureSvg(figure)).toContain(figure.alt.replaceAll('"', '&#34;').split('&')[0])
  })

  it('takes any text as text: no markup comes of it, and what XML cannot hold is left out', () => {
    const [figure] = everyFigure()
    const own = tagsOf(figureSvg(figure as Figure))
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...MARKUP)), (text) => {
        const svg = figureSvg({ ...(figure as Figure), title: text, subtitle: text, alt: text })
        expect([...tagsOf(svg)].filter((tag) => !own.has(tag))).toEqual([])
        expect(pngOf(svg).length).toBeGreaterThan(1000)
      }),
      { numRuns: 40 },
    )
  })

  it('is under 200 kB', () => {
    const sizes = everyFigure().map((figure) => pngOf(figureSvg(figure)).length)
    expect(sizes.filter((size) => size > 200_000 || size < 5_000)).toEqual([])
  })
})

const MARKUP = ['</title><script>alert(1)</script>', '"><style>*{}</style>', ']]><!--', '&#60;b&#62;', '\u0000\u0007\ud800\uffff\ufffe']

function tagsOf(svg: string): Set<string> {
  return new Set([...svg.matchAll(/<[^\s/>]*/g)].map(([tag]) => tag))
}

/** Without what the layout decides: breaks, spaces, and the quotation marks that English sets narrower. */
function squeezed(texts: readonly string[]): string {
  return texts.join('').replace(/\s/g, '').replace(/[“”]/g, '"').replace(/[‘’]/g, "'")
}

function wordsOf(figure: Figure): string[] {
  const common = [figure.title, figure.subtitle, ...figure.notes, ...figure.cited]
  if (figure.kind === 'timeline')
    return [
      ...common,
      ...figure.moments.flatMap(({ label, when, gap }) => [label, when, gap]),
      ...figure.periods.flatMap(({ label, length, note }) => [label, length, note]),
    ]
  const legend = figure.legend ? [figure.legend.marked, figure.legend.unmarked] : []
  return [...common, ...legend, ...figure.groups.flatMap(({ name, members }) => [name, ...members.flatMap((one) => [one.name, one.lead])])]
}

/** Relative luminance, as WCAG defines it. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

describe.each(['light', 'dark'] as const)('the %s theme', (theme: Theme) => {
  const colours = THEMES[theme]
  const used = new Set(everyFigure().flatMap((figure) => textsOf(sheetOf(figure)).map(({ style, on }) => `${style.ink} on ${on}`)))

  it('has a contrast of 4.5 and more wherever there are words', () => {
    const weak = [...used].filter((pair) => {
      const [ink, on] = pair.split(' on ') as [Ink, Ink]
      return contrast(colours[ink], colours[on]) < 4.5
    })
    expect([used.size > 4, weak]).toEqual([true, []])
  })

  it('and of 3 for marks that mean something', () => {
    const pairs: readonly (readonly [Ink, Ink])[] = [
      ['accent', 'ground'],
      ['accent', 'card'],
      ['soft', 'card'],
      ['soft', 'ground'],
      ['today', 'ground'],
    ]
    expect(pairs.filter(([ink, on]) => contrast(colours[ink], colours[on]) < 3)).toEqual([])
  })
})

describe('the font', () => {
  it('has every character that a notice or the program may write into a picture, in both scripts', () => {
    const texts = NOTICES.flatMap(({ library }) => [
      ...[...library.things.values()].flatMap(({ entry }) => [entry.name, ...(entry.short ? [entry.short] : [])]),
      ...[...library.kinds.values()].flatMap(({ entry }) => [entry.name, entry.plural]),
      ...[...library.facts.values()].map(({ entry }) => entry.text),
      ...[...library.notices.values()].flatMap(({ file, sources }) => [
        file.title,
        file.short,
        ...[...sources.values()].map(({ title }) => title),
      ]),
      ...[...library.language.aspects.values()].map(({ label }) => label),
      ...[...library.language.wording].flatMap(([key, text]) => (/^(figure|cite)/.test(key) ? [text] : [])),
    ]).flatMap((text) => ('zh' in text ? [text.zh, toTraditional(text.zh), text.en] : [text.en]))
    const drawn = everyFigure().flatMap((figure) => textsOf(sheetOf(figure)).map(({ text }) => text))
    expect([texts.length > 500, missingIn(texts.join('')), missingIn(drawn.join(''))]).toEqual([true, [], []])
  })

  it('is found to lack what it lacks', () => {
    expect(missingIn('时間🦉')).toEqual(['🦉'])
  })
})

describe('lines', () => {
  it('together are the text, and are no wider than they may be', () => {
    fc.assert(
      fc.property(fc.oneof(LABEL, fc.string({ unit: 'grapheme', maxLength: 80 })), fc.integer({ min: 40, max: 400 }), (text, width) => {
        const style = { size: 16, weight: 'regular' } as const
        const lines = wrap(text, style, width)
        expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
        expect(lines.filter((line) => [...line].length > 1 && widthOf(line, style) > width)).toEqual([])
      }),
    )
  })

  it('do not begin with a closing mark or end with an opening one', () => {
    const text = '来源：《通知》（2021-10-20），第6、12、13段；其余《没有写明》。'
    for (let width = 160; width < 300; width += 7) {
      const lines = wrap(text, { size: 16, weight: 'regular' }, width)
      expect(lines.filter((line, i) => (i > 0 && /^[》）、，。；：]/.test(line)) || /[《（]$/.test(line))).toEqual([])
    }
  })
})
