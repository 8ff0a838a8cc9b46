import { expect, test } from 'vitest'
import { english } from '../../i18n/loadTranslator.ts'
import { msg } from '../../i18n/message.ts'
import { type BatchState, newBatchState, type Step } from '../../state/batch/batchStore.ts'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import { stepLine } from './stepLines.ts'
import { aBatch, aPart, aRun } from './testing/runs.ts'

const facts = { state: 'ready', lines: 40 } as DocumentFacts
const good = { isReachable: true, status: 200, ms: 10 } as const
const bad = { ...good, isReachable: false, problem: msg('No answer.') }
const checks = [
  { ...good, call: 'models' },
  { ...good, call: 'files' },
] as const
const withKey = { ...newBatchState.access, hasKey: true }

function lineOf(step: Step, of: Partial<BatchState>, more: { refusals?: number } = {}) {
  const state = { ...newBatchState, ...of }
  const situation = { state, facts, documentKey: '1', refusals: 0, ...more }
  const { mark, text } = stepLine(step, situation, english)
  return `${mark}: ${english.t(text)}`
}

test('connect: key, check, and what it found', () => {
  expect(lineOf('connect', {})).toBe('open: No key yet')
  expect(lineOf('connect', { access: withKey })).toBe('open: Not checked yet')
  expect(lineOf('connect', { access: withKey, isChecking: true })).toBe('busy: Checking…')
  expect(lineOf('connect', { access: withKey, checks })).toBe('done: api.openai.com answers')
  const some = [...checks, { ...bad, call: 'content' as const }]
  expect(lineOf('connect', { access: withKey, checks: some })).toBe('problem: 1 of 3 calls failed')
  const connect = { access: withKey, checks: some }
  const insists = { connection: true, lines: false }
  expect(lineOf('connect', { ...connect, insists })).toMatch(/^warning/)
  const ofLines = { connection: false, lines: true }
  expect(lineOf('connect', { ...connect, insists: ofLines })).toMatch(/^problem/)
})

test('a server of one’s own needs no key', () => {
  const access = { ...newBatchState.access, baseUrl: 'http://localhost:8080/v1' }
  expect(lineOf('connect', { access })).toBe('open: Not checked yet')
  expect(lineOf('connect', { access, checks })).toBe('done: localhost:8080 answers')
})

test('check: what would be refused comes before what it costs', () => {
  const estimate = {
    state: 'done',
    requests: 40,
    bytes: 9,
    batchCost: { low: 1, high: undefined },
    notes: [],
  } as const
  expect(lineOf('check', { estimate })).toBe('done: 40 requests, $1.00 and up')
  expect(lineOf('check', { estimate }, { refusals: 2 })).toBe(
    'problem: 2 reasons for the API to refuse it',
  )
  const insists = { connection: false, lines: true }
  expect(lineOf('check', { insists }, { refusals: 2 })).toMatch(/^warning/)
  const ofConnection = { connection: true, lines: false }
  expect(lineOf('check', { insists: ofConnection }, { refusals: 2 })).toMatch(/^problem/)
  expect(lineOf('check', {})).toBe('open: 40 lines, no errors found')
})

test('try: an answer that is an error has failed', () => {
  const answer = { status: 200, ms: 5, text: '', isCut: false }
  const done = { line: 1, customId: 'a', state: 'done', answer } as const
  const refused = { ...done, answer: { ...answer, status: 404 } } as const
  expect(lineOf('try', {})).toBe('open: Optional')
  expect(lineOf('try', { trials: [done, { ...done, state: 'sending' }] })).toBe(
    'busy: 1 of 2 answered',
  )
  expect(lineOf('try', { trials: [done, done] })).toBe('done: 2 answered')
  expect(lineOf('try', { trials: [done, refused] })).toBe('problem: 1 of 2 failed')
})

test('send: the run of the document in front', () => {
  const uploading = aPart({
    state: 'uploading',
    progress: { unit: 'bytes', done: 41, total: 100 },
  })
  expect(lineOf('send', {})).toBe('open: Nothing sent yet')
  expect(lineOf('send', { runs: [aRun({ documentKey: '2' })] })).toBe('open: Nothing sent yet')
  const run = aRun({ documentKey: '1', parts: [uploading] })
  expect(lineOf('send', { runs: [run] })).toBe('busy: Uploading, 41%')
  const stopped = aRun({ documentKey: '1', parts: [aPart({ state: 'stopped' })] })
  expect(lineOf('send', { runs: [stopped] })).toBe('problem: Not started')
  const sent = aRun({ documentKey: '1', parts: [aPart({ batch: aBatch() })] })
  expect(lineOf('send', { runs: [sent] })).toMatch(/^done: Sent at /)
})

test('follow: the newest run', () => {
  const of = (status: string, failed = 0) => ({
    runs: [
      aRun({
        parts: [
          aPart({
            requests: 40,
            batch: aBatch({ status, counts: { total: 40, completed: 30, failed } }),
          }),
        ],
      }),
      aRun({ id: 'older' }),
    ],
  })
  const counts = { total: 40, completed: 37, failed: 3 }
  const ended = aRun({
    parts: [aPart({ state: 'ended', batch: aBatch({ status: 'completed', counts }) })],
  })
  expect(lineOf('follow', {})).toBe('open: Nothing started yet')
  expect(lineOf('follow', of('in_progress'))).toBe('busy: In progress, 30 of 40')
  expect(lineOf('follow', of('completed'))).toMatch(/^done: Completed/)
  expect(lineOf('follow', of('completed', 3))).toMatch(/^warning: Completed, 33 of 40/)
  expect(lineOf('follow', { runs: [ended] })).toBe('warning: Completed, 3 of 40 failed')
  expect(lineOf('follow', of('expired'))).toMatch(/^problem: Expired/)
})
