// What is said of the line that the file ends in stays true when that line is no longer the last.
import { expect, test } from 'vitest'
import type { LineId } from '../base/units.ts'
import type { EditCommand } from '../contracts/documentApi.ts'
import { openText, type OpenedText } from './testing/openText.ts'

const CUT = '{"a":1}\n{"a":2}\n{"a":"thr'

function codesOf({ facts }: OpenedText): readonly (readonly [string, number])[] {
  return facts().causes.map(({ code, count }) => [code, count])
}

async function exportedText({ session }: OpenedText): Promise<string> {
  const request = { jobId: 'export', selection: { kind: 'all' }, exporterId: 'jsonl' } as const
  const blob = await session.exportBlob(request, () => {})
  if (!blob.ok) throw new Error(blob.failure.code)
  return blob.value.blob.text()
}

const COMMANDS: readonly (readonly [string, EditCommand])[] = [
  ['a final newline', { kind: 'fixFile', code: 'missing-final-newline' }],
  ['a line appended', { kind: 'insert', at: 3, texts: ['{"a":4}'] }],
  ['the line moved up', { kind: 'move', id: 2 as LineId, by: -1 }],
  ['the line cut elsewhere', { kind: 'replace', id: 2 as LineId, texts: ['{"a":[3'] }],
  ['the line deleted', { kind: 'delete', ids: [2 as LineId] }],
  ['another line broken', { kind: 'replace', id: 0 as LineId, texts: ['{"a":"o'] }],
]

test.each(COMMANDS)('after %s', async (_, command) => {
  const opened = await openText(CUT)
  const before = codesOf(opened)
  expect(before).toEqual([['truncated-line', 1]])
  expect(await opened.session.edit(command)).toMatchObject({ ok: true })
  await expectToldTruly(opened)
  expect(await opened.session.undo()).toMatchObject({ ok: true })
  expect(codesOf(opened)).toEqual(before)
  await expectToldTruly(opened)
  expect(await opened.session.redo()).toMatchObject({ ok: true })
  await expectToldTruly(opened)
})

test('after another format was chosen for an edited last line', async () => {
  const opened = await openText(CUT)
  await opened.session.edit({ kind: 'replace', id: 2 as LineId, texts: ['{"a":[3'] })
  await opened.session.setFormat('batchInput', 'format')
  await opened.session.setFormat('plainJsonl', 'format')
  await expectToldTruly(opened)
})

/** As if the file was opened as it is; and each line that is listed under a cause has it. */
async function expectToldTruly(opened: OpenedText): Promise<void> {
  const { session, facts } = opened
  expect(codesOf(opened)).toEqual(codesOf(await openText(await exportedText(opened))))
  for (const { code } of facts().causes) {
    const window = await session.readRows({ kind: 'cause', code }, 0, 10)
    for (const { id } of window.ok ? window.value.rows : []) {
      const detail = await session.readLine(id)
      expect(detail.ok && detail.value.diagnostics.map((each) => each.code)).toContain(code)
    }
  }
}
