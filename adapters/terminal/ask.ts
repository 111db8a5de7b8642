// `npm run ask`: one question from the command line, or JSON lines from standard input.
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import type { Answer, Lang, Memory } from '../../src/answer.js'
import type { Assistant } from '../../src/assistant.js'
import { langOfTag } from '../../src/query/language.js'
import { loadAssistant, refuseBadKnowledge } from '../load.js'
import { renderText } from './render.js'

const OPTIONS = {
  json: { type: 'boolean' }, jsonl: { type: 'boolean' }, explain: { type: 'boolean' },
  knowledge: { type: 'string' }, notice: { type: 'string' }, locale: { type: 'string' }, now: { type: 'string' },
} as const

export function toJson(answer: Answer, id?: string): Record<string, unknown> {
  const { status, lang, facts, suggestions } = answer
  const sources = answer.citations
  return { ...(id === undefined ? {} : { id }), status, lang, text: renderText(answer), facts, sources, suggestions }
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true })
  const assistant = loadAssistant(values.knowledge ?? process.env.KNOWLEDGE_DIR)
  if (values.jsonl) {
    process.exitCode = await answerLines(assistant, values)
    return
  }
  const question = { input: { kind: 'text' as const, text: positionals.join(' ') }, now: values.now ? new Date(values.now) : new Date(), locale: langOfTag(values.locale), notice: values.notice }
  if (values.explain) {
    const { understanding, verdicts, answer } = assistant.explain(question)
    console.log(JSON.stringify({ normalised: understanding?.normalised, tokens: understanding?.meanings.map((m) => m.tokens.map((t) => `${t.text}${t.as ? `→${t.as}` : ''}[${t.how}:${t.senses.map((s) => `${s.kind[0]}:${s.id.split('/').pop()}`).join(',')}]`)), queries: understanding?.queries.map((q) => ({ aspects: q.aspects.map((a) => `${a.aspect.id} (${a.rule.needs.join(' ')})`), things: q.things.map((t) => t.entry.id), kinds: q.kinds.map((k) => k.entry.id), anchor: q.anchor, unexplained: q.unexplained, unknown: q.unknown, cues: [...q.cues].join(' ') })), reasons: verdicts.map((v) => `${v.status}: ${v.reason}`) }, null, 1))
    console.log(renderText(answer))
    return
  }
  const answer = assistant.ask(question)
  console.log(values.json ? JSON.stringify(toJson(answer)) : renderText(answer))
}

async function answerLines(assistant: Assistant, values: { notice?: string | undefined; locale?: string | undefined; now?: string | undefined }): Promise<number> {
  const sessions = new Map<string, Memory>()
  let number = 0
  let failed = 0
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++
    if (!line.trim()) continue
    const request = readRequest(line)
    if (typeof request === 'string') {
      failed = 1
      console.log(JSON.stringify({ error: request, line: number }))
      continue
    }
    const memory = request.session === undefined ? undefined : sessions.get(request.session)
    const locale: Lang | undefined = langOfTag(request.locale ?? values.locale)
    const now = request.now ?? values.now
    const answer = assistant.ask({ input: { kind: 'text', text: request.question }, now: now ? new Date(now) : new Date(), memory, locale, notice: values.notice })
    if (request.session !== undefined) sessions.set(request.session, answer.memory)
    console.log(JSON.stringify(toJson(answer, request.id)))
  }
  return failed
}

interface Request { question: string; id?: string; session?: string; now?: string; locale?: string }

function readRequest(line: string): Request | string {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value !== 'object' || value === null || typeof (value as Request).question !== 'string') return 'a line is {"question": string, …}'
    return value as Request
  } catch {
    return 'the line is not JSON'
  }
}

await main().catch(refuseBadKnowledge)
