// Calls against a machine-readable description of the Bot API, where there is one at hand.
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { JsonObject } from './json.js'
import { bad } from './refusal.js'
import { type Description, problemsOf } from './spec.js'

export interface Spec {
  /** Refuses what is missing or of a wrong type; remembers parameters that do not exist, as Telegram overlooks them. */
  check(method: string, payload: JsonObject, note: (description: string) => void): void
}

/** Beside the project, or wherever the environment says. */
export const SPEC_FILE = resolve(process.env.TELEGRAM_API_SPEC ?? '../shared/specs/telegram-bot-api-10.1.json')

/** Undefined where the file is missing. */
export function loadSpec(file = SPEC_FILE): Spec | undefined {
  if (!existsSync(file)) return undefined
  const description = JSON.parse(readFileSync(file, 'utf8')) as Description
  return {
    check(method, payload, note) {
      const known = description.methods[method]
      if (known === undefined) return
      const problems = problemsOf(description, known, payload, method)
      for (const { unknown, text } of problems) if (unknown) note(text)
      const wrong = problems.find(({ unknown }) => !unknown)
      if (wrong !== undefined) throw bad(`invalid ${method} parameters: ${wrong.text}`)
    },
  }
}
