// What the command line of the benchmark says.
import { parseArgs } from 'node:util'

export interface Options {
  readonly json: boolean
  readonly sizes: readonly number[]
  /** fuse.js at every size, however long that takes. */
  readonly full: boolean
  readonly quick: boolean
  /** Ours alone, for profiling. */
  readonly alone: boolean
}

export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean' },
      quick: { type: 'boolean' },
      full: { type: 'boolean' },
      alone: { type: 'boolean' },
      sizes: { type: 'string' },
    },
  })
  const usual = values.quick ? '1000,10000' : '1000,10000,100000'
  const sizes = (values.sizes ?? usual).split(',').map(Number)
  if (sizes.some((size) => !Number.isInteger(size) || size < 1))
    throw new Error('--sizes takes whole numbers parted by commas, such as 1000,10000')
  return { json: values.json ?? false, sizes, full: values.full ?? false, quick: values.quick ?? false, alone: values.alone ?? false }
}
