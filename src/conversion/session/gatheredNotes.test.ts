// What is noted of many lines, kept in little: against the plain list of what was noted.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AttachedFindings, MAX_ATTACHED_SETS } from '../../contracts/attachedFindings.ts'
import { msg, verbatim } from '../../i18n/message.ts'
import { runs } from '../../tooling/runs.ts'
import type { TranslationNote } from '../../translation/translate.ts'
import { GatheredNotes } from './gatheredNotes.ts'

const SEVERITIES = { a: 'attention', d: 'dropped', c: 'changed' } as const

function note(code: keyof typeof SEVERITIES, value = '', place?: number): TranslationNote {
  return {
    code,
    severity: SEVERITIES[code],
    message: msg('The value {value} of {whose}.', { value, whose: verbatim(code) }),
    ...(place !== undefined && { targetPath: ['body', place] }),
  }
}

function gather(lines: Iterable<readonly TranslationNote[]>): {
  notes: GatheredNotes
  all: AttachedFindings
} {
  const notes = new GatheredNotes()
  for (const line of lines) notes.add(line)
  return { notes, all: notes.all() }
}

const findingsOf = ({ byLine, findings, sets }: AttachedFindings, line: number) =>
  (sets[byLine[line] ?? -1] ?? []).map((place) => findings[place])

describe('notes', () => {
  test('of each line are there with their messages and places, each once', () => {
    const anyNote = fc
      .tuple(
        fc.constantFrom('a', 'd', 'c'),
        fc.constantFrom('', '1', '2'),
        fc.option(fc.nat(2), { nil: undefined }),
      )
      .map(([code, value, place]) => note(code as 'a', value, place))
    fc.assert(
      fc.property(fc.array(fc.array(anyNote, { maxLength: 4 })), (lines) => {
        const { notes, all } = gather(lines)
        expect(notes.needAttention).toBe(
          lines.filter((line) => line.some(({ code }) => code === 'a')).length,
        )
        expect(all.byLine).toHaveLength(lines.length)
        for (const [at, line] of lines.entries()) {
          const told = findingsOf(all, at).map((finding) => ({
            code: finding?.code,
            message: finding?.message,
            path: finding?.path,
          }))
          const expected = line.map(({ code, message, targetPath }) => ({
            code: `translation-${code}`,
            message,
            path: targetPath,
          }))
          expect(told).toHaveLength(new Set(expected.map((each) => JSON.stringify(each))).size)
          expect(told).toEqual(expect.arrayContaining(expected))
        }
      }),
      runs(300),
    )
  })

  test('are warnings, which may be said once where they stop nothing, or hints', () => {
    const { all } = gather([[note('a'), note('d'), note('c')]])
    expect(findingsOf(all, 0).map((each) => [each?.severity, each?.canBeNotice])).toEqual([
      ['warning', undefined],
      ['warning', true],
      ['hint', undefined],
    ])
  })

  test('that all differ keep their kinds and stay few', () => {
    const count = 70_000
    function* lines() {
      for (let i = 0; i < count; i++) yield [note('a', `${i}`), ...(i % 2 ? [note('c', 'x')] : [])]
      yield [note('d', 'y'.repeat(1_000_000))]
    }
    const { all } = gather(lines())
    expect(all.sets.length).toBeLessThanOrEqual(MAX_ATTACHED_SETS)
    expect(JSON.stringify(all.findings).length).toBeLessThan(10_000_000)
    for (const line of [0, 1, 16_000, 16_001, count - 2, count - 1]) {
      const codes = findingsOf(all, line).map((finding) => finding?.code)
      expect(new Set(codes)).toEqual(
        new Set(line % 2 ? ['translation-a', 'translation-c'] : ['translation-a']),
      )
    }
    expect(findingsOf(all, 10)[0]?.message).toEqual(note('a', '10').message)
    expect(findingsOf(all, count)[0]).toMatchObject({ code: 'translation-d' })
  })

  test('of more sets than there are numbers keep the worst', () => {
    function* lines() {
      for (let i = 0; i < 2 ** 17; i++) {
        yield Array.from({ length: 17 }, (_, bit) => bit)
          .filter((bit) => (i >> bit) & 1)
          .map((bit) => ({ ...note('c'), code: `kind-${bit}` }))
      }
      yield [note('c'), note('a'), note('d')]
    }
    const { all } = gather(lines())
    expect(all.sets.length).toBeLessThanOrEqual(MAX_ATTACHED_SETS)
    const last = findingsOf(all, 2 ** 17).map((finding) => finding?.code)
    expect(last).toContain('translation-a')
    for (const line of [2 ** 17 - 1, 100_000]) expect(findingsOf(all, line)).not.toEqual([])
  })
})
