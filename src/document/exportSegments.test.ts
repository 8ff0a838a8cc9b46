// Exports against a plain join of the lines.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ByteSource } from './byteSource.ts'
import { exportSegments } from './exportSegments.ts'
import type { Segment, SegmentOptions } from './exportSegments.ts'
import type { JsonlDocument } from './jsonlDocument.ts'
import type { LineView } from './lineView.ts'
import { packSegments } from './packSegments.ts'
import { anyEdits, editAtRandom } from './testing/editAtRandom.ts'
import { openBytes, openText } from './testing/openText.ts'
import { runs } from '../tooling/runs.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const MARK = '\uFEFF'
const MARK_BYTES = '\xEF\xBB\xBF'

/** The bytes, one character each: edits may break UTF-8. */
async function joined(source: ByteSource, segments: AsyncIterable<Segment>): Promise<string> {
  const parts: Uint8Array[] = []
  for await (const s of segments) {
    parts.push(s.kind === 'bytes' ? s.bytes : await source.read(s.from, s.to))
  }
  return Buffer.concat(parts).toString('latin1')
}

/** What the export should be, from the contents of the lines and the file's text alone. */
async function naive(doc: JsonlDocument, file: string, view: LineView, options: SegmentOptions) {
  const ends = [...file.matchAll(/[^\n]*(\n|$)/g)]
    .filter((m) => m[0] !== '')
    .map((m) => (m[0].endsWith('\r\n') ? '\r\n' : m[0].endsWith('\n') ? '\n' : ''))
  const crlf = ends.filter((end) => end === '\r\n').length
  const usual = crlf * 2 > ends.filter((end) => end !== '').length ? '\r\n' : '\n'
  const ids = view.ids(0, view.count)
  const contents = await doc.readContents(ids)
  return ids
    .map((id, i) => {
      let text = Buffer.from(contents[i]?.bytes ?? []).toString('latin1')
      const mayHaveMark = id === 0 || i === 0
      if (options.dropByteOrderMark && mayHaveMark && text.startsWith(MARK_BYTES))
        text = text.slice(3)
      if (options.lineEnds === 'lf') return `${text}\n`
      const own = ends[id]
      if (own === '' && i === ids.length - 1 && text !== '') return text
      return text + (own || usual)
    })
    .join('')
}

const line = fc.oneof(
  { weight: 8, arbitrary: fc.string({ unit: fc.constantFrom('a', 'é', '"'), maxLength: 8 }) },
  { weight: 2, arbitrary: fc.constant(`${'a'.repeat(150)}bcdefgh`) },
  { weight: 1, arbitrary: fc.constant(`${'long'.repeat(17_000)}tail`) },
)
const lineEnd = fc.constantFrom('\n', '\r\n')
const fewLines = fc
  .array(fc.tuple(line, lineEnd), { maxLength: 10 })
  .map((lines) => lines.map(([content, end]) => content + end).join(''))
const manyLines = fc
  .integer({ min: 250, max: 1200 })
  .map((n) =>
    Array.from({ length: n }, (_, i) => `line ${i}${i % 7 === 3 ? '\r\n' : '\n'}`).join(''),
  )
const file = fc
  .record({ lines: fc.oneof(fewLines, manyLines), mark: fc.boolean(), cutEnd: fc.boolean() })
  .map(({ lines, mark, cutEnd }) => {
    const text = (mark ? MARK : '') + lines
    return cutEnd ? text.replace(/\r?\n$/, '') : text
  })
const options: fc.Arbitrary<SegmentOptions> = fc.record({
  lineEnds: fc.constantFrom('keep' as const, 'lf' as const),
  dropByteOrderMark: fc.boolean(),
})
const members = fc.uint8Array({ min: 0, max: 1, minLength: 4, maxLength: 4 })

test('an export is the join of its lines', async () => {
  await fc.assert(
    fc.asyncProperty(file, anyEdits, options, members, async (text, edits, opts, chosen) => {
      const doc = openText(text, { batchLines: 37, findingSetOf: (i) => (i * i) % 4 })
      await editAtRandom(doc, edits)
      for (const view of [
        doc.view({ kind: 'all' }),
        doc.view({ kind: 'edited' }),
        doc.view({ kind: 'findingSets', members: chosen }),
      ]) {
        const expected = await naive(doc, text, view, opts)
        expect(await joined(doc.tables.source, exportSegments(doc.tables, view, opts))).toBe(
          expected,
        )
      }
    }),
    runs(60),
  )
}, 60_000)

test('byteLength is the length of the whole export', async () => {
  await fc.assert(
    fc.asyncProperty(file, anyEdits, async (text, edits) => {
      const doc = openText(text)
      expect(doc.byteLength).toBe(encode(text).length)
      await editAtRandom(doc, edits)
      const all = doc.view({ kind: 'all' })
      const segments = exportSegments(doc.tables, all, {
        lineEnds: 'keep',
        dropByteOrderMark: false,
      })
      const exported = await joined(doc.tables.source, segments)
      expect(doc.byteLength).toBe(exported.length)
      expect(doc.crlfCount).toBe(exported.split('\r\n').length - 1)
      expect(doc.endsWithLineFeed).toBe(exported === '' || exported.endsWith('\n'))
    }),
    runs(50),
  )
}, 60_000)

test('packing changes no byte, whatever the thresholds', async () => {
  const segment = fc.oneof(
    fc
      .tuple(fc.nat(1000), fc.nat(300))
      .map(([from, n]): Segment => ({ kind: 'source', from, to: Math.min(1000, from + n) })),
    fc
      .uint8Array({ maxLength: 200 })
      .map((bytes): Segment => ({ kind: 'bytes', bytes: new Uint8Array(bytes) })),
  )
  const bytes = Uint8Array.from({ length: 1000 }, (_, i) => (i * 7919) % 251)
  const { source } = openBytes(bytes).tables
  const limit = fc.integer({ min: 1, max: 500 })
  await fc.assert(
    fc.asyncProperty(
      fc.array(segment),
      limit,
      limit,
      async (segments, bufferBytes, copiedBytes) => {
        async function* each() {
          yield* segments
        }
        const packed = packSegments(source, segments, { bufferBytes, copiedBytes })
        const result = await joined(source, packed)
        expect(result).toBe(await joined(source, each()))
      },
    ),
  )
})

test('untouched stretches stay references, and an edit costs no more than its block', async () => {
  const text = Array.from(
    { length: 20_000 },
    (_, i) => `{"n":${i},"text":"${'x'.repeat(60)}"}\n`,
  ).join('')
  const doc = openText(text, { batchLines: 8192 })
  await editAtRandom(doc, [{ kind: 'replace', at: 4321, text: 'changed' }])
  const segments: Segment[] = []
  const all = doc.view({ kind: 'all' })
  for await (const s of exportSegments(doc.tables, all, {
    lineEnds: 'keep',
    dropByteOrderMark: false,
  })) {
    segments.push(s)
  }
  expect(segments.map((s) => s.kind)).toEqual(['source', 'bytes', 'source'])
  expect(segments[1]).toMatchObject({ bytes: encode('changed\n') })
})

test('an export does not go on when the document changes', async () => {
  const doc = openText('1\n2\n'.repeat(500))
  const segments = exportSegments(doc.tables, doc.view({ kind: 'all' }), {
    lineEnds: 'lf',
    dropByteOrderMark: true,
  })
  const reading = (async () => {
    for await (const _ of segments) await editAtRandom(doc, [{ kind: 'insert', at: 0, text: 'x' }])
  })()
  await editAtRandom(doc, [{ kind: 'insert', at: 0, text: 'x' }])
  await expect(reading).rejects.toMatchObject({ failure: { kind: 'refused' } })
})
