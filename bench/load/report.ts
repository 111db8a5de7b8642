// What the load run found, as text for people.
import type { ConversationsResult } from './conversations.js'
import type { Overload } from './overload.js'
import type { Throughput } from './throughput.js'

export function throughputLines({ rounds, median, ratio, cpu_ratio, first_time, rss_mb }: Throughput): string[] {
  const rows = (some: typeof rounds): string[] =>
    some.map((round) =>
      [round.bot, round.per_second, round.p50_ms.toFixed(1), round.p99_ms.toFixed(1), round.cpu_ms.toFixed(2), round.exactly_once]
        .map((cell) => String(cell).padStart(15))
        .join(''),
    )
  return [
    '',
    'Throughput by webhook, 100 updates at once, beside a bare telegraf bot that echoes; questions that were asked before',
    ['bot', 'updates/s', 'p50 ms', 'p99 ms', 'cpu ms/update', 'each exactly once'].map((cell) => cell.padStart(15)).join(''),
    ...rows(rounds),
    `median: ${median.asknotice} to ${median['bare telegraf']} updates/s: ${ratio.toFixed(2)}, target >= 0.8; processor time an update, bare to ours: ${cpu_ratio.toFixed(2)}; ${rss_mb} MB resident after it`,
    'Questions that nobody asked before:',
    ...rows(first_time.rounds),
    `${first_time.ratio.toFixed(2)} of the bare bot`,
  ]
}

export function overloadLines(over: Overload): string[] {
  const { before, most, after } = over.rss_mb
  const statuses = Object.entries(over.statuses).map(([status, count]) => `${status}: ${count}`)
  return [
    '',
    `Beyond saturation: ${over.updates} updates in ${over.seconds} s (${over.sent_per_second} a second), open loop`,
    `answered with ${statuses.join(', ')}; ${over.with_retry_after} of them with Retry-After; in flight at most ${over.most_in_flight}`,
    `resident: ${before} MB before, ${most} MB at most, ${after} MB after`,
    `what was refused was sent again for ${over.seconds_to_recover} s; then ${over.answered_once} of ${over.updates - over.flood.updates} chats had exactly one answer, ${over.answered_twice} more than one`,
    `one chat sent ${over.flood.updates} of them and got ${over.flood.messages} messages; the program says that it refused ${over.refused_total}`,
    `normal traffic after it: p50 ${over.after.p50_ms.toFixed(1)} ms, p99 ${over.after.p99_ms.toFixed(1)} ms, each exactly once: ${over.after.exactly_once}`,
  ]
}

export function conversationLines({ heap, updates, answers, seconds }: ConversationsResult): string[] {
  return [
    '',
    `Conversations in one process: ${updates} updates, ${answers} answers, ${seconds} s`,
    ...heap.map(({ conversations, heap_mb }) => `${String(conversations).padStart(9)} ${heap_mb.toFixed(1).padStart(8)} MB heap`),
  ]
}
