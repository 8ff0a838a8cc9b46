// Exports in another order than the document's, against a plain join of the lines.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { scramble } from '../benchmark/seededRandom.ts'
import { runs } from '../tooling/runs.ts'
import type { ByteSource } from './byteSource.ts'
import type { Segment } from './exportSegments.ts'
import { LineArena } from './lineArena.ts'
import { LineSequence, linesInOrder } from './lineSequence.ts'
import { LineSet } from './lineSet.ts'
import { slotOf } from './lineSlot.ts'
import { sequenceSegments, type SequenceOptions } from './sequenceSegments.ts'
import { anyEdits, editAtRandom } from './testing/editAtRandom.ts'
import { openText } from './testing/openText.ts'

const MARK = '\uFEFF'
const MARK_BYTES = '\xEF\xBB\xBF'

/** The bytes, one character each: edits may break UTF-8. */
async function joined(source: ByteSource, segments: AsyncIterable<Segment>): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const s of segments) {
    parts.push(s.kind === 'bytes' ? s.bytes.slice() : await source.read(s.from, s.to))
  }
  return Buffer.concat(parts).toString('latin1')
}

const line = fc.oneof(
  { weight: 8, arbitrary: fc.string({ unit: fc.constantFrom('a', 'é', '"'), maxLength: 8 }) },
  { weight: 2, arbitrary: fc.constant(`${'a'.repeat(150)}bcdefgh`) },
  { weight: 1, arbitrary: fc.constant(`${'long'.repeat(17_000)}tail`) },
  { weight: 1, arbitrary: fc.constant(`${MARK}marked`) },
)
const fewLines = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\r\n')), { maxLength: 12 })
  .map((lines) => lines.map(([content, end]) => content + end).join(''))
const manyLines = fc
  .integer({ min: 250, max: 900 })
  .map((n) =>
    Array.from({ length: n }, (_, i) => `line ${i}${i % 7 === 3 ? '\r\n' : '\n'}`).join(''),
  )
const file = fc
  .record({ lines: fc.oneof(fewLines, manyLines), mark: fc.boolean(), cutEnd: fc.boolean() })
  .map(({ lines, mark, cutEnd }) => {
    const text = (mark ? MARK : '') + lines
    return cutEnd ? text.replace(/\r?\n$/, '') : text
  })
const options = fc.record<SequenceOptions>({
  lineEnds: fc.constantFrom('keep' as const, 'lf' as const),
  dropByteOrderMark: fc.boolean(),
  room: fc.constantFrom(0, 20, 100, 1000, 5000, 1e6),
})

/** Without their line feeds. */
async function* eachLine(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let held = ''
  for await (const chunk of chunks) {
    const lines = (held + Buffer.from(chunk).toString('latin1')).split('\n')
    held = lines.pop() ?? ''
    yield* lines
  }
  expect(held).toBe('')
}

function rowsOf(line: string): string {
  if (line.length % 5 === 4) return ''
  return line.length % 5 === 3 ? `"${line}\n",\n2\n` : `${line}\n`
}

test('lines in the order of a sequence are the join of its lines, however little room there is', async () => {
  await fc.assert(
    fc.asyncProperty(
      file,
      anyEdits,
      options,
      fc.uint8Array({ min: 0, max: 1, minLength: 4, maxLength: 4 }),
      fc.integer({ min: 0, max: 3 }),
      fc.nat(),
      async (text, edits, opts, chosen, step, seed) => {
        const doc = openText(text, { batchLines: 37, findingSetOf: (i) => (i * i) % 4 })
        const { tables } = doc
        const shuffled = (): LineSequence => {
          const { order, states } = tables
          const all = linesInOrder(order, states.originalCount, states.addedCount)
          const keys = Array.from(all, (one) => scramble(one + seed))
          const places = Array.from(all.keys()).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0))
          const sorted = Uint32Array.from(places, (place) => all[place] as number)
          return new LineSequence(sorted, states.originalCount)
        }
        // Lines that are added later stand at the end.
        const early = shuffled()
        await editAtRandom(doc, edits)
        const sequence = step === 0 ? early : shuffled()

        const members = new Uint8Array(4096)
        members.set(chosen)
        const view = doc.view({ kind: 'findingSets', members })
        const only = new LineSet()
        const ids = view
          .ids(0, view.count)
          .sort((a, b) => sequence.placeOf(slotOf(a)) - sequence.placeOf(slotOf(b)))
          .filter((_, i) => step < 2 || i % step === 0)
        for (const id of ids) only.add(id)

        const ends = [...text.matchAll(/[^\n]*(\n|$)/g)]
          .filter((m) => m[0] !== '')
          .map((m) => (m[0].endsWith('\r\n') ? '\r\n' : m[0].endsWith('\n') ? '\n' : ''))
        const crlf = ends.filter((end) => end === '\r\n').length
        const usual = crlf * 2 > ends.filter((end) => end !== '').length ? '\r\n' : '\n'
        const contents = await doc.readContents(ids)
        const expected = ids
          .map((id, i) => {
            let content = Buffer.from(contents[i]?.bytes ?? []).toString('latin1')
            const goes = i === 0 ? opts.dropByteOrderMark : id === 0
            if (goes && content.startsWith(MARK_BYTES)) content = content.slice(3)
            return content + (opts.lineEnds === 'lf' ? '\n' : ends[id] || usual)
          })
          .join('')
        let counted = [0, 0]
        const segments = sequenceSegments(tables, view, sequence, {
          ...opts,
          // Where each line is written alone, many lines take long.
          room: ids.length > 30 ? 2000 + (opts.room ?? 0) : (opts.room ?? 0),
          ...(step > 1 && { only }),
          onLines: (lines, bytes) => {
            counted = [lines, bytes]
          },
        })
        const written = await joined(tables.source, segments)
        expect(written === expected).toBe(true)
        if (ids.length > 0) expect(counted).toEqual([ids.length, expected.length])

        // Rows, of which lines have none or several; a mark in the middle of a file is no concern of theirs.
        const isMarked = (i: number): boolean =>
          Buffer.from(contents[i]?.bytes ?? [])
            .toString('latin1')
            .startsWith(MARK_BYTES)
        if (ids.some((id, i) => id !== 0 && isMarked(i))) return
        const places = new Set<number>()
        const rows = sequenceSegments(tables, view, sequence, {
          lineEnds: 'lf',
          dropByteOrderMark: true,
          room: ids.length > 30 ? 2000 + (opts.room ?? 0) : (opts.room ?? 0),
          ...(step > 1 && { only }),
          onLines: (lines) => {
            counted = [lines, 0]
          },
          rows: async (lines, take) => {
            for await (const one of eachLine(lines)) {
              const bytes = Buffer.from(`..${rowsOf(one)}..`, 'latin1')
              const place = take(bytes, 2, bytes.length - 2)
              if (place >= 0) places.add(place)
            }
          },
        })
        const plainRows = contents.map(({ bytes }) => {
          const content = Buffer.from(bytes).toString('latin1')
          return rowsOf(content.startsWith(MARK_BYTES) ? content.slice(3) : content)
        })
        expect((await joined(tables.source, rows)) === plainRows.join('')).toBe(true)
        if (ids.length > 0) expect(counted[0]).toBe(ids.length)
        expect(places.size).toBe(ids.length)
      },
    ),
    runs(600),
  )
})

test('an arena gives up its last places, and never more than it has to', () => {
  const arena = new LineArena(80)
  arena.begin(10, 15)
  const places = [14, 11, 13, 10, 12]
  const bytes = Buffer.from(places.map((place) => `${String(place).repeat(10)}\n`).join(''))
  let next = 0
  for (let at = 0; at < bytes.length; at += 7) {
    arena.push(bytes.subarray(at, at + 7), () => places[next++] as number)
  }
  expect(arena.to).toBe(13)
  const out = new Uint8Array(100)
  const { place, length } = arena.copyTo(out, 10)
  expect(place).toBe(13)
  expect(Buffer.from(out.subarray(0, length)).toString()).toBe(
    [10, 11, 12].map((one) => `${String(one).repeat(10)}\n`).join(''),
  )
})
