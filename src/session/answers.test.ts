// Questions about lines: what they answer holds for a revision, and lines are known by id.
import { expect, test } from 'vitest'
import { lineId } from '../base/units.ts'
import type { View } from '../contracts/documentApi.ts'
import { loadScannerModule } from '../scanner/testing/loadScanner.ts'
import { DocumentSession } from './documentSession.ts'
import { openText } from './testing/openText.ts'

const ALL: View = { kind: 'all' }
const INVALID: View = { kind: 'invalid' }

/** Each question, in one call. */
function ask(session: DocumentSession) {
  return Promise.all([
    session.readRows(ALL, 0, 10),
    session.rowOfLine(INVALID, { index: 0 }),
    session.fileMap(4),
    session.readLine(lineId(1)),
    session.lineIdAt(0),
    session.validateText(lineId(1), '{}'),
    session.nextLine(INVALID, { index: -1 }, 1),
  ])
}

test('every answer says for which revision it holds', async () => {
  const { session, facts } = await openText('{"a":1}\n{"b":\n{"c":3}\n')
  for (let edits = 0; edits < 3; edits++) {
    const { revision } = facts()
    for (const answer of await ask(session)) {
      expect(answer).toMatchObject({ ok: true, value: { revision } })
    }
    await session.edit({ kind: 'duplicate', id: lineId(1) })
    expect(facts().revision).toBeGreaterThan(revision)
  }
})

test('before a document is open every answer is a failure, and none throws', async () => {
  const session = new DocumentSession(loadScannerModule)
  const changes = await Promise.all([
    session.edit({ kind: 'delete', ids: [] }),
    session.undo(),
    session.setFormat('plainJsonl', 'job'),
    session.exportBlob({ jobId: 'e', selection: { kind: 'all' }, exporterId: 'jsonl' }, () => {}),
  ])
  for (const failure of [...(await ask(session)), ...changes]) {
    expect(failure).toMatchObject({ ok: false, failure: { code: 'not-open' } })
  }
  expect(await session.cancel('none')).toEqual({ ok: true, value: undefined })
  expect(await session.catalogue()).toMatchObject({ ok: true })
})

test('the next line is the one after a line that has moved, or after where it was', async () => {
  const { session } = await openText('{"a":\n{"b":2}\n{"c":\n{"d":4}\n')
  const next = async (id: number, index: number, direction: -1 | 1) => {
    const found = await session.nextLine(INVALID, { id: lineId(id), index }, direction)
    return found.ok && found.value.line
  }
  expect(await next(1, 1, 1)).toEqual({ id: 2, index: 2 })
  await session.edit({ kind: 'insert', at: 0, texts: ['[', '[]', '[]'] })
  // By its place of before it would be in front of line 0, which is at 3 now.
  expect(await next(1, 1, 1)).toEqual({ id: 2, index: 5 })
  expect(await next(1, 1, -1)).toEqual({ id: 0, index: 3 })
  expect(await session.rowOfLine(INVALID, { id: lineId(2), index: 2 })).toMatchObject({
    value: { row: 2 },
  })
  await session.edit({ kind: 'delete', ids: [lineId(1)] })
  expect(await next(1, 4, 1)).toEqual({ id: 2, index: 4 })
})

test('a file map has as many cells as were asked for, none included', async () => {
  const { session } = await openText('{"a":\n{"b":2}\n')
  for (const cells of [0, 1, 2, 7]) {
    const map = await session.fileMap(cells)
    expect(map.ok && map.value.cells.length).toBe(cells)
  }
})
