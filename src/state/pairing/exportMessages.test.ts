import { expect, test } from 'vitest'
import { isWorthwhile, leftOutText, planText, writtenText } from './exportMessages.ts'

const plan = (count: number, files: number) => ({
  count,
  fileNames: Array.from({ length: files }, (_, index) => `input-retry-${index + 1}.jsonl`),
  notes: [],
})

test.each([
  ['retry', 1204, 1, '1,204 requests in 1 file'],
  ['retry', 120_000, 3, '120,000 requests in 3 files'],
  ['answers', 1, 1, '1 answer in 1 file'],
  ['trainingSet', 0, 1, 'No example: there is nothing to write.'],
  ['report', 0, 1, 'A report on all pairs'],
] as const)('the plan of %s, %i in %i', (kind, count, files, text) => {
  expect(planText(kind, plan(count, files))).toBe(text)
})

test('a report is worth writing whatever it counts', () => {
  expect(isWorthwhile('report', plan(0, 1))).toBe(true)
  expect(isWorthwhile('retry', plan(0, 1))).toBe(false)
  expect(isWorthwhile('retry', plan(1, 1))).toBe(true)
})

test('where the files went', () => {
  const download = (fileNames: readonly string[]) => ({ fileNames, isDownload: true })
  expect(writtenText('retry', 3, download(['a.jsonl']))).toBe(
    'a.jsonl with 3 requests was downloaded.',
  )
  expect(writtenText('retry', 60_000, download(['a-1.jsonl', 'a-2.jsonl']))).toBe(
    '2 files with 60,000 requests go to your downloads.',
  )
  expect(writtenText('report', 0, download(['a.md']))).toBe('a.md was downloaded.')
  expect(writtenText('merged', 9, { fileNames: ['b.jsonl'], isDownload: false })).toBe(
    'Wrote 9 answers to b.jsonl.',
  )
})

test('what was left out', () => {
  expect(leftOutText({ count: 1, reason: 'there is no answer' })).toBe(
    '1 row was left out: there is no answer.',
  )
  expect(leftOutText({ count: 1200, reason: 'there is no answer' })).toBe(
    '1,200 rows were left out: there is no answer.',
  )
})
