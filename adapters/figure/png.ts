// SVG → PNG of few colours. The letters are outlines already, so that no font is looked for.
import { crc32, deflateSync } from 'node:zlib'
import { Resvg } from '@resvg/resvg-js'

/** Pixels across: sharp on a phone, and small to send. */
const PIXELS = 1080
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
/** Colours of a palette. */
const MOST_COLOURS = 256

export function pngOf(svg: string): Buffer {
  const image = new Resvg(svg, { fitTo: { mode: 'width', value: PIXELS }, font: { loadSystemFonts: false } }).render()
  const { width, height, pixels } = image
  for (const bits of [5, 4]) {
    const indexed = withPalette(pixels, width, height, bits)
    if (indexed) return encode(indexed, width, height)
  }
  return image.asPng()
}

interface Indexed {
  /** Three bytes a colour. */
  readonly palette: Buffer
  /** A byte a pixel, and before each row one that says it is not filtered. */
  readonly rows: Buffer
}

/** Colours that agree in the first bits of each part are one: the first of them that was met. Null where they are too many. */
function withPalette(pixels: Buffer, width: number, height: number, bits: number): Indexed | null {
  const shift = 8 - bits
  const index = new Int16Array(1 << (3 * bits)).fill(-1)
  const palette: number[] = []
  const rows = Buffer.alloc((width + 1) * height)
  let before = -1
  let colour = 0
  for (let y = 0, at = 0; y < height; y++) {
    const row = y * (width + 1) + 1
    for (let x = 0; x < width; x++, at += 4) {
      const pixel = pixels.readUInt32LE(at)
      // Most pixels are as the one before.
      if (pixel !== before) {
        before = pixel
        const key = keyOf(pixel, bits, shift)
        if (index[key] === -1) {
          if (palette.length === MOST_COLOURS * 3) return null
          index[key] = palette.length / 3
          palette.push(pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255)
        }
        colour = index[key] ?? 0
      }
      rows[row + x] = colour
    }
  }
  return { palette: Buffer.from(palette), rows }
}

function keyOf(pixel: number, bits: number, shift: number): number {
  const [r, g, b] = [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255]
  return ((r >> shift) << (2 * bits)) | ((g >> shift) << bits) | (b >> shift)
}

function encode({ palette, rows }: Indexed, width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // Eight bits a pixel, a palette.
  header.set([8, 3], 8)
  const data = deflateSync(rows)
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('PLTE', palette), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
