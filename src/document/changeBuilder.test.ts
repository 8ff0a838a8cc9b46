// What a change promises beyond its result: no trace of a discarded one, ids that come out the same,
// line ends as a step of undo, and refusal of what was read too early.
import { expect, test } from 'vitest'
import type { LineId } from '../base/units.ts'
import { verbatim } from '../i18n/message.ts'
import { ADDED_LINE_BASE } from '../base/units.ts'
import { checkInvariants } from './testing/checkInvariants.ts'
import type { LineContent } from './contentReader.ts'
import { exportSegments } from './exportSegments.ts'
import type { JsonlDocument } from './jsonlDocument.ts'
import { openText } from './testing/openText.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const state = { findingSet: 0, key: 0, profile: 0 }

async function read(doc: JsonlDocument, index: number): Promise<LineContent> {
  const [line] = await doc.readContents([doc.idAt(index) as LineId])
  if (!line) throw new Error('line was not read')
  return line
}

async function textOf(doc: JsonlDocument): Promise<string> {
  const { source } = doc.tables
  const parts: Uint8Array[] = []
  const options = { lineEnds: 'keep', dropByteOrderMark: false } as const
  for await (const s of exportSegments(doc.tables, doc.view({ kind: 'all' }), options)) {
    parts.push(s.kind === 'bytes' ? s.bytes : await source.read(s.from, s.to))
  }
  return Buffer.concat(parts).toString()
}

test('a discarded change leaves no trace, also not in the ids', async () => {
  const doc = openText('1\n2\n')
  const before = [doc.revision, doc.tables.arena.mark, doc.isDirty, doc.undoLabel]
  const change = doc.beginChange(verbatim('nothing'))
  change.replace(await read(doc, 0), encode('x'), state, state)
  const lost = change.insertAt(1, encode('y'), state)
  change.discard()
  expect([doc.revision, doc.tables.arena.mark, doc.isDirty, doc.undoLabel]).toEqual(before)
  expect(await textOf(doc)).toBe('1\n2\n')
  const again = doc.beginChange(verbatim('something'))
  expect(again.insertAt(0, encode('z'), state)).toBe(lost)
  again.commit()
  expect(await textOf(doc)).toBe('z\n1\n2\n')
  expect(checkInvariants(doc)).toEqual([])
})

test('a discarded change does not take away what can be redone', async () => {
  const doc = openText('1\n')
  const first = doc.beginChange(verbatim('first'))
  first.replace(await read(doc, 0), encode('one'), state, state)
  first.commit()
  doc.undo()
  const change = doc.beginChange(verbatim('nothing'))
  change.insertAt(0, encode('y'), state)
  change.discard()
  expect(doc.redoLabel).toEqual(verbatim('first'))
  doc.redo()
  expect(await textOf(doc)).toBe('one\n')
})

test('ids of added lines count on, and are not given out again after undo', () => {
  const doc = openText('1\n')
  const add = () => {
    const change = doc.beginChange(verbatim('add'))
    const id = change.insertAt(0, encode('x'), state)
    change.commit()
    return id
  }
  expect(add()).toBe(ADDED_LINE_BASE)
  doc.undo()
  expect(add()).toBe(ADDED_LINE_BASE + 1)
  expect(doc.indexOf(ADDED_LINE_BASE as LineId)).toBeUndefined()
})

test('lines added to one place stay in the order they were added in', async () => {
  const doc = openText('1\n2\n')
  const change = doc.beginChange(verbatim('split'))
  const first = change.insertAfter(doc.idAt(0) as LineId, encode('1b'), state)
  change.insertAfter(first, encode('1c'), state)
  change.insertAt(2, encode('end'), state)
  change.insertAt(1, encode('1d'), state)
  change.insertAt(0, encode('start'), state)
  change.commit()
  expect(await textOf(doc)).toBe('start\n1\n1b\n1c\n1d\n2\nend\n')
  expect(doc.lastChangedIds()).toHaveLength(5)
})

test('moves and inserts in one change mean the places before it', async () => {
  const doc = openText('a\nb\nc\nd\n')
  const [a, b, , d] = [0, 1, 2, 3].map((i) => doc.idAt(i) as LineId)
  const change = doc.beginChange(verbatim('rearrange'))
  change.insertAfter(a as LineId, encode('after a'), state)
  change.move(a as LineId, 3, state)
  change.move(d as LineId, 0, state)
  change.insertAfter(d as LineId, encode('after d'), state)
  change.insertAfter(b as LineId, encode('after b'), state)
  expect(change.commit().moved).toBe(true)
  expect(await textOf(doc)).toBe('d\nafter a\nb\nafter b\nc\na\nafter d\n')
  expect(checkInvariants(doc)).toEqual([])
  doc.undo()
  expect(await textOf(doc)).toBe('a\nb\nc\nd\n')
  expect(doc.tables.order.pieceCount).toBe(1)
})

test('line ends and the final newline are steps of undo', async () => {
  const doc = openText('1\r\n2\r\n3')
  expect([doc.crlfCount, doc.endsWithLineFeed, doc.byteLength]).toEqual([2, false, 7])
  const final = doc.beginChange(verbatim('Add final newline'))
  final.setFinalNewline('add')
  expect([final.size, final.isEmpty]).toEqual([0, false])
  final.commit()
  expect([doc.crlfCount, doc.endsWithLineFeed, doc.byteLength]).toEqual([3, true, 9])
  expect(await textOf(doc)).toBe('1\r\n2\r\n3\r\n')
  const lf = doc.beginChange(verbatim('Use LF'))
  lf.setLineEnds('lf')
  lf.commit()
  expect([doc.crlfCount, doc.endsWithLineFeed, doc.byteLength]).toEqual([0, true, 6])
  expect(await textOf(doc)).toBe('1\n2\n3\n')
  expect(doc.undoLabel).toEqual(verbatim('Use LF'))
  doc.undo()
  doc.undo()
  expect(await textOf(doc)).toBe('1\r\n2\r\n3')
  expect(doc.isDirty).toBe(false)
})

test('a line that changed since it was read is refused', async () => {
  const doc = openText('1\n')
  const old = await read(doc, 0)
  const change = doc.beginChange(verbatim('edit'))
  change.replace(old, encode('x'), state, state)
  change.commit()
  const late = doc.beginChange(verbatim('late'))
  expect(() => late.replace(old, encode('y'), state, state)).toThrow('changed since it was read')
  late.discard()
})

test('one change at a time, and each line once in it', async () => {
  const doc = openText('1\n')
  const change = doc.beginChange(verbatim('edit'))
  expect(() => doc.beginChange(verbatim('other'))).toThrow('another change is open')
  expect(() => doc.undo()).toThrow('another change is open')
  const line = await read(doc, 0)
  change.replace(line, encode('x'), state, state)
  change.delete(line, state)
  expect(() => change.commit()).toThrow('changed twice')
})

test('a line of the file can be made what it was', async () => {
  const doc = openText('first\nsecond\n')
  const edit = doc.beginChange(verbatim('edit'))
  edit.replace(await read(doc, 0), encode('1'), state, state)
  edit.commit()
  const line = await read(doc, 0)
  const back = doc.beginChange(verbatim('Restore'))
  back.restore(line, 5, state, state)
  back.commit()
  expect([doc.editedCount, doc.byteLength]).toEqual([0, 13])
  doc.undo()
  expect([doc.editedCount, doc.byteLength]).toEqual([1, 9])
  expect(await textOf(doc)).toBe('1\nsecond\n')
})

test('findingSets that are replaced as a whole make the history stale', async () => {
  const doc = openText('1\n2\n')
  const edit = doc.beginChange(verbatim('edit'))
  edit.replace(await read(doc, 0), encode('x'), state, { ...state, findingSet: 3 })
  const { epoch } = edit.commit()
  expect(epoch).toBe(doc.epoch)
  doc.replaceFindingSets([5, 6], new Map([[0, 7]]))
  expect([doc.countOf(5), doc.countOf(6), doc.countOf(7)]).toEqual([0, 1, 1])
  expect(doc.undo()?.epoch).not.toBe(doc.epoch)
})

test('saving makes the document clean, and undo from there dirty', async () => {
  const doc = openText('1\n')
  const edit = doc.beginChange(verbatim('edit'))
  edit.replace(await read(doc, 0), encode('x'), state, state)
  edit.commit()
  doc.markWritten('saved')
  expect(doc.isDirty).toBe(false)
  doc.undo()
  expect(doc.isDirty).toBe(true)
  const other = doc.beginChange(verbatim('other'))
  other.delete(await read(doc, 0), state)
  other.commit()
  expect(doc.isDirty).toBe(true)
  doc.undo()
  expect(doc.isDirty).toBe(true)
})

test('an export of all counts until the next change, and again when that is undone', async () => {
  const doc = openText('1\n')
  const change = async (): Promise<void> => {
    const edit = doc.beginChange(verbatim('edit'))
    edit.replace(await read(doc, 0), encode('x'), state, state)
    edit.commit()
  }
  expect(doc.isExported).toBe(false)
  await change()
  doc.markWritten('exported')
  expect([doc.isDirty, doc.isExported]).toEqual([true, true])
  await change()
  expect(doc.isExported).toBe(false)
  doc.undo()
  expect(doc.isExported).toBe(true)
  doc.undo()
  expect(doc.isExported).toBe(false)
  // The way to what was exported is lost.
  await change()
  expect(doc.isExported).toBe(false)
})
