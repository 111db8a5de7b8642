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

/** Colours that agree in the first bits of each part are one, the one of the longest run: areas keep theirs. Null where they are too many. */
function withPalette(pixels: Buffer, width: number, height: number, bits: number): Indexed | null {
  const indices = new Int16Array(1 << (3 * bits)).fill(-1)
  /** By colour: what it is, and its longest run. */
  const palette: { pixel: number; run: number }[] = []
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) {
    const row = y * (width + 1) + 1
    for (let x = 0; x < width; ) {
      const pixel = pixels.readUInt32LE((y * width + x) * 4)
      const from = x
      do x++
      while (x < width && pixels.readUInt32LE((y * width + x) * 4) === pixel)
      const key = keyOf(pixel, bits)
      const known = palette[indices[key] ?? -1]
      if (!known) {
        if (palette.length === MOST_COLOURS) return null
        indices[key] = palette.length
        palette.push({ pixel, run: x - from })
      } else if (known.run < x - from) Object.assign(known, { pixel, run: x - from })
      rows.fill(indices[key] ?? 0, row + from, row + x)
    }
  }
  return { palette: Buffer.from(palette.flatMap(({ pixel }) => [pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255])), rows }
}

function keyOf(pixel: number, bits: number): number {
  const shift = 8 - bits
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
