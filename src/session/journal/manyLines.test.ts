// Changes of so many lines that a journal has no room for their texts, made again in the same file and in one that has
// changed.
import { describe, expect, test } from 'vitest'
import { lineId } from '../../base/units.ts'
import type { Recovery } from '../../contracts/journal.ts'
import { loadScannerModule } from '../../scanner/testing/loadScanner.ts'
import { DocumentSession } from '../documentSession.ts'
import { createMemoryJournals, type MemoryJournals } from '../testing/memoryJournals.ts'

const ID = 'first'

interface Opened {
  readonly session: DocumentSession
  readonly text: () => Promise<string>
}

async function open(journals: MemoryJournals, content: string, id = ID): Promise<Opened> {
  const session = new DocumentSession(loadScannerModule, undefined, journals)
  const options = { jobId: 'open', startedAt: 0, seed: 1n, journal: { id, pageId: 'page' } }
  await session.open(new File([content], 'lines.jsonl', { lastModified: 1 }), options, () => {})
  return {
    session,
    async text() {
      const selection = { kind: 'view', view: { kind: 'all' } } as const
      const request = { jobId: 'export', selection, exporterId: 'jsonl' } as const
      const exported = await session.exportBlob(request, () => {})
      if (!exported.ok) throw new Error(exported.failure.code)
      return exported.value.blob.text()
    },
  }
}

async function recoverIn(
  journals: MemoryJournals,
  content: string,
  id = ID,
): Promise<{ readonly recovery: Recovery; readonly text: string; readonly opened: Opened }> {
  const opened = await open(journals, content, `after ${id}`)
  const result = await opened.session.recover(id, 'recover', () => {})
  if (!result.ok) throw new Error(result.failure.code)
  return { recovery: result.value, text: await opened.text(), opened }
}

/** A 'Fix all', an edit of one of its lines before it and one after it. */
async function fixAllOf(content: string): Promise<{ journals: MemoryJournals; result: string }> {
  const journals = createMemoryJournals()
  const { session, text } = await open(journals, content)
  await session.edit({ kind: 'replace', id: lineId(5), texts: ['{"typed":1,}'] })
  await session.fixAll('trailing-comma', undefined, 'fix', () => {})
  await session.edit({ kind: 'replace', id: lineId(7), texts: ['{"typed":2}'] })
  const result = await text()
  journals.crash()
  return { journals, result }
}

/** Lines whose texts, before and after, are more than a record has. */
function longLines(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `{"id":${i},"text":"${'x'.repeat(4000)}",}`)
}

function fileOf(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`
}

describe.each([
  ['whose texts are too many', longLines(1200)],
  ['which are too many', Array.from({ length: 50_100 }, (_, i) => `{"id":${i},}`)],
])('lines %s', (_, lines) => {
  test('are fixed again in the same file, and in one that has other lines as well', async () => {
    const { journals, result } = await fixAllOf(fileOf(lines))
    const kept = journals.files.get(ID) as Uint8Array<ArrayBuffer>
    const grown = await recoverIn(journals, `${fileOf(lines)}{"more":1,}\n`)
    expect(grown.recovery).toMatchObject({ isSameFile: false, applied: 3, left: [] })
    // The new line has the same cause, and nobody asked for its fix.
    expect(grown.text).toBe(`${result}{"more":1,}\n`)

    // All of it is in the new journal.
    journals.crash()
    const next = await recoverIn(journals, `${fileOf(lines)}{"more":1,}\n`, `after ${ID}`)
    expect(next.recovery).toMatchObject({ isSameFile: true, applied: 3, left: [] })
    expect(next.text).toBe(grown.text)

    journals.files.clear()
    journals.crash()
    journals.files.set(ID, kept)
    const same = await recoverIn(journals, fileOf(lines))
    expect(same.recovery).toMatchObject({ isSameFile: true, applied: 3, left: [] })
    expect(same.text).toBe(result)
  })

  test('that moved are fixed, and those that are others are counted', async () => {
    const { journals, result } = await fixAllOf(fileOf(lines))
    const kept = journals.files.get(ID) as Uint8Array<ArrayBuffer>
    const changed = ['{"new":1}', ...lines.with(20, '{"other":1,}').toSpliced(30, 1)]
    const { recovery, text, opened } = await recoverIn(journals, fileOf(changed))
    expect(recovery).toMatchObject({ applied: 3, already: 0 })
    expect(recovery.left).toEqual([
      { command: 'fixAll', code: 'trailing-comma', count: 2, texts: [] },
    ])
    const expected = ['{"new":1}', ...result.split('\n').with(20, '{"other":1,}').toSpliced(30, 1)]
    expect(text).toBe(expected.join('\n'))
    // It is a step of undo, as it was.
    await opened.session.undo()
    await opened.session.undo()
    expect(await opened.text()).toContain('{"typed":1,}')

    journals.files.clear()
    journals.crash()
    journals.files.set(ID, kept)
    const saved = await recoverIn(journals, `${result}{"new":1}\n`)
    // Of two changes of one line the file shows the last alone.
    expect(saved.recovery.applied).toBe(0)
    expect(saved.recovery.left).toMatchObject([{ line: 6 }, { command: 'fixAll', count: 1 }])
    expect(saved.text).toBe(`${result}{"new":1}\n`)
  })
})

test('many lines that were deleted are deleted again where they are still there', async () => {
  const lines = longLines(1200).map((line) => line.replace(',}', '}'))
  // As many as there is room for their texts, and more.
  const many = Array.from({ length: 10 }, () => lines).flat()
  const file = fileOf(many.map((line, i) => line.slice(0, 400).replace('{', `{"n":${i},`)))
  const journals = createMemoryJournals()
  const { session, text } = await open(journals, file)
  await session.choose({ kind: 'all', view: { kind: 'all' } })
  await session.choose({ kind: 'toggle', view: { kind: 'all' }, row: { row: 2 } })
  const chosen = await session.chosenLines()
  if (!chosen.ok) throw new Error('nothing is chosen')
  const target = { kind: 'lines', lines: chosen.value } as const
  await session.editMany({ kind: 'delete', target }, 'delete', () => {})
  const result = await text()
  journals.crash()
  const { recovery, text: again } = await recoverIn(journals, `{"new":1}\n${file}`)
  expect(recovery).toMatchObject({ isSameFile: false, applied: 1, left: [] })
  expect(again).toBe(`{"new":1}\n${result}`)
})
