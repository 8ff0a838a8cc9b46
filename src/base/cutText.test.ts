import fc from 'fast-check'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { runs } from '../tooling/runs.ts'
import {
  cutText,
  graphemeEnd,
  graphemeStart,
  shortJson,
  shortText,
  splitsGrapheme,
} from './cutText.ts'
import { anyScript } from './testing/anyScript.ts'

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Where characters begin, and the end of the text. */
function edgesOf(text: string): readonly number[] {
  return [...Array.from(segmenter.segment(text), ({ index }) => index), text.length]
}

describe('cutText', () => {
  it.each([
    ['Latin', 'abcdef', 3, 'abc'],
    ['a text that is short enough', 'abc', 3, 'abc'],
    ['nothing', 'abc', 0, ''],
    ['Chinese', '你好世界', 2, '你好'],
    ['a surrogate pair', 'a😀b', 2, 'a'],
    ['Han beyond the BMP', '𠮷野家', 1, ''],
    ['a letter and its accent', 'abe\u0301d', 3, 'ab'],
    ['a family', 'x👨‍👩‍👧‍👦y', 8, 'x'],
    ['a skin tone', 'x👍🏽y', 3, 'x'],
    ['flags', '🇹🇼🇯🇵🇰🇷', 6, '🇹🇼'],
    ['a key cap', 'n1️⃣', 2, 'n'],
    ['a heart in colour', 'a❤️', 2, 'a'],
    ['Hangul in jamo', 'a\u1112\u1161\u11ab', 3, 'a'],
    ['Thai with a vowel above', 'กี่ที่', 4, 'กี่'],
    ['Devanagari', 'नमस्ते', 3, 'नम'],
    ['Arabic with vowel signs', 'مُحَمَّد', 3, 'مُ'],
    ['Hebrew with points', 'שָׁלוֹם', 2, ''],
    ['a dakuten of its own', 'か\u3099き', 1, ''],
    ['a carriage return with its line feed', 'a\r\nb', 2, 'a'],
    ['a variant of a Han character', '葛\u{e0100}城', 2, ''],
  ])('cuts no character: %s', (_what, text, length, expected) => {
    expect(cutText(text, length)).toBe(expected)
  })

  it('says with an ellipsis that there is more', () => {
    expect(shortText('नमस्ते', 3)).toBe('नम…')
    expect(shortText('abc', 3)).toBe('abc')
  })

  it('yields a prefix that is not too long and ends where a character ends', () => {
    fc.assert(
      fc.property(anyScript, fc.nat(80), (text, length) => {
        const cut = cutText(text, length)
        expect(text.startsWith(cut)).toBe(true)
        expect(cut.length).toBe(edgesOf(text).findLast((edge) => edge <= length))
      }),
      runs(1000),
    )
  })

  it('cuts long texts as it cuts short ones, and costs no more for them', () => {
    const text = '🇹🇼क्षि👨‍👩‍👧‍👦'.repeat(2_000_000)
    const asked = vi.spyOn(Intl.Segmenter.prototype, 'segment')
    onTestFinished(() => void vi.restoreAllMocks())
    for (let at = 30_000_000; at < 30_000_100; at++) graphemeEnd(text, at)
    expect(asked).toHaveBeenCalled()
    for (const [near] of asked.mock.calls) expect(near.length).toBeLessThan(200)
    // Of 19 code units each.
    expect(cutText(text, 19_000_000 + 7)).toHaveLength(19_000_000 + 4)
    expect(cutText(text, 19_000_000 + 18)).toHaveLength(19_000_000 + 8)
  })

  it('cuts a letter under more accents than anyone reads, but no surrogate pair', () => {
    const zalgo = `e${'\u0301'.repeat(1000)}`
    expect(cutText(zalgo, 500)).toHaveLength(500)
    expect(graphemeEnd(zalgo, 500)).toBe(500)
    const tall = `e${'\u{1d165}'.repeat(1000)}`
    expect(cutText(tall, 500)).toHaveLength(499)
    expect(graphemeEnd(tall, 500)).toBe(501)
  })

  it('counts flags from the first one on', () => {
    const flags = '🇹🇼'.repeat(300)
    for (const at of [400, 402]) expect(graphemeStart(flags, at)).toBe(400)
    expect(graphemeStart(`🇹${flags}`, 402)).toBe(400)
    expect(graphemeStart(`🇹${flags}`, 404)).toBe(404)
  })
})

describe('shortJson', () => {
  it.each([
    ['short', 9, '"short"'],
    ['just right', 12, '"just right"'],
    ['a little long', 12, '"a little lo…"'],
    ['ab👨‍👩‍👧cd', 9, '"ab…"'],
    ['\n\n\n', 6, '"\\n\\n…"'],
    ['\\\\\\', 6, '"\\\\\\\\…"'],
    ['a\u0001b', 6, '"a…"'],
    ['नमस्ते', 4, '"नम…"'],
  ])('%j, %d', (text, length, expected) => {
    expect(shortJson(text, length)).toBe(expected)
  })
})

describe('graphemeStart, graphemeEnd', () => {
  it('are the edges around a place, as the whole text has them', () => {
    fc.assert(
      fc.property(anyScript, fc.integer({ min: -2, max: 80 }), (text, at) => {
        const edges = edgesOf(text)
        const start = edges.findLast((edge) => edge <= at) ?? 0
        const end = edges.find((edge) => edge >= at) ?? text.length
        expect([graphemeStart(text, at), graphemeEnd(text, at)]).toEqual([start, end])
        expect(splitsGrapheme(text, at)).toBe(start !== end)
      }),
      runs(1000),
    )
  })

  it('ask nobody where they need not, and are right there', () => {
    // All where scripts begin and end near each other, some of the others.
    const units = Array.from({ length: 0x10000 }, (_, unit) => unit).filter(
      (unit) => unit < 0x600 || unit % 31 === 0 || [0x20, 0x2e, 0x30, 0xff].includes(unit >> 8),
    )
    for (const other of ['a', '\r', '\n', 'я', '中', '한', 'Ａ', '\u0301', '\u200d']) {
      for (const one of units.map((unit) => String.fromCharCode(unit))) {
        const text = `${one}${other}${one}`
        const [, ...edges] = edgesOf(text)
        const told = [1, 2, 3].filter((at) => !splitsGrapheme(text, at))
        expect(told.join(), JSON.stringify(text)).toBe(edges.join())
      }
    }
  })
})
