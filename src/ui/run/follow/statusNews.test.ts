import { expect, test } from 'vitest'
import { inEnglish } from '../../../i18n/testing/inEnglish.ts'
import { aBatch, aPart, aRun } from '../testing/runs.ts'
import { statusesOf, statusNews } from './statusNews.ts'

function runOf(status: string, completed: number) {
  const state = status === 'completed' ? 'ended' : 'running'
  const counts = { total: 40, completed, failed: 1 }
  return aRun({ parts: [aPart({ state, requests: 40, batch: aBatch({ status, counts }) })] })
}

function newsOf(before: readonly ReturnType<typeof aRun>[], after: ReturnType<typeof aRun>) {
  return inEnglish(statusNews(statusesOf(before), [after]).map(({ text }) => text))
}

test('another status is news, more requests that are done are not', () => {
  const before = [runOf('in_progress', 3)]
  expect(newsOf(before, runOf('in_progress', 9))).toEqual([])
  expect(newsOf(before, runOf('finalizing', 39))).toEqual(['input.jsonl: Finalizing.'])
})

test('an end says how it went', () => {
  expect(newsOf([runOf('in_progress', 3)], runOf('completed', 39))).toEqual([
    'input.jsonl: Completed. 39 of 40 succeeded, 1 failed.',
  ])
})

test('a run that is found again is no news', () => {
  expect(newsOf([], runOf('completed', 39))).toEqual([])
})
