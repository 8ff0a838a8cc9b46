// Exports as the page asks for them, of a pairing that was read and joined.
import { expect, test } from 'vitest'
import { loadTranslator } from '../../../i18n/loadTranslator.ts'
import { msg } from '../../../i18n/message.ts'
import { inEnglish } from '../../../i18n/testing/inEnglish.ts'
import { lineId } from '../../../base/units.ts'
import { chatAnswer, chatRequest, failedAnswer, linesOf, pairTexts } from '../testing/pairTexts.ts'
import { valueOf } from '../../../base/testing/valueOf.ts'
import { exportRequest, memoryHandle, retry, type TestedExport } from './testing/openPairs.ts'

const TEXTS = [
  { key: 'in', role: 'requests', text: linesOf(['a', 'b', 'c'].map((id) => chatRequest(id))) },
  { key: 'out', role: 'answers', text: linesOf([chatAnswer('a'), failedAnswer('b')]) },
] as const

test('a pairing is exported, planned and stopped through its session', async () => {
  const { pairing } = await pairTexts(TEXTS)
  const report = exportRequest({ exporterId: 'report' })
  const [file] = valueOf(await pairing.exportBlobs(report, () => {})).files
  expect(file?.name).toBe('in-report.md')
  const text = await file?.blob.text()
  expect(text).toContain('| Succeeded | 1 |')
  expect(text).toContain('| rate\\_limit\\_exceeded | 1 | Wait. |')
  expect(text).toContain('## Missing: no answer\n\n- c\n')

  const what = retry(['failed', 'missing'])
  const plan = valueOf(await pairing.planExport(exportRequest(what)))
  expect(plan).toEqual({ count: 2, fileNames: ['in-retry.jsonl'], notes: [] })
  const written = memoryHandle()
  const request = exportRequest(what)
  expect(valueOf(await pairing.exportToFile(request, written.handle, () => {})).written).toBe(2)
  expect(written.text()).toBe(linesOf(['b', 'c'].map((id) => chatRequest(id))))

  await pairing.cancel('4')
  const stopped = memoryHandle()
  const result = await pairing.exportToFile({ ...request, jobId: '4' }, stopped.handle, () => {})
  expect(result).toMatchObject({ ok: false, failure: { kind: 'cancelled' } })
  expect(stopped.text()).toBe('before')
})

test('what was edited is exported as it is now', async () => {
  const { pairing, documents, until, facts } = await pairTexts(TEXTS)
  const before = facts().revision
  const session = documents.get('in')?.session
  if (!session) throw new Error('no document')
  const edited = linesOf([chatRequest('b', 'Edited')]).trimEnd()
  await session.edit({ kind: 'replace', id: lineId(1), texts: [edited] })
  await until(({ revision, state }) => revision > before && state === 'ready')
  const { files } = valueOf(await pairing.exportBlobs(exportRequest(retry(['failed'])), () => {}))
  expect(await files[0]?.blob.text()).toBe(`${edited}\n`)
})

test('answers alone are exported; what is made of requests asks for them', async () => {
  const lines = [chatAnswer('b'), failedAnswer('a'), chatAnswer('b')]
  const { pairing } = await pairTexts([{ key: 'out', role: 'answers', text: linesOf(lines) }])
  const textOf = async (what: TestedExport) => {
    return valueOf(await pairing.exportBlobs(exportRequest(what), () => {})).files[0]?.blob.text()
  }
  expect(await textOf({ exporterId: 'answers' })).toBe(linesOf([lines[1], lines[2]]))
  expect(
    await textOf({
      exporterId: 'joinedCsv',
      options: { fields: ['custom_id', 'outcome', 'answer'], byteOrderMark: false },
    }),
  ).toBe(
    'custom_id,outcome,answer\r\na,failed,\r\nb,succeeded,Answer to b\r\nb,duplicate,Answer to b\r\n',
  )
  const report = await textOf({ exporterId: 'report' })
  expect(report).toContain('3 answers. The requests are not known')
  expect(report).not.toContain('Missing')
  for (const exporterId of ['retry', 'trainingSet']) {
    expect(inEnglish(await pairing.planExport(exportRequest({ exporterId })))).toMatchObject({
      ok: false,
      failure: { kind: 'refused', message: expect.stringContaining('Add the input file') },
    })
  }
})

test('files for people are in the language that is asked for, and data are the same in all', async () => {
  const { pairing } = await pairTexts(TEXTS)
  const textOf = async (exporterId: string, language?: 'zh-TW', options = {}) => {
    const request = { ...exportRequest({ exporterId, options }), language }
    return valueOf(await pairing.exportBlobs(request, () => {})).files[0]?.blob.text()
  }
  const { t } = await loadTranslator('zh-TW')
  const report = await textOf('report', 'zh-TW')
  expect(report).toContain('# 批次報告\n')
  expect(report).toContain('| 成功 | 1 |')
  expect(report).toContain(' US$0.')
  expect(report).not.toMatch(/\b(Batch|Files|Outcome|Count|Cost)\b/)
  expect(await textOf('answersText', 'zh-TW', { withPrompts: true })).toBe(
    `## a\n\n### ${t(msg('Prompt'))}\n\nPrompt of a\n\n### ${t(msg('Answer'))}\n\nAnswer to a\n\n`,
  )
  for (const exporterId of ['retry', 'joinedJsonl', 'joinedCsv', 'trainingSet', 'answers']) {
    expect(await textOf(exporterId, 'zh-TW')).toBe(await textOf(exporterId))
  }
})
