// Nothing grows while the program serves: hours of both platforms at a clock that is moved on by hand. `npm run soak` does a whole day.
import { beforeAll, expect, it } from 'vitest'
import { type Day, day, type Look } from './day.js'

const HOURS = Number(process.env.SOAK_HOURS ?? 2)
/** Until then caches fill, and code is compiled. */
const WARM = HOURS > 6 ? 4 : 1
/** Of a heap of some 130 MB: compiled code and what the engine learns of the shapes of objects come and go. An hour leaks less than a day. */
const MOST_GROWTH_MB = 12

let went: Day

function line({ hour, answers, heapMb, handles, listeners, emitters }: Look): string {
  return [hour, answers, heapMb.toFixed(1), JSON.stringify(handles), JSON.stringify(listeners), emitters].join('  ')
}

beforeAll(async () => {
  went = await day(HOURS, [WARM, HOURS], (look) => console.log(line(look)))
  console.log(`${went.reconnects} reconnects, ${went.reloads} reloads`)
}, 3_600_000)

it('every question of the day was answered with what it asks for, through everything that went wrong', () => {
  expect(went.wrong).toEqual([])
  expect(went.reconnects).toBeGreaterThanOrEqual(HOURS)
  expect(went.reloads).toBe(HOURS)
})

it('there is no handle more at the end than when it was warm, and the listeners are the same', () => {
  const [warm, end] = [went.looks[WARM - 1], went.looks.at(-1)]
  const more = Object.entries(end?.handles ?? {}).filter(([kind, many]) => many > (warm?.handles[kind] ?? 0))
  expect([more, end?.listeners]).toEqual([[], warm?.listeners])
})

it('the heap is not larger by more than what comes and goes', () => {
  const after = went.looks.slice(WARM - 1).map(({ heapMb }) => heapMb)
  expect((after.at(-1) ?? Number.NaN) - (after[0] ?? Number.NaN)).toBeLessThan(MOST_GROWTH_MB)
})
