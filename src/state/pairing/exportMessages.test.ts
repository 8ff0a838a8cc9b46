import { expect, test } from 'vitest'
import { msg } from '../../i18n/message.ts'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import {
  isWorthwhile,
  joinSentences,
  leftOutText,
  planText,
  scopeText,
  writtenText,
} from './exportMessages.ts'

const REQUESTS = { noun: 'request', isOfRows: true } as const
const ANSWERS = { noun: 'answer', isOfRows: true } as const
const EXAMPLES = { noun: 'example', isOfRows: true } as const
const REPORT = { noun: 'report', isOfRows: false } as const

const plan = (count: number, files: number) => ({
  count,
  fileNames: Array.from({ length: files }, (_, index) => `input-retry-${index + 1}.jsonl`),
  notes: [],
})

test.each([
  [REQUESTS, 1204, 1, '1,204 requests in 1 file'],
  [REQUESTS, 120_000, 3, '120,000 requests in 3 files'],
  [ANSWERS, 1, 1, '1 answer in 1 file'],
  [EXAMPLES, 0, 1, 'No example: there is nothing to write.'],
  [REPORT, 0, 1, 'A report on all pairs'],
] as const)('the plan of $noun, %i in %i', (exporter, count, files, text) => {
  expect(inEnglish(planText(exporter, plan(count, files)))).toBe(text)
})

const SHOWN = { kind: 'shown', shown: 118, total: 40_000 } as const

test('which pairs an export is of is said while a filter is set', () => {
  const said = (...given: Parameters<typeof scopeText>) => inEnglish(scopeText(...given))
  expect(said({ kind: 'unfiltered' }, 5)).toBeUndefined()
  expect(said(SHOWN, 118)).toBe('118 of 40,000 pairs: those that the filter shows')
  // Of these, the export takes some by a rule of its own.
  expect(said(SHOWN, 3)).toBe('From 118 of 40,000 pairs: those that the filter shows')
  expect(said({ ...SHOWN, kind: 'all' }, 40_000)).toBe(
    'All 40,000 pairs, not only the 118 that the filter shows',
  )
  expect(said({ kind: 'always' }, 7)).toBe('From all pairs, whatever the filter shows')
  expect(said({ ...SHOWN, shown: undefined }, 7)).toBe('Only what the filter shows')
})

test('that nothing of what is shown is written is not the same as that there is nothing', () => {
  expect(inEnglish(planText(REQUESTS, plan(0, 1), SHOWN))).toBe(
    'No request: nothing of what the filter shows belongs in this file.',
  )
})

test('a report is worth writing whatever it counts', () => {
  expect(isWorthwhile(REPORT, plan(0, 1))).toBe(true)
  expect(isWorthwhile(REQUESTS, plan(0, 1))).toBe(false)
  expect(isWorthwhile(REQUESTS, plan(1, 1))).toBe(true)
})

test('where the files went', () => {
  const said = (...given: Parameters<typeof writtenText>) => inEnglish(writtenText(...given))
  const download = (fileNames: readonly string[]) => ({ fileNames, isDownload: true })
  expect(said(REQUESTS, 3, download(['a.jsonl']))).toBe('a.jsonl with 3 requests was downloaded.')
  expect(said(REQUESTS, 60_000, download(['a-1.jsonl', 'a-2.jsonl']))).toBe(
    '2 files with 60,000 requests go to your downloads.',
  )
  expect(said(REPORT, 0, download(['a.md']))).toBe('a.md was downloaded.')
  expect(said(ANSWERS, 9, { fileNames: ['b.jsonl'], isDownload: false })).toBe(
    'Wrote 9 answers to b.jsonl.',
  )
})

test('what was left out', () => {
  const reason = msg('there is no answer')
  expect(inEnglish(leftOutText({ count: 1, reason }))).toBe(
    '1 row was left out: there is no answer.',
  )
  expect(inEnglish(leftOutText({ count: 1200, reason }))).toBe(
    '1,200 rows were left out: there is no answer.',
  )
})

test('sentences are said one after the other', () => {
  const [first, ...others] = [msg('One.'), msg('Two.'), msg('Three.')] as const
  expect(inEnglish(joinSentences(first, others))).toBe('One. Two. Three.')
  expect(inEnglish(joinSentences(first, []))).toBe('One.')
})
