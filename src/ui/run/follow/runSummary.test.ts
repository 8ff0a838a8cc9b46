import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Batch } from '../../../batch/batchObject.ts'
import { inEnglish } from '../../../i18n/testing/inEnglish.ts'
import type { RunPart } from '../../../state/batch/batchStore.ts'
import { aBatch, aPart } from '../testing/runs.ts'
import {
  canCancel,
  hasNoOthers,
  hasResults,
  leadingPart,
  partWord,
  summariseRun,
  unanswered,
  wasDeleted,
} from './runSummary.ts'

const running = (status: Batch['status']) => aPart({ batch: aBatch({ status }) })

test('one part is the run', () => {
  const counts = { total: 40, completed: 12, failed: 1 }
  expect(summariseRun({ parts: [aPart({ requests: 40, batch: aBatch({ counts }) })] })).toEqual({
    status: 'in_progress',
    batchIds: 'batch_1',
    completed: 12,
    failed: 1,
    total: 40,
  })
})

test('results are there when the batch has ended, though a server names their files before', () => {
  const batch = aBatch({ outputFileId: 'file-2' })
  expect(hasResults({ parts: [aPart({ batch })] })).toBe(false)
  expect(hasResults({ parts: [aPart({ batch, state: 'ended' })] })).toBe(true)
})

test('several parts are summed, also those that wait for their turn', () => {
  const counts = { total: 40, completed: 40, failed: 0 }
  const ended = aPart({
    requests: 40,
    state: 'ended',
    batch: aBatch({ status: 'completed', counts }),
  })
  const waiting = aPart({ index: 1, requests: 7, state: 'waiting' })
  expect(summariseRun({ parts: [ended, waiting] })).toEqual({
    status: 'waiting',
    batchIds: 'batch_1',
    completed: 40,
    failed: 0,
    total: 47,
  })
})

test('while parts go on, one of them leads; at the end the one that ended worst', () => {
  const lead = (...parts: readonly RunPart[]) => summariseRun({ parts }).status
  expect(lead(running('completed'), running('in_progress'))).toBe('in_progress')
  expect(lead(running('completed'), running('failed'), running('expired'))).toBe('failed')
  expect(lead(running('completed'), running('cancelled'))).toBe('cancelled')
  expect(lead(running('completed'), running('paused_by_vendor'))).toBe('paused_by_vendor')
  expect(lead()).toBe('none')
})

test('the order of the parts is of no matter', () => {
  const states = fc.constantFrom('validating', 'in_progress', 'completed', 'failed', 'expired')
  fc.assert(
    fc.property(fc.array(states, { minLength: 1 }), (statuses) => {
      const parts = statuses.map(running)
      const lead = leadingPart({ parts })?.batch?.status
      expect(leadingPart({ parts: parts.toReversed() })?.batch?.status).toBe(lead)
    }),
  )
})

test('a part that was put back into the queue waits, whatever its batch was', () => {
  const part = aPart({ state: 'waiting', batch: aBatch({ status: 'failed' }) })
  expect(inEnglish(partWord(part))).toBe('Waiting')
  expect(inEnglish(partWord(running('in_progress')))).toBe('In progress')
  expect(inEnglish(partWord(running('paused_by_vendor')))).toBe('paused_by_vendor')
})

test('what goes on or waits can be cancelled, once', () => {
  expect(canCancel(running('validating'))).toBe(true)
  expect(canCancel(running('cancelling'))).toBe(false)
  expect(canCancel(running('completed'))).toBe(false)
  expect(canCancel(aPart({ state: 'waiting' }))).toBe(true)
  expect(canCancel(aPart({ state: 'stopped' }))).toBe(false)
})

test('only what is over has requests to send again', () => {
  const counts = { total: 40, completed: 30, failed: 4 }
  const expired = { batch: aBatch({ status: 'expired', counts }), requests: 40 }
  expect(unanswered({ parts: [aPart({ ...expired, state: 'running' })] })).toBe(0)
  expect(unanswered({ parts: [aPart({ ...expired, state: 'ended' })] })).toBe(10)
})

test('what was never sent is gone on with, not sent again', () => {
  expect(unanswered({ parts: [aPart({ requests: 40, state: 'stopped' })] })).toBe(0)
})

test('a part whose file was deleted has no results any more', () => {
  const file = { id: 'file-1', bytes: 9, name: 'a.jsonl' } as RunPart['file']
  const ended = { state: 'ended', bytes: 9, batch: aBatch({ status: 'completed' }) } as const
  expect(wasDeleted(aPart({ ...ended, file }))).toBe(false)
  expect(wasDeleted(aPart(ended))).toBe(true)
  // Started elsewhere: its file was never known.
  expect(wasDeleted(aPart({ ...ended, bytes: 0 }))).toBe(false)
  expect(wasDeleted(aPart({ ...ended, batch: aBatch({ outputFileId: 'file-2' }) }))).toBe(false)
})

test('that there are no others is known when the list has come to its end', () => {
  expect(hasNoOthers({ state: 'done', batches: [] })).toBe(true)
  expect(hasNoOthers({ state: 'done', batches: [], after: 'batch_50' })).toBe(false)
  expect(hasNoOthers({ state: 'done', batches: [aBatch()] })).toBe(false)
  expect(hasNoOthers({ state: 'loading', batches: [] })).toBe(false)
})
