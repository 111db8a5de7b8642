// Sends requests: so many at a time, the next as soon as one is answered.
import { type Told, Wire } from './wire.js'

export interface Driven {
  /** Milliseconds from sending to answer, of each. */
  readonly times: readonly number[]
  readonly seconds: number
  /** Of statuses, how often each came. */
  readonly statuses: Readonly<Record<number, number>>
}

export async function drive(port: number, requests: readonly Buffer[], atOnce: number): Promise<Driven> {
  const times: number[] = []
  const statuses: Record<number, number> = {}
  const began = performance.now()
  let next = 0
  const wires = Array.from({ length: atOnce }, () => new Wire(port))
  await Promise.all(
    wires.map(async (wire) => {
      for (let request = requests[next++]; request !== undefined; request = requests[next++]) {
        const sent = performance.now()
        const { status }: Told = await wire.send(request)
        times.push(performance.now() - sent)
        statuses[status] = (statuses[status] ?? 0) + 1
      }
      wire.end()
    }),
  )
  return { times, seconds: (performance.now() - began) / 1000, statuses }
}
