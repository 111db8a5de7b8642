// The language of the person at the terminal, from the POSIX locale of the environment.
import type { Lang } from '../src/answer.js'
import { langOfTag } from '../src/query/language.js'

/** `zh_TW.UTF-8` → zh-Hant; undefined for C, POSIX and languages that no answer is written in. */
export function localeOf(env: NodeJS.ProcessEnv): Lang | undefined {
  const name = env.LC_ALL || env.LC_MESSAGES || env.LANG || ''
  return langOfTag(name.split(/[.@]/, 1)[0])
}
