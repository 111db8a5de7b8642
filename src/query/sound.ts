// How Chinese sounds: pinyin without tones, and without the differences that many speakers and typists do not make.
// The only file that imports pinyin-pro.
import { createRequire } from 'node:module'

/** Loaded when the first sound is looked up: it takes as long to load as a good part of the program. */
const require = createRequire(import.meta.url)
let library: typeof import('pinyin-pro') | undefined

function pinyinPro(): typeof import('pinyin-pro') {
  library ??= require('pinyin-pro') as typeof import('pinyin-pro')
  return library
}

const readings = new Map<string, string>()

/** zh/z, ch/c, sh/s and -ng/-n are one: 签头 sounds as 牵头, `zili` as `zhili`. Takes letters in any grouping. */
export function blurSound(letters: string): string {
  return letters
    .replace(/([zcs])h/g, '$1')
    .replace(/ng/g, 'n')
    .replace(/ü/g, 'v')
}

/** Blurred sound of one character in its commonest reading. */
export function soundOf(character: string): string {
  let sound = readings.get(character)
  if (sound === undefined) {
    sound = blurSound(pinyinPro().pinyin(character, { toneType: 'none', type: 'array' })[0] ?? character)
    if (readings.size < 30_000) readings.set(character, sound)
  }
  return sound
}

const onlyReadings = new Map<string, string | null>()

/** The reading of a character that has just one, whatever its tones, with all its letters, else null. */
function onlyReading(character: string): string | null {
  let reading = onlyReadings.get(character)
  if (reading === undefined) {
    const [first, ...others] = new Set(pinyinPro().pinyin(character, { toneType: 'none', type: 'array', multiple: true }))
    reading = first !== undefined && others.length === 0 ? first : null
    if (onlyReadings.size < 30_000) onlyReadings.set(character, reading)
  }
  return reading
}

/** As a phrase is really read. Looking it up is slow, and needed only where a character can be read in several ways. */
function readingOf(phrase: string): string {
  let reading = ''
  for (const character of phrase) {
    const only = onlyReading(character)
    if (only === null) return pinyinPro().pinyin(phrase, { toneType: 'none', type: 'array' }).join('')
    reading += only
  }
  return reading
}

/** Blurred sounds of a phrase: character by character, and as the phrase is really read (银行 is yin hang), where that differs. */
export function soundsOf(phrase: string): string[] {
  if ([...phrase].length === 1)
    return [...new Set(pinyinPro().pinyin(phrase, { toneType: 'none', type: 'array', multiple: true }).map(blurSound))]
  let plain = ''
  for (const character of phrase) plain += soundOf(character)
  const read = blurSound(readingOf(phrase))
  return plain === read ? [plain] : [plain, read]
}
