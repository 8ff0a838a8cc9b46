// Exports as the page asks for them, of a pairing that was read and joined.
import { expect, test } from 'vitest'
import { lineId } from '../../../base/units.ts'
import type { PairExport } from '../../../contracts/pairingApi.ts'
import {
  ALL_PAIRS,
  chatAnswer,
  chatRequest,
  failedAnswer,
  linesOf,
  pairTexts,
  valueOf,
} from '../testing/pairTexts.ts'
import { memoryHandle } from './testing/openPairs.ts'

const TEXTS = [
  { key: 'in', role: 'requests', text: linesOf(['a', 'b', 'c'].map((id) => chatRequest(id))) },
  { key: 'out', role: 'answers', text: linesOf([chatAnswer('a'), failedAnswer('b')]) },
] as const

test('a pairing is taken away, planned and stopped through its session', async () => {
  const { pairing } = await pairTexts(TEXTS)
  const report = { jobId: '1', what: { kind: 'report' }, baseName: 'r' } as const
  const [file] = valueOf(await pairing.exportBlobs(report, () => {})).files
  expect(file?.name).toBe('r.md')
  const text = await file?.blob.text()
  expect(text).toContain('| Succeeded | 1 |')
  expect(text).toContain('| rate\\_limit\\_exceeded | 1 | Wait. |')
  expect(text).toContain('## Missing: no answer\n\n- c\n')

  const what: PairExport = {
    kind: 'retry',
    options: { failed: true, missing: true, unusable: [], onlyView: ALL_PAIRS },
  }
  const plan = valueOf(await pairing.planExport({ jobId: '2', what, baseName: 'r' }))
  expect(plan).toEqual({ count: 2, fileNames: ['r.jsonl'], notes: [] })
  const written = memoryHandle()
  const request = { jobId: '3', what, baseName: 'r' }
  expect(valueOf(await pairing.exportToFile(request, written.handle, () => {})).written).toBe(2)
  expect(written.text()).toBe(linesOf(['b', 'c'].map((id) => chatRequest(id))))

  await pairing.cancel('4')
  const stopped = memoryHandle()
  const result = await pairing.exportToFile({ ...request, jobId: '4' }, stopped.handle, () => {})
  expect(result).toMatchObject({ ok: false, failure: { kind: 'cancelled' } })
  expect(stopped.text()).toBe('before')
})

test('what was edited is taken away as it is now', async () => {
  const { pairing, documents, until, facts } = await pairTexts(TEXTS)
  const before = facts().revision
  const session = documents.get('in')?.session
  if (!session) throw new Error('no document')
  const edited = linesOf([chatRequest('b', 'Edited')]).trimEnd()
  await session.edit({ kind: 'replace', id: lineId(1), texts: [edited] })
  await until(({ revision, state }) => revision > before && state === 'ready')
  const what: PairExport = {
    kind: 'retry',
    options: { failed: true, missing: false, unusable: [] },
  }
  const { files } = valueOf(
    await pairing.exportBlobs({ jobId: '1', what, baseName: 'r' }, () => {}),
  )
  expect(await files[0]?.blob.text()).toBe(`${edited}\n`)
})

test('answers alone are taken away; what is made of requests asks for them', async () => {
  const lines = [chatAnswer('b'), failedAnswer('a'), chatAnswer('b')]
  const { pairing } = await pairTexts([{ key: 'out', role: 'answers', text: linesOf(lines) }])
  const textOf = async (what: PairExport) => {
    const request = { jobId: what.kind, what, baseName: 'r' }
    return valueOf(await pairing.exportBlobs(request, () => {})).files[0]?.blob.text()
  }
  expect(await textOf({ kind: 'answers', view: ALL_PAIRS })).toBe(linesOf([lines[1], lines[2]]))
  expect(
    await textOf({
      kind: 'joinedCsv',
      view: ALL_PAIRS,
      fields: ['custom_id', 'outcome', 'answer'],
      byteOrderMark: false,
    }),
  ).toBe(
    'custom_id,outcome,answer\r\na,failed,\r\nb,succeeded,Answer to b\r\nb,duplicate,Answer to b\r\n',
  )
  const report = await textOf({ kind: 'report' })
  expect(report).toContain('3 answers. The requests are not known')
  expect(report).not.toContain('Missing')
  for (const what of [
    { kind: 'retry', options: { failed: true, missing: true, unusable: [] } },
    { kind: 'trainingSet', view: ALL_PAIRS },
  ] satisfies PairExport[]) {
    expect(await pairing.planExport({ jobId: 'p', what, baseName: 'r' })).toMatchObject({
      ok: false,
      failure: { kind: 'refused', message: expect.stringContaining('Add the input file') },
    })
  }
})
