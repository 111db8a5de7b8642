// Invented names that can be pronounced, in Chinese and English, none of them used twice and none that a real notice uses.
import type { Text } from '../src/knowledge/schema.js'
import type { Random } from './random.js'

/** Characters of given names and places: no numerals, no question words. */
const CHARACTERS = [
  ...'岚澜庭岳峰松柏桐枫榆棠荷莲菊芷芸蕙薇茗竹溪泉潭湖渚洲汀浦港湾崖岭川原野霞霁虹雪霜露曦晖昊昱晟朗煜炜焕烁灿琪琳瑶瑾璇玥珂珺玮琛瑜',
  ...'锦绣绮绢绫纹彩翠黛青碧苍丹朱绯赤墨玄素皎洁清澄浩瀚渊淼鑫铭钧铎锐锋剑弓弦琴瑟笙箫鼓钟磬韵律诗赋词曲翰墨砚笺卷帛舟帆楫桥亭台楼阁轩榭苑囿',
  ...'麒麟凤凰鸾鹤鸿雁鹏鹰隼雀莺燕鹭鸥鲲鲸骏骥骐驰骋骁虎豹熊鹿麋犀象翼翔翱翎羽逸飒爽睿哲颖慧聪敏谦逊恒毅坚韧刚健仁义礼智信忠孝廉勇',
]
const SURNAMES = [...'欧阮柯温翟穆莫尹骆庄晏柴瞿阎连茹习宦艾鱼容古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东殳沃利蔚越夔隆']

const ONSETS = ['b', 'br', 'd', 'dr', 'f', 'fl', 'g', 'gl', 'k', 'kr', 'l', 'm', 'n', 'p', 'pr', 'r', 's', 'st', 't', 'tr', 'v', 'z']
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ae', 'ia', 'ou']
const CODAS = ['', '', '', 'l', 'm', 'n', 'r', 's', 'x']

export class Names {
  readonly #random: Random
  readonly #used: Set<string>

  /** @param taken names that must not come up */
  constructor(random: Random, taken: Iterable<string>) {
    this.#random = random
    this.#used = new Set(taken)
  }

  /** A stem such as 澜庭岳 and "velorak", to be followed by what the thing is. */
  stem(): Text {
    return { zh: this.#fresh(() => this.#han(CHARACTERS, 3)), en: this.#fresh(() => this.#latin(3)) }
  }

  person(): Text {
    const zh = this.#fresh(() => this.#random.pick(SURNAMES) + this.#han(CHARACTERS, 2))
    const en = this.#fresh(() => `${capital(this.#latin(2))} ${capital(this.#latin(3))}`)
    return { zh, en }
  }

  #han(pool: readonly string[], length: number): string {
    return Array.from({ length }, () => this.#random.pick(pool)).join('')
  }

  #latin(syllables: number): string {
    const syllable = (): string => this.#random.pick(ONSETS) + this.#random.pick(VOWELS)
    return Array.from({ length: syllables }, syllable).join('') + this.#random.pick(CODAS)
  }

  #fresh(invent: () => string): string {
    for (;;) {
      const name = invent()
      if (this.#used.has(name)) continue
      this.#used.add(name)
      return name
    }
  }
}

export function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
