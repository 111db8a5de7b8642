// The font of the pictures: how wide a text is, and its outlines. It has the characters of both Chinese scripts.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'
import type { Style, Weight } from './sheet.js'

const require = createRequire(import.meta.url)
const FILES: Readonly<Record<Weight, string>> = {
  regular: require.resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/noto-sans-sc/600SemiBold/NotoSansSC_600SemiBold.ttf'),
}

const fonts = new Map<Weight, Font>()

/** Ten megabytes a weight: read when first needed. */
function fontOf(weight: Weight): Font {
  let font = fonts.get(weight)
  if (!font) {
    font = create(readFileSync(FILES[weight])) as Font
    fonts.set(weight, font)
  }
  return font
}

/** Of one em, for each character once. */
const advances: Record<Weight, Map<string, number>> = { regular: new Map(), bold: new Map() }

function advanceOf(character: string, weight: Weight): number {
  let advance = advances[weight].get(character)
  if (advance === undefined) {
    const font = fontOf(weight)
    advance = font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth / font.unitsPerEm
    advances[weight].set(character, advance)
  }
  return advance
}

/** The width of a text on one line. */
export function widthOf(text: string, { size, weight }: Pick<Style, 'size' | 'weight'>): number {
  return [...text].reduce((sum, character) => sum + advanceOf(character, weight), 0) * size
}

/** Characters of a text that the font cannot show. */
export function missingIn(text: string): string[] {
  return [...new Set(text)].filter((character) =>
    (['regular', 'bold'] as const).some((weight) => !fontOf(weight).hasGlyphForCodePoint(character.codePointAt(0) ?? 0)),
  )
}

/** A glyph's outline as SVG path data, in units of the em with y upwards, and how many units an em has. */
export function outlineOf(character: string, weight: Weight): { readonly path: string; readonly unitsPerEm: number } {
  const font = fontOf(weight)
  return { path: font.glyphForCodePoint(character.codePointAt(0) ?? 0).path.toSVG(), unitsPerEm: font.unitsPerEm }
}
