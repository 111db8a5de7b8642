// What the command line of the load run says.
import { parseArgs } from 'node:util'
import type { ThroughputPlan } from './throughput.js'

export interface LoadOptions {
  readonly json: boolean
  /** Each undefined where another part alone was asked for. */
  readonly throughput: ThroughputPlan | undefined
  readonly overload: { readonly times: number; readonly seconds: number } | undefined
  readonly conversations: { readonly conversations: number; readonly looks: number } | undefined
  /** Updates a second, where they are not measured in the same run. */
  readonly capacity: number
}

export function readLoadOptions(args: readonly string[]): LoadOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean' },
      throughput: { type: 'boolean' },
      overload: { type: 'boolean' },
      conversations: { type: 'boolean' },
      rounds: { type: 'string', default: '7' },
      updates: { type: 'string', default: '4000' },
      times: { type: 'string', default: '4' },
      capacity: { type: 'string', default: '1000' },
      many: { type: 'string', default: '1000000' },
      profile: { type: 'string' },
    },
  })
  const some = values.throughput || values.overload || values.conversations
  const wanted = (one: boolean | undefined): boolean => one || !some
  const flags = values.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${values.profile}`]
  return {
    json: values.json ?? false,
    throughput: wanted(values.throughput) ? { rounds: whole(values.rounds), updates: whole(values.updates), flags } : undefined,
    overload: wanted(values.overload) ? { times: whole(values.times), seconds: 4 } : undefined,
    conversations: wanted(values.conversations) ? { conversations: whole(values.many), looks: 4 } : undefined,
    capacity: whole(values.capacity),
  }
}

function whole(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new Error(`${text} is not a whole number from 1 to 9999999`)
  return Number(text)
}
