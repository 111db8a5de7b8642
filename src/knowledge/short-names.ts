// "the research one", 研究的: of types whose names end alike, what tells them apart names them.
import type { Notice } from './notice.js'

export interface ShortName {
  /** Id of the thing within the notice. */
  readonly thing: string
  readonly text: string
}

const HAN = /^\p{Script=Han}+$/u

/** Short names of the types that one applies for; none of a kind whose names have nothing in common. */
export function shortNames(notice: Notice): readonly ShortName[] {
  return [...notice.kinds.values()]
    .filter(({ role }) => role === 'track')
    .flatMap(({ id }) => {
      const things = [...notice.things.values()].filter(({ kind }) => kind === id)
      return things.flatMap((thing) => {
        const others = things.filter((other) => other !== thing)
        const zh = apart(
          [...thing.name.zh],
          others.map(({ name }) => [...name.zh]),
          2,
        ).join('')
        const en = apart(
          thing.name.en.split(' '),
          others.map(({ name }) => name.en.split(' ')),
          1,
        ).join(' ')
        return [
          ...([...zh].length > 1 && HAN.test(zh) ? [`${zh}的`, `${zh}那个`, `${zh}那种`] : []),
          ...(en ? [`${en} one`, `${en} ones`] : []),
        ].map((text) => ({ thing: thing.id, text }))
      })
    })
}

/** What stands before the longest end that a name has in common with another, [] where it is shorter than `least` parts. */
function apart(name: readonly string[], others: readonly (readonly string[])[], least: number): readonly string[] {
  const common = (other: readonly string[]): number => {
    let length = 0
    while (length < name.length && name.at(-1 - length) === other.at(-1 - length)) length++
    return length
  }
  const end = Math.max(0, ...others.map(common))
  return end >= least ? name.slice(0, name.length - end) : []
}
