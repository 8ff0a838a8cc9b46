// What long work says of how far it is: in its own unit, and to the end.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { present } from '../base/assert.ts'
import type { ExportSelection } from '../contracts/documentApi.ts'
import type { Progress } from '../contracts/progress.ts'
import { createMemoryFile } from './testing/memoryFile.ts'
import { openText, type OpenedText } from './testing/openText.ts'

beforeEach(() => {
  // So that no report is held back.
  let now = 0
  vi.spyOn(Date, 'now').mockImplementation(() => (now += 1000))
})

afterEach(() => {
  vi.restoreAllMocks()
})

/** Every 100th line is not JSON, and the last two thirds hold none. */
function oneInHundred(): Promise<OpenedText> {
  const lines = Array.from({ length: 60_000 }, (_, i) =>
    i < 20_000 && i % 100 === 0 ? `{"n":${i},"text":"${'y'.repeat(i % 777)}` : `{"n":${i}}`,
  )
  return openText(lines.join('\n'))
}

function share({ done, total }: Progress): number {
  return done / total
}

describe('an export of some lines', () => {
  const selections: ExportSelection[] = [
    { kind: 'invalid' },
    { kind: 'valid' },
    { kind: 'view', view: { kind: 'edited' } },
    { kind: 'all' },
  ]
  test.each(selections.map((selection) => [selection.kind, selection] as const))(
    'of %s lines comes to its end with its last byte',
    async (_, selection) => {
      const { session } = await oneInHundred()
      const texts = ['{"new":1}', '{"new":2}']
      await session.edit({ kind: 'insert', at: 30_000, texts })
      for (const exporterId of ['jsonl', 'jsonlNormalised', 'jsonArray']) {
        const request = { jobId: 'export', selection, exporterId }
        const toFile: Progress[] = []
        const { handle, text } = createMemoryFile()
        const written = await session.exportToFile(request, handle, (now) => toFile.push(now))
        const { size } = new Blob([await text()])
        expect(written).toMatchObject({ ok: true, value: { bytes: size } })
        expect(toFile.at(-1)).toEqual({ unit: 'bytes', done: size, total: size })
        expect(toFile.map(({ done }) => done)).toEqual(
          toFile.map(({ done }) => done).toSorted((a, b) => a - b),
        )

        const toBlob: Progress[] = []
        const blob = await session.exportBlob(request, (now) => toBlob.push(now))
        expect(blob.ok && blob.value.blob.size).toBe(size)
        expect(toBlob.at(-1)).toEqual({ unit: 'bytes', done: size, total: size })
      }
    },
  )

  test('knows on the way about how much there will be', async () => {
    const lines = Array.from({ length: 60_000 }, (_, i) =>
      i % 3 === 0 ? `{"n":${i},"text":"${'y'.repeat(200)}` : `{"n":${i},"z":"${'z'.repeat(99)}"}`,
    )
    const { session } = await openText(lines.join('\n'))
    const reports: Progress[] = []
    const request = { jobId: 'job', selection: { kind: 'invalid' }, exporterId: 'jsonl' } as const
    await session.exportToFile(request, createMemoryFile().handle, (now) => reports.push(now))
    const final = present(reports.at(-1), 'a report').total
    expect(reports.length).toBeGreaterThan(2)
    for (const { total } of reports) expect(Math.abs(total / final - 1)).toBeLessThan(0.1)
    expect(share(present(reports[0], 'a report'))).toBeLessThan(0.7)
  })
})

test('saving is writing and reading back', async () => {
  const { session } = await oneInHundred()
  const reports: Progress[] = []
  const { handle, text } = createMemoryFile()
  const saved = await session.save(handle, 'save', (now) => reports.push(now))
  expect(saved.ok).toBe(true)
  const { size } = new Blob([await text()])
  expect(reports.at(-1)).toEqual({ unit: 'bytes', done: 2 * size, total: 2 * size })
})

test("'Fix all' reports lines as lines", async () => {
  const { session } = await openText('{"a":1,}\n'.repeat(600))
  const reports: Progress[] = []
  await session.fixAll('trailing-comma', undefined, 'fix', (now) => reports.push(now))
  expect(reports).toEqual([256, 512, 600].map((done) => ({ unit: 'lines', done, total: 600 })))
})

test('a search reports bytes of the file', async () => {
  const { session } = await openText('{"a":"needle"}\n'.repeat(600))
  const query = { text: 'needle', isRegExp: false, matchCase: true }
  const done = await session.search(query, 'search', () => {})
  expect(done).toEqual({
    ok: true,
    value: { state: 'done', matchingLines: 600, unit: 'bytes', done: 9000, total: 9000 },
  })
})
