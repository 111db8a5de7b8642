// `npm run load`: one process under load through Telegram's webhook, beside a bare bot; a million conversations; more than it can answer.
import { cpus, loadavg } from 'node:os'
import { startAssistant } from '../../adapters/start.js'
import { measureConversations } from './conversations.js'
import { readLoadOptions } from './options.js'
import { measureOverload } from './overload.js'
import { startSink } from './processes.js'
import { loadQuestions } from './questions.js'
import { conversationLines, overloadLines, throughputLines } from './report.js'
import { measureThroughput } from './throughput.js'

// Ended from outside it ends what it started, too.
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(1))

const options = readLoadOptions(process.argv.slice(2))
const assistant = await startAssistant()
const questions = loadQuestions(assistant)
const sink = await startSink()
const say = (line: string): void => console.error(line)
/** Each part is told as soon as it is known. */
const tell = (lines: readonly string[]): void => (options.json ? undefined : console.log(lines.join('\n')))
const date = new Date().toISOString()
const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores: cpus().length, load: Math.round((loadavg()[0] ?? 0) * 10) / 10 }
tell([`${date.slice(0, 10)}, Node ${process.version}, ${machine.cpu}, ${machine.cores} cores, load ${machine.load} when it began`])
const throughput = options.throughput && (await measureThroughput(sink, questions, options.throughput, say))
if (throughput) tell(throughputLines(throughput))
const capacity = throughput?.median.asknotice ?? options.capacity
const overload = options.overload && (await measureOverload(sink, questions, { ...options.overload, capacity }, say))
if (overload) tell(overloadLines(overload))
const conversations = options.conversations && (await measureConversations(assistant, questions, options.conversations, say))
if (conversations) tell(conversationLines(conversations))
await sink.end()
if (options.json) console.log(JSON.stringify({ date, node: process.version, machine, throughput, overload, conversations }))
