// Bytes in use after a full collection.
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

// So that the benchmark needs no flag of its own on the command line.
setFlagsFromString('--expose-gc')
const collect: unknown = globalThis.gc ?? runInNewContext('gc')

/** How heapUsed() was read, for the report. */
export const HEAP_METHOD =
  typeof collect === 'function'
    ? 'process.memoryUsage().heapUsed after a full garbage collection'
    : 'process.memoryUsage().heapUsed without a collection'

export function heapUsed(): number {
  if (typeof collect === 'function') collect()
  return process.memoryUsage().heapUsed
}
