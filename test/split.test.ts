// Long texts for platforms with limits.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitBlocks, splitText } from '../adapters/split.js'

describe('a text that is too long', () => {
  it('is split so that every piece fits and nothing is lost', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 2, max: 50 }), (text, most) => {
        const pieces = splitText(text, most)
        expect(pieces.join('')).toBe(text)
        expect(pieces.every((piece) => piece.length <= most)).toBe(true)
      }),
    )
  })

  it('is split after a sentence where one ends in time', () => {
    expect(splitText('第一句。第二句。第三句。', 9)).toEqual(['第一句。第二句。', '第三句。'])
  })

  it('is split after a line rather than after a sentence', () => {
    expect(splitText('One.\nTwo. Three', 12)).toEqual(['One.\n', 'Two. Three'])
  })

  it('is not split within a character of two halves', () => {
    expect(splitText('😂😂', 3)).toEqual(['😂', '😂'])
  })
})

describe('blocks', () => {
  it('share a piece as long as they fit', () => {
    expect(splitBlocks(['aaa', 'bbb', 'ccc'], 7)).toEqual(['aaa\nbbb', 'ccc'])
  })

  it('are all there, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1, maxLength: 60 })), fc.integer({ min: 2, max: 80 }), (blocks, most) => {
        const pieces = splitBlocks(blocks, most)
        expect(pieces.every((piece) => piece.length <= most)).toBe(true)
        expect(pieces.join('').replace(/\n/g, '')).toBe(blocks.join('').replace(/\n/g, ''))
      }),
    )
  })
})
