// A file that came with a request: what Telegram looks at before it takes it for a photo.
import { asObject } from './json.js'

/** A plain value: requests are logged as copies. */
export interface Uploaded {
  readonly kind: 'upload'
  readonly name: string
  readonly size: number
  /** In pixels; 0 where it is no PNG. */
  readonly width: number
  readonly height: number
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

export function uploaded(bytes: Buffer, { name }: { name: string }): Uploaded {
  const isPng = bytes.subarray(0, PNG.length).equals(PNG) && bytes.toString('latin1', 12, 16) === 'IHDR'
  const [width, height] = isPng ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : [0, 0]
  return { kind: 'upload', name, size: bytes.length, width, height }
}

export function isUploaded(value: unknown): value is Uploaded {
  return asObject(value)?.kind === 'upload'
}
