// Nothing grows while the program serves: hours of both platforms at a clock that is moved on by hand. `npm run soak` does a whole day.
import { beforeAll, expect, it } from 'vitest'
import { type Day, day, type Look } from './day.js'

const HOURS = Number(process.env.SOAK_HOURS ?? 3)
/** Until then caches fill, and code is compiled. */
const WARM = HOURS > 6 ? 4 : 1
/** Hours after which handles are counted: what is left behind is more at each, a timer that just runs is not. */
const LOOKED = [WARM, Math.floor((WARM + HOURS) / 2), HOURS] as const
/** Of a heap of some 130 MB: compiled code and what the engine learns of the shapes of objects come and go. An hour leaks less than a day. */
const MOST_GROWTH_MB = 12

let went: Day

function line({ hour, answers, heapMb, handles, listeners, emitters }: Look): string {
  return [hour, answers, heapMb.toFixed(1), JSON.stringify(handles), JSON.stringify(listeners), emitters].join('  ')
}

beforeAll(async () => {
  went = await day(HOURS, LOOKED, (look) => console.log(line(look)))
  console.log(`${went.reconnects} reconnects, ${went.reloads} reloads`)
}, 3_600_000)

it('every question of the day was answered with what it asks for, through everything that went wrong', () => {
  expect(went.wrong).toEqual([])
  expect(went.reconnects).toBeGreaterThanOrEqual(HOURS)
  expect(went.reloads).toBe(HOURS)
})

it('no kind of handle becomes more from look to look once it is warm, and the listeners are the same', () => {
  const looks = LOOKED.map((hour) => went.looks[hour - 1])
  const counts = (kind: string): number[] => looks.map((look) => look?.handles[kind] ?? 0)
  const grows = (kind: string): boolean => counts(kind).every((many, i, all) => i === 0 || many > (all[i - 1] ?? 0))
  const kinds = Object.keys(looks.at(-1)?.handles ?? {})
  expect([kinds.length > 0, kinds.filter(grows), looks.at(-1)?.listeners]).toEqual([true, [], looks[0]?.listeners])
})

it('the heap is not larger by more than what comes and goes', () => {
  const after = went.looks.slice(WARM - 1).map(({ heapMb }) => heapMb)
  expect((after.at(-1) ?? Number.NaN) - (after[0] ?? Number.NaN)).toBeLessThan(MOST_GROWTH_MB)
})
