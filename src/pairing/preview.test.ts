import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyScript } from '../base/testing/anyScript.ts'
import { runs } from '../tooling/runs.ts'
import type { Message } from './conversation.ts'
import { previewConversation, previewText } from './preview.ts'

describe('previews', () => {
  test('are one line with single spaces', () => {
    expect(previewText('  a\n\n b\tc\u2028d ')).toBe('a b c d')
  })

  test('are cut with an ellipsis, not inside a character', () => {
    expect(previewText('abcdef', 3)).toBe('abc…')
    expect(previewText('ab cdef', 3)).toBe('ab…')
    expect(previewText('ab😀', 3)).toBe('ab…')
    expect(previewText('請問天氣如何', 4)).toBe('請問天氣…')
    expect(previewText('ab👍🏽 c', 4)).toBe('ab…')
    expect(previewText('नमस्ते दुनिया', 4)).toBe('नम…')
    expect(previewText('a'.repeat(1_000_000)).length).toBeLessThan(300)
  })

  test('say when there is more than was looked at', () => {
    expect(previewText(`${' '.repeat(10_000)}late`, 10)).toBe('…')
  })

  test('of any text are short, well-formed and on one line', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 20 }),
        (text, length) => {
          const preview = previewText(text, length)
          expect(preview.length).toBeLessThanOrEqual(length + 1)
          expect(preview).not.toMatch(/\s\s|[\n\r]/)
          expect(preview.isWellFormed()).toBe(true)
        },
      ),
    )
  })

  test('of any script hold whole characters', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })
    fc.assert(
      fc.property(anyScript, fc.integer({ min: 1, max: 40 }), (text, length) => {
        const solid = text.replace(/\s/gu, '')
        fc.pre(solid.length > length)
        const edges = Array.from(segmenter.segment(solid), ({ index }) => index)
        expect(edges).toContain(previewText(solid, length).length - 1)
      }),
      runs(500),
    )
  })

  const text = (role: string, words: string): Message => ({
    role,
    parts: [{ kind: 'text', text: words }],
  })

  test('of conversations are the last words of the user', () => {
    const talk = [text('system', 'S'), text('user', 'one'), text('user', 'two')]
    expect(previewConversation([...talk, text('assistant', 'A')])).toBe('two')
    expect(previewConversation([text('system', 'S')])).toBe('S')
    expect(previewConversation([])).toBe('')
  })

  test('name what is not text', () => {
    const parts = [
      { kind: 'media', media: 'image', source: { kind: 'unknown' }, title: undefined },
      { kind: 'tokens', count: 3 },
    ] as const
    expect(previewConversation([{ role: 'user', parts }])).toBe('[image] [3 tokens]')
  })
})
