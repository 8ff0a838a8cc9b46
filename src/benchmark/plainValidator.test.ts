// The comparison is fair only if it does the work: the plain validator finds what a schema can find.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { present } from '../base/assert.ts'
import { findFormat, plainFormat } from '../formats/registry.ts'
import { BENCH_CASES } from './benchCases.ts'
import { BREAKAGES } from './brokenLines.ts'
import { bytesOf, lineCountOf } from './caseBytes.ts'
import { validatePlainly } from './plainValidator.ts'
import { ALL_READINGS } from './readOnly.ts'

/** What no schema sees: bytes that a decoder has replaced, and what line rules say. */
const UNSEEN = new Set(['invalid-utf8', 'seed-not-whole', 'streaming-unsupported'])

/** Invalid lines by case, as a schema and a set of ids see them. An unknown key is an error to zod. */
const INVALID: Readonly<Record<string, (lines: number, broken: number) => number>> = {
  'mixed-invalid': (_, broken) => broken,
  'all-invalid': (lines) => lines,
  'one-id': (lines) => lines - 1,
  'repeated-ids': (lines) => {
    // Ids begin again at each power of two.
    const last = 2 ** Math.floor(Math.log2(lines - 1))
    return lines - Math.max(last / 2, lines - last)
  },
  'unknown-keys': (lines) => lines,
  'wrong-types': (lines) => lines,
}

test.each(BENCH_CASES.map((entry) => [entry.id, entry] as const))(
  '%s: counts the lines and the invalid ones',
  async (id, entry) => {
    const size = 100 * BREAKAGES.length * entry.lineBytes
    const target = entry.lineBytes > 10_000 ? 2_000_000 : size
    const format = present(findFormat(entry.formatId), entry.formatId)
    const validation = await validatePlainly(new Blob([...bytesOf(entry, target)]), format)
    const lines = lineCountOf(entry, target)
    const broken = BREAKAGES.filter(({ code }) => !UNSEEN.has(code)).length
    const invalid = INVALID[id]?.(lines, broken) ?? 0
    expect(validation).toMatchObject({ lines, invalid })
    expect(validation.ms).toBeGreaterThan(0)
  },
)

test('lines are put together again from any pieces of a stream', async () => {
  const text = '{"a":"é😀"}\r\n\n{"b":1}\n{"c":\n[1]\n\r\n{"d":2}'
  const bytes = new TextEncoder().encode(text)
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(bytes.length)), async (cuts) => {
      const edges = [0, ...cuts.toSorted((a, b) => a - b), bytes.length]
      const pieces = edges.slice(1).map((to, i) => bytes.slice(edges[i], to))
      const blob = new Blob([bytes])
      blob.stream = () => streamOf(pieces)
      expect(await validatePlainly(blob, plainFormat)).toMatchObject({ lines: 5, invalid: 2 })
    }),
  )
})

test.each(ALL_READINGS)('$id reads all bytes', async ({ measure }) => {
  for (const size of [0, 1, 5_000_000, 40_000_000]) {
    expect(await measure(new Blob([new Uint8Array(size)]))).toBeGreaterThanOrEqual(0)
  }
})

function streamOf(
  pieces: readonly Uint8Array<ArrayBuffer>[],
): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(piece)
      controller.close()
    },
  })
}
