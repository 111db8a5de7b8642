// The results as a table for people, with the ratios that the project promises.
import type { Measured } from './measure.js'
import type { Results, SizeResult } from './run.js'

export function report(results: Results): string {
  const { machine } = results
  return [
    `${results.date.slice(0, 10)}, Node ${results.node}, ${machine.cpu}, ${machine.cores} cores, load ${machine.load} when it began`,
    '',
    row(['facts', 'engine', 'build ms', 'p50 ms', 'p99 ms', '1st p50', '1st p99', 'heap MB', 'right (real)', '(generated)', 'samples']),
    ...results.sizes.flatMap((size) => [size, ...size.others].map((m) => line(size, m))),
    '',
    `The first assistant of a process also indexes the words of the language, once for all: ${results.first_build_ms} ms with the real notices; "build ms" comes after it.`,
    '1st: the first time that each question is asked, right after building, with nothing compiled yet for the first engine.',
    `heap: ${results.heap_method}. right: the expected fact is among those answered with (a search engine answers with its best one).`,
    '',
    ...ratios(results).map(([what, value, target]) => `${what.padEnd(76)} ${value.padStart(8)}  ${target}`),
  ].join('\n')
}

function line(size: SizeResult, m: Measured): string {
  return row([
    String(size.facts),
    m.engine,
    m.build_ms.toFixed(0),
    m.p50_ms.toFixed(2),
    m.p99_ms.toFixed(2),
    m.first_p50_ms.toFixed(2),
    m.first_p99_ms.toFixed(2),
    m.heap_mb.toFixed(1),
    m.right.real,
    m.right.generated,
    String(m.samples),
  ])
}

function row(cells: readonly string[]): string {
  return cells.map((cell, i) => (i === 1 ? `  ${cell.padEnd(11)}` : cell.padStart(i === 0 ? 7 : 12))).join('')
}

function ratios(results: Results): (readonly [string, string, string])[] {
  const [first, last] = [results.sizes[0], results.sizes.at(-1)]
  const perSize = results.sizes.flatMap((size): (readonly [string, string, string])[] => {
    const rivals = size.others.filter(({ engine }) => engine !== 'fuse.js')
    const best = (pick: (m: Measured) => number): number => Math.min(...rivals.map(pick))
    const { sameness } = size
    const answers = [
      `answers on the real notice that are the same among ${size.facts} facts as alone`,
      `${sameness.same}/${sameness.asked}`,
      sameness.changed.join(' | '),
    ] as const
    if (rivals.length === 0) return [answers]
    return [
      [
        `p99 of the fastest of FlexSearch and MiniSearch / ours, ${size.facts} facts`,
        times(best((m) => m.p99_ms) / size.p99_ms),
        'target > 1',
      ],
      [
        `build of the fastest of FlexSearch and MiniSearch / ours, ${size.facts} facts`,
        times(best((m) => m.build_ms) / size.build_ms),
        'target > 1',
      ],
      answers,
    ]
  })
  const growth: (readonly [string, string, string])[] =
    first && last && first !== last
      ? [[`our p99 at ${last.facts} facts / at ${first.facts}`, times(last.p99_ms / first.p99_ms), 'target <= 5']]
      : []
  const { cold_start: cold, long_message: long, hostile, drawing, packs } = results
  return [
    ...perSize,
    ...growth,
    ...long.long.map(
      ({ kind, median_ms, ratio }) =>
        [
          `4,096 characters, ${kind}: ${median_ms.toFixed(2)} ms / a short question: ${long.short_ms.toFixed(2)} ms`,
          times(ratio),
          'target <= 10',
        ] as const,
    ),
    [
      `slowest of ${hostile.texts} hostile texts (${hostile.kind}): ${hostile.slowest_ms.toFixed(2)} ms / the median of people's questions`,
      times(hostile.ratio),
      'target <= 20',
    ],
    [`cold start: npm run ask ${cold.ask_ms} ms / npm run of node doing nothing ${cold.noop_ms} ms`, times(cold.ratio), 'target <= 2.5'],
    [
      `a picture, drawn by a thread: ${drawing.draw_ms.toFixed(0)} ms, the first ${drawing.first_ms.toFixed(0)} ms / its answer: ${drawing.answer_ms.toFixed(2)} ms`,
      times(drawing.ratio),
      `nobody waits longer than 1.2 s for it`,
    ],
    [
      `start from the files of ${packs.packs} notices of 25 facts: ${packs.start_ms} ms / node doing nothing ${packs.noop_ms} ms`,
      times(packs.start_ms / packs.noop_ms),
      '',
    ],
    [
      `their check, with all its warnings: ${packs.check_ms} ms / node doing nothing ${packs.noop_ms} ms`,
      times(packs.check_ms / packs.noop_ms),
      '',
    ],
  ]
}

function times(ratio: number): string {
  return `${ratio.toFixed(2)}x`
}
