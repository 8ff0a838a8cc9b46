import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memorySource } from '../byteSource.ts'
import { checkInvariants } from '../testing/checkInvariants.ts'
import { JsonlDocument } from '../jsonlDocument.ts'
import { restoreLines, type SavedLines, saveLines } from './savedLines.ts'
import { anyEdits, editAtRandom } from '../testing/editAtRandom.ts'
import { openBytes, openText } from '../testing/openText.ts'
import { runs } from '../../tooling/runs.ts'

/** As storing and loading would leave them: arrays of their own, the words in one. */
function saved(doc: JsonlDocument): SavedLines {
  const lines = saveLines(doc)
  if (!lines) throw new Error('the document has no lines to save')
  return structuredClone({
    ...lines,
    words: Uint16Array.from(lines.words.flatMap((words) => [...words])),
  })
}

function restored(file: Uint8Array, lines: SavedLines): JsonlDocument | undefined {
  const doc = new JsonlDocument(memorySource(file))
  return restoreLines(doc, lines) ? doc : undefined
}

async function seen(doc: JsonlDocument): Promise<unknown> {
  const ids = doc.view({ kind: 'all' }).ids(0, doc.lineCount)
  const contents = await doc.readContents(ids)
  return {
    ids,
    texts: contents.map(({ bytes }) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)),
    findingSets: ids.map((id) => doc.findingSetOf(id)),
    histogram: [...doc.histogram()],
    numbers: [doc.byteLength, doc.crlfCount, doc.editedCount, doc.originalLineCount],
    ends: [doc.endsWithLineFeed, doc.isUsuallyCrlf, doc.isDirty],
    labels: [doc.undoLabel, doc.redoLabel],
  }
}

const file = fc
  .array(
    fc.tuple(
      fc.constantFrom('', 'a', '{"é":1}', 'x'.repeat(30_000)),
      fc.constantFrom('\n', '\r\n'),
    ),
    {
      maxLength: 600,
      size: 'max',
    },
  )
  .chain((lines) =>
    fc
      .constantFrom('', 'last', 'last\r')
      .map((last) => lines.map((parts) => parts.join('')).join('') + last),
  )
  .map((text) => new TextEncoder().encode(text))

test('a restored document equals the one that was read, before and after any edits', async () => {
  await fc.assert(
    fc.asyncProperty(file, anyEdits, async (bytes, edits) => {
      const read = openBytes(bytes, { findingSetOf: (line) => line % 5 })
      const again = restored(bytes, saved(read))
      expect(again).toBeDefined()
      if (!again) return
      expect(checkInvariants(again)).toEqual([])
      expect(await seen(again)).toEqual(await seen(read))
      await editAtRandom(read, edits)
      await editAtRandom(again, edits)
      expect(checkInvariants(again)).toEqual([])
      expect(await seen(again)).toEqual(await seen(read))
    }),
    runs(60),
  )
})

test('matches of a search are not saved', () => {
  const doc = openText('a\nb\n')
  const [first] = doc.view({ kind: 'all' }).ids(0, 1)
  if (first !== undefined) doc.setMatch(first, true)
  expect(doc.matchCount).toBe(1)
  expect([...saved(doc).words]).toEqual([0, 0])
})

test('a changed document has nothing to save, even when the change was undone', async () => {
  const doc = openText('a\nb\nc\n')
  await editAtRandom(doc, [{ kind: 'move', at: 0, to: 2 }])
  expect(saveLines(doc)).toBeUndefined()
  doc.undo()
  expect(saveLines(doc)).toBeUndefined()
})

test('a document that is still being read has nothing to save', () => {
  expect(saveLines(new JsonlDocument(memorySource(new Uint8Array(0))))).toBeUndefined()
})

test('lines that cannot be those of the file are refused', () => {
  const bytes = new TextEncoder().encode('aa\nbb\ncc')
  const good = saved(openBytes(bytes))
  const wrong: Partial<SavedLines>[] = [
    { firstLines: new Uint32Array([1]) },
    { offsets: new Float64Array([3]) },
    { offsets: new Float64Array([0, 6]) },
    { firstLines: new Uint32Array([0, 3]), offsets: new Float64Array([0, 6]) },
    { firstLines: new Uint32Array(0), offsets: new Float64Array(0) },
    { words: new Uint16Array(300) },
    { words: new Uint16Array([0, 0x4000, 0]) },
    { words: new Uint16Array([0, 0x2000, 0]) },
    { numbers: { ...good.numbers, byteLength: 9 } },
    { numbers: { ...good.numbers, unterminatedLine: 1 } },
  ]
  for (const part of wrong) expect(restored(bytes, { ...good, ...part })).toBeUndefined()
  expect(restored(bytes, good)?.lineCount).toBe(3)
})
