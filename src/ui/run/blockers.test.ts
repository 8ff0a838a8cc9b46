import { expect, test } from 'vitest'
import { msg } from '../../i18n/message.ts'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import { newBatchState } from '../../state/batch/batchStore.ts'
import { findBlocker, type SendSituation } from './blockers.ts'

const good = { call: 'models', isReachable: true, ms: 1, status: 200 } as const
const bad = { ...good, call: 'files', problem: msg('Not allowed.') } as const
const none = { connection: false, lines: false }
const both = { connection: true, lines: true }
const ready: SendSituation = {
  state: { access: { ...newBatchState.access, hasKey: true }, checks: [good], insists: none },
  facts: { state: 'ready' } as DocumentFacts,
  refusals: 0,
  hasBadOptions: false,
}

function blockerOf(of: Partial<SendSituation>, state: Partial<SendSituation['state']> = {}) {
  return inEnglish(findBlocker({ ...ready, ...of, state: { ...ready.state, ...state } })?.text)
}

test('nothing is missing once the connection was checked and nothing would be refused', () => {
  expect(blockerOf({})).toBeUndefined()
})

test('a file comes first, then the key, the check, and what would be refused', () => {
  expect(blockerOf({ facts: undefined })).toMatch(/Open a file/)
  expect(blockerOf({ facts: { state: 'reading' } as DocumentFacts })).toMatch(/being read/)
  expect(blockerOf({ facts: { state: 'ready', holdsResults: true } as DocumentFacts })).toMatch(
    /holds results/,
  )
  expect(blockerOf({}, { access: newBatchState.access })).toMatch(/key/)
  expect(blockerOf({ refusals: 1 }, { checks: [] })).toMatch(/Check the connection/)
  expect(blockerOf({ refusals: 1 }, { checks: [good, bad] })).toMatch(/found a problem/)
  expect(blockerOf({ refusals: 1 })).toMatch(/refuse/)
  expect(blockerOf({ hasBadOptions: true })).toMatch(/metadata/)
})

test('whoever insists passes what was found, and nothing else', () => {
  expect(blockerOf({ refusals: 1 }, { checks: [bad], insists: both })).toBeUndefined()
  expect(blockerOf({}, { access: newBatchState.access, insists: both })).toMatch(/key/)
  expect(blockerOf({ hasBadOptions: true }, { insists: both })).toMatch(/metadata/)
})

test('of the check and of what would be refused each is insisted on by itself', () => {
  const lines = { ...none, lines: true }
  const connection = { ...none, connection: true }
  expect(blockerOf({ refusals: 1 }, { checks: [], insists: lines })).toMatch(/Check the connection/)
  expect(blockerOf({ refusals: 1 }, { checks: [bad], insists: lines })).toMatch(/found a problem/)
  expect(blockerOf({ refusals: 1 }, { checks: [bad], insists: connection })).toMatch(/refuse/)
  expect(blockerOf({ refusals: 1 }, { insists: lines })).toBeUndefined()
  expect(blockerOf({}, { checks: [bad], insists: connection })).toBeUndefined()
})
