// An aspect that a question asks for, and the rule of aspects.yaml by which it does.
import type { Library } from '../knowledge/library.js'
import type { Aspect, AspectRule } from '../language/language.js'

export interface AspectMatch {
  readonly aspect: Aspect
  readonly weight: number
  readonly rule: AspectRule
  /** The aspect in whose place it stands. */
  readonly stands?: Aspect
}

/** An aspect that no words of the question ask for: chosen, taken over from the conversation, or put in another's place. */
export function withoutWords(aspect: Aspect): AspectMatch {
  return { aspect, weight: 0, rule: { needs: [], weight: 0 } }
}

/** The same by its id; [] where the language has no such aspect. */
export function aspectWithoutWords(id: string, { language }: Library): AspectMatch[] {
  const aspect = language.aspects.get(id)
  return aspect ? [withoutWords(aspect)] : []
}

/** Whether the name of a thing or of a kind meets a need: `@track`, `#item`. */
export function isMetByName(need: string): boolean {
  return need.startsWith('@') || need.startsWith('#')
}

/** Whether names meet all that a rule needs, with "is it?" at most: then nothing says what is asked of them. @param asking the cues that say no more */
export function isMetByNames({ rule }: AspectMatch, asking: readonly string[] = ['yesno']): boolean {
  return rule.needs.every((need) => isMetByName(need) || asking.includes(need))
}
