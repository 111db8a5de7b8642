// `ask --jsonl`: request lines in, answer lines out, in order, each as soon as it is ready.
import type { Assistant } from '../../src/assistant.js'
import { SessionMemory } from '../session-memory.js'
import { linesOf } from './lines.js'
import type { Options } from './options.js'
import { LONGEST_LINE, type Request, readRequest } from './request.js'
import { toJson } from './to-json.js'

/** Conversations that are remembered at most. */
const SESSIONS = 10_000

/** Answers every line. Resolves to the exit code: 1 when a line was no request. */
export async function answerLines(
  assistant: Assistant,
  input: AsyncIterable<Uint8Array>,
  options: Options,
  write: (text: string) => Promise<void>,
): Promise<number> {
  const sessions = new SessionMemory(SESSIONS)
  let line = 0
  let failed = false
  for await (const text of linesOf(input, LONGEST_LINE)) {
    line++
    const request = readRequest(text)
    const bad = 'error' in request
    failed ||= bad
    await write(`${JSON.stringify(bad ? { error: request.error, line } : answerOne(assistant, request, options, sessions))}\n`)
  }
  return failed ? 1 : 0
}

function answerOne(assistant: Assistant, request: Request, options: Options, sessions: SessionMemory): object {
  const { question, id, session } = request
  const answer = assistant.ask({
    input: { kind: 'text', text: question },
    now: request.now ?? options.now ?? new Date(),
    memory: session === undefined ? undefined : sessions.get(session),
    locale: request.locale ?? options.locale,
    notice: options.notice,
  })
  if (session !== undefined) sessions.set(session, answer.memory)
  return toJson(answer, id)
}
