// Contents of lines of all sizes, whole and cut, as in the file and spliced.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { LineId } from '../base/units.ts'
import { verbatim } from '../i18n/message.ts'
import { memorySource, ReadFailure } from './byteSource.ts'
import { visitContents } from './contentReader.ts'
import { JsonlDocument } from './jsonlDocument.ts'
import { openBytes, openText } from './testing/openText.ts'
import { runs } from '../tooling/runs.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
const state = { findingSet: 0, key: 0, profile: 0 }

/** Long enough for a block of its own. */
const LONG = `[${'0,1,2,3,4,5,6,7,8,9,'.repeat(4000)}0]`

const sizes = fc.array(fc.constantFrom('', 'short', '{"a":1}', LONG), {
  minLength: 1,
  maxLength: 8,
})

test('any lines in any order, cut anywhere', async () => {
  await fc.assert(
    fc.asyncProperty(
      sizes,
      fc.constantFrom('\n', '\r\n'),
      fc.boolean(),
      fc.constantFrom(0, 1, 5, 70_000, 1_000_000),
      fc.array(fc.nat(100), { maxLength: 12 }),
      async (lines, end, cutEnd, limitBytes, order) => {
        const whole = lines.join(end) + (cutEnd && lines.at(-1) !== '' ? '' : end)
        const doc = openText(whole, { batchLines: 3 })
        const ids = order.map((at) => doc.idAt(at % lines.length) as LineId)
        const contents = await doc.readContents(ids, { limitBytes })
        expect(contents.map((c) => c.id)).toEqual(ids)
        expect(contents.map((c) => c.byteLength)).toEqual(ids.map((id) => lines[id]?.length))
        expect(contents.map((c) => decode(c.bytes))).toEqual(
          ids.map((id) => lines[id]?.slice(0, limitBytes)),
        )
      },
    ),
    runs(60),
  )
}, 60_000)

test('lines visited front to back are those that are read', async () => {
  await fc.assert(
    fc.asyncProperty(
      sizes,
      fc.uniqueArray(fc.nat(7), { maxLength: 3 }),
      fc.constantFrom(0, 5, 70_000, undefined),
      fc.uniqueArray(fc.nat(10), { maxLength: 11 }),
      async (lines, edited, limitBytes, order) => {
        const doc = openText(`${lines.join('\n')}\n`, { batchLines: 3 })
        const change = doc.beginChange(verbatim('edit'))
        for (const at of edited.filter((place) => place < lines.length)) {
          const [line] = await doc.readContents([doc.idAt(at) as LineId])
          const text = `${decode(line?.bytes).slice(0, 70_000)}NEW`
          change.replace(line as NonNullable<typeof line>, encode(text), state, state)
        }
        change.insertAt(1, encode('added'), state)
        change.commit()
        const ids = order
          .filter((at) => at < doc.lineCount)
          .map((at) => doc.idAt(at) as LineId)
          .sort((a, b) => a - b)
        const options = limitBytes === undefined ? {} : { limitBytes }
        const visited: unknown[] = ids.map(() => undefined)
        await visitContents(doc.tables, ids, options, ({ bytes, ...rest }, place) => {
          visited[place] = { bytes: decode(bytes), ...rest }
        })
        const read = await doc.readContents(ids, options)
        expect(visited).toEqual(
          read.map(({ bytes, ...rest }) => ({ bytes: decode(bytes), ...rest })),
        )
      },
    ),
    runs(60),
  )
}, 60_000)

test('a splice into a long line is stored in bytes, and read in parts', async () => {
  const doc = openText(`a\n${LONG}\r\nb\n`)
  const id = doc.idAt(1) as LineId
  const edited = `${LONG.slice(0, 40_000)}NEW${LONG.slice(40_002)}`
  const [line] = await doc.readContents([id])
  const held = doc.tables.arena.mark
  const change = doc.beginChange(verbatim('splice'))
  change.replace(line as NonNullable<typeof line>, encode(edited), state, state)
  change.commit()
  expect(doc.tables.arena.mark - held).toBeLessThan(20)
  for (const limitBytes of [0, 10, 40_000, 40_002, 40_010, edited.length, 1_000_000]) {
    const [cut] = await doc.readContents([id], { limitBytes })
    expect(cut?.byteLength).toBe(edited.length)
    expect(decode(cut?.bytes)).toBe(edited.slice(0, limitBytes))
  }
  expect(decode((await doc.readOriginal(id))?.bytes)).toBe(LONG)
  expect((await doc.readOriginal(id, { limitBytes: 3 }))?.byteLength).toBe(LONG.length)
})

test('a splice into a splice stays one', async () => {
  const doc = openText(`${LONG}\n`)
  const id = doc.idAt(0) as LineId
  let text = LONG
  const held = doc.tables.arena.mark
  for (const at of [50_000, 10, 79_000, 30_000]) {
    text = `${text.slice(0, at)}x${text.slice(at)}`
    const [line] = await doc.readContents([id])
    const change = doc.beginChange(verbatim('splice'))
    change.replace(line as NonNullable<typeof line>, encode(text), state, state)
    change.commit()
    const [now] = await doc.readContents([id])
    expect(decode(now?.bytes)).toBe(text)
  }
  // The widest of the splices holds what lies between the outermost edits.
  expect(doc.tables.arena.mark - held).toBeLessThan(4 * 80_000)
  for (let i = 0; i < 4; i++) doc.undo()
  expect(doc.isEdited(id)).toBe(false)
  expect(decode((await doc.readContents([id]))[0]?.bytes)).toBe(LONG)
})

test('what was asked for is what was there, whatever happens meanwhile', async () => {
  const doc = openText(`one\n${LONG}\n`)
  const ids = [doc.idAt(0) as LineId, doc.idAt(1) as LineId]
  const [first] = await doc.readContents(ids)
  const pending = doc.readContents(ids)
  const change = doc.beginChange(verbatim('edit'))
  change.replace(first as NonNullable<typeof first>, encode('two'), state, state)
  change.commit()
  expect((await pending).map((c) => decode(c.bytes))).toEqual(['one', LONG])
})

test('a file that is another by now is noticed', async () => {
  const doc = new JsonlDocument(memorySource(encode('{"a":1}{"b":2}\n')))
  doc.appendScanned({ count: 2, ends: [8, 15], baseOffset: 0, flags: [0, 0] }, [0, 0])
  doc.finishReading()
  const failure = await doc.readContents([doc.idAt(1) as LineId]).catch((error: unknown) => error)
  expect(failure).toBeInstanceOf(ReadFailure)
  expect(failure).toMatchObject({ failure: { kind: 'file-changed' } })
})

test('a document without lines has none', async () => {
  const doc = openBytes(new Uint8Array(0))
  expect([doc.lineCount, doc.byteLength, doc.endsWithLineFeed]).toEqual([0, 0, true])
  expect(doc.idAt(0)).toBeUndefined()
  expect(doc.view({ kind: 'all' }).next(-1, 1)).toBeUndefined()
  expect([...doc.fileMap(3, [])]).toEqual([0, 0, 0])
  expect(await doc.readContents([])).toEqual([])
})
