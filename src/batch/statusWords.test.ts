import { expect, test } from 'vitest'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import type { Batch } from './batchObject.ts'
import { explainEnd, explainError, isQueueFull, statusMeaning, statusWord } from './statusWords.ts'

const batch: Batch = {
  id: 'batch_1',
  status: 'completed',
  endpoint: '/v1/chat/completions',
  model: undefined,
  inputFileId: 'file-in',
  outputFileId: 'file-out',
  errorFileId: undefined,
  errors: [],
  counts: { total: 10, completed: 10, failed: 0 },
  createdAt: 1,
  inProgressAt: undefined,
  expiresAt: undefined,
  endedAt: 2,
  metadata: {},
}

const told = (change: Partial<Batch>) => inEnglish(explainEnd({ ...batch, ...change }))

test('a status that nobody knows is shown as it is', () => {
  expect(inEnglish(statusWord('in_progress'))).toBe('In progress')
  expect(inEnglish(statusWord('paused'))).toBe('paused')
  expect(inEnglish(statusWord('constructor'))).toBe('constructor')
  expect(inEnglish(statusMeaning('paused'))).toContain('“paused”')
})

test('an end at which all went well, and what goes on, need no explanation', () => {
  expect(told({})).toBeUndefined()
  expect(told({ status: 'in_progress', outputFileId: undefined })).toBeUndefined()
})

test('a completed batch without an output file is explained', () => {
  expect(told({ outputFileId: undefined, errorFileId: 'file-err' })).toBe(
    'Every request failed, so there is no output file. The error file says why for each of them.',
  )
  expect(told({ outputFileId: undefined })).toContain('names no file with results')
  expect(told({ outputFileId: undefined, counts: { total: 0, completed: 0, failed: 0 } })).toBe(
    'The batch is completed and has no results: there was no request in it.',
  )
})

test('requests that failed or are lost are counted', () => {
  const counts = { total: 10, completed: 7, failed: 3 }
  expect(told({ counts, errorFileId: 'file-err' })).toBe(
    '3 of 10 requests failed. The error file says why for each of them.',
  )
  expect(told({ counts })).toBe(
    '3 requests failed, but the API left no error file. They show as missing, and can be sent again.',
  )
  expect(told({ counts: { total: 10, completed: 9, failed: 0 } })).toMatch(/^1 request has neither/)
})

test('what expired and cancelled batches leave is told, with what is billed', () => {
  const counts = { total: 10, completed: 4, failed: 0 }
  expect(told({ status: 'expired', counts })).toBe(
    '24 hours passed before all requests were answered. 4 of 10 were: their answers are in the output file, and are billed. Retry the others.',
  )
  expect(told({ status: 'expired', outputFileId: undefined })).toContain('No request was answered')
  expect(told({ status: 'cancelled', counts })).toContain('4 of 10 requests were answered before')
  expect(told({ status: 'cancelled', outputFileId: undefined })).toBe(
    'The batch was cancelled before any request was answered.',
  )
})

test('what failed batches leave is told, and that nothing is billed only where nothing is there', () => {
  const status = 'failed'
  expect(told({ status, outputFileId: undefined })).toContain('nothing is billed')
  expect(told({ status, outputFileId: undefined, errorFileId: 'file-err' })).toBe(
    'The batch failed before any request was answered. The error file says why.',
  )
  expect(told({ status, counts: { total: 10, completed: 4, failed: 0 } })).toBe(
    'The batch failed. 4 of 10 requests were answered before: their answers are in the output file, and are billed.',
  )
})

test('a batch for which there is no room in the queue is none that failed', () => {
  const full = {
    code: 'token_limit_exceeded',
    message: 'Enqueued.',
    line: undefined,
    param: undefined,
  }
  expect(isQueueFull({ status: 'failed', errors: [full] })).toBe(true)
  expect(isQueueFull({ status: 'failed', errors: [{ ...full, code: 'invalid_url' }] })).toBe(false)
  expect(isQueueFull({ status: 'completed', errors: [full] })).toBe(false)
  expect(told({ status: 'failed', errors: [full] })).toContain('nothing is billed')
})

test('errors say what to do, and keep the words of the API', () => {
  const error = {
    code: 'streaming_unsupported',
    message: 'No streams.',
    line: 3,
    param: 'body.stream',
  }
  expect(inEnglish(explainError(error))).toBe(
    'A batch does not stream. Remove "stream" from the body. It says: “No streams.”',
  )
  expect(inEnglish(explainError({ ...error, code: 'toString' }))).toBe('No streams.')
  expect(inEnglish(explainError({ ...error, code: undefined, message: ' ' }))).toBe(
    'The API does not say why.',
  )
  const missing = {
    code: 'invalid_request',
    message: 'Invalid.',
    line: undefined,
    param: 'file_id',
  }
  expect(inEnglish(explainError(missing))).toBe(
    'The API does not find the file that the batch was made of. It says: “Invalid.”',
  )
})
