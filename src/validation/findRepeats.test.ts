// Held to a plain reading: of the lines with one hash the first, and all others.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LineId } from '../base/units.ts'
import { findRepeats } from './findRepeats.ts'
import { ANY_CHECK, type HashPage, highWith, lowOf, OpenPage, PAGE } from './hashPage.ts'
import { openText } from '../session/testing/openText.ts'
import { runs } from '../tooling/runs.ts'

interface Entry {
  readonly line: number
  readonly hash: number
  readonly check: number
}

function pagesOf(entries: readonly Entry[]): (HashPage | undefined)[] {
  const open: (OpenPage | undefined)[] = []
  for (const { line, hash, check } of entries) {
    const page = (open[Math.floor(line / PAGE)] ??= new OpenPage(new Uint32Array(PAGE)))
    page.add(highWith(hash, check), lowOf(hash), line % PAGE)
  }
  return Array.from(open, (page) => page?.close())
}

const entry: fc.Arbitrary<Entry> = fc.record({
  line: fc.oneof(fc.nat(200), fc.nat(2 * PAGE)),
  hash: fc.oneof(
    fc.integer({ min: 1, max: 3 }),
    fc.integer({ min: 1, max: 6 }).map((n) => n * 2 ** 49 + 5),
  ),
  check: fc.constantFrom(0, 0, 0, 7, ANY_CHECK),
})

test('finds the first and the later lines of each hash, however many are sorted at a time', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(entry, { selector: ({ line }) => line, maxLength: 80 }),
      fc.constantFrom(1, 4, 20, undefined),
      fc.constantFrom(0, 2, undefined),
      (entries, atATime, mostPossible) => {
        const { marks, unclear } = findRepeats(pagesOf(entries), atATime, mostPossible)
        const first: number[] = []
        const later: number[] = []
        const differing = new Set<number>()
        const byHash = new Map<number, Entry[]>()
        for (const one of entries.toSorted((a, b) => a.line - b.line)) {
          byHash.set(one.hash, [...(byHash.get(one.hash) ?? []), one])
        }
        for (const [hash, group] of byHash) {
          const [one, ...rest] = group
          if (!one || rest.length === 0) continue
          first.push(one.line)
          later.push(...rest.map(({ line }) => line))
          const checks = group.map(({ check }) => check)
          if (new Set(checks).size > 1 || checks.includes(ANY_CHECK)) differing.add(hash)
        }
        const ascending = (lines: number[]): number[] => lines.sort((a, b) => a - b)
        const foundFirst: number[] = []
        const foundLater: number[] = []
        marks?.first.forEach(0, 3 * PAGE, (line) => foundFirst.push(line))
        marks?.later.forEach(0, 3 * PAGE, (line) => foundLater.push(line))
        expect(foundFirst).toEqual(ascending(first))
        expect(foundLater).toEqual(ascending(later))
        expect(unclear).toEqual(differing)
      },
    ),
    runs(150),
  )
})

test('a file with one id in nearly every line has one first, also after edits', async () => {
  const request = (id: string, i: number): string =>
    JSON.stringify({
      custom_id: id,
      method: 'POST',
      url: '/v1/embeddings',
      body: { model: 'm', input: `${i}` },
    })
  const lines = Array.from({ length: 3000 }, (_, i) => request(i === 1234 ? 'other' : 'same', i))
  const { session, facts, texts } = await openText(lines.join('\n'))
  const counts = (): object =>
    Object.fromEntries(facts().causes.map(({ code, count }) => [code, count]))
  const first = (): Promise<string[]> => texts({ kind: 'cause', code: 'custom-id-repeated' })
  expect(counts()).toEqual({ 'duplicate-custom-id': 2998, 'custom-id-repeated': 1 })
  expect(await first()).toEqual([lines[0]])

  await session.edit({ kind: 'delete', ids: [0 as LineId] })
  expect(counts()).toEqual({ 'duplicate-custom-id': 2997, 'custom-id-repeated': 1 })
  expect(await first()).toEqual([lines[1]])
  await session.edit({ kind: 'move', id: 1 as LineId, by: 1 })
  expect(await first()).toEqual([lines[2]])
  await session.edit({ kind: 'replace', id: 2 as LineId, texts: [request('another', 2)] })
  expect(counts()).toEqual({ 'duplicate-custom-id': 2996, 'custom-id-repeated': 1 })
  expect(await first()).toEqual([lines[1]])
  await session.undo()
  await session.undo()
  await session.undo()
  expect(counts()).toEqual({ 'duplicate-custom-id': 2998, 'custom-id-repeated': 1 })
  expect(await first()).toEqual([lines[0]])
})
