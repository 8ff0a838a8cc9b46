import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  isList,
  parseApiError,
  parseBatch,
  parseBatchFiles,
  parseBatchPage,
  parseModels,
  parseRemoteFile,
  parseUsage,
} from './parseBatch.ts'

/** As the API reference shows it, with null for what is absent. */
const BATCH = {
  id: 'batch_abc123',
  object: 'batch',
  endpoint: '/v1/chat/completions',
  model: 'gpt-6-luna',
  errors: null,
  input_file_id: 'file-abc123',
  completion_window: '24h',
  status: 'in_progress',
  output_file_id: null,
  error_file_id: null,
  created_at: 1711471533,
  in_progress_at: 1711471538,
  expires_at: 1711557933,
  finalizing_at: null,
  completed_at: null,
  failed_at: null,
  expired_at: null,
  cancelling_at: null,
  cancelled_at: null,
  request_counts: { total: 100, completed: 95, failed: 5 },
  metadata: { customer_id: 'user_123456789' },
}

describe('a batch', () => {
  test('as OpenAI has it', () => {
    expect(parseBatch(BATCH)).toEqual({
      id: 'batch_abc123',
      status: 'in_progress',
      endpoint: '/v1/chat/completions',
      model: 'gpt-6-luna',
      inputFileId: 'file-abc123',
      outputFileId: undefined,
      errorFileId: undefined,
      errors: [],
      counts: { total: 100, completed: 95, failed: 5 },
      createdAt: 1711471533,
      inProgressAt: 1711471538,
      expiresAt: 1711557933,
      endedAt: undefined,
      metadata: { customer_id: 'user_123456789' },
    })
  })

  test('with errors by line', () => {
    const errors = {
      object: 'list',
      data: [
        { code: 'invalid_json_line', message: 'Bad.', param: null, line: 2 },
        { code: 'token_limit_exceeded', message: 'Full.', line: null },
        { line: 0 },
        null,
        'text',
      ],
    }
    expect(parseBatch({ ...BATCH, status: 'failed', failed_at: 1711471540, errors })).toMatchObject(
      {
        status: 'failed',
        endedAt: 1711471540,
        errors: [
          { code: 'invalid_json_line', message: 'Bad.', line: 2, param: undefined },
          { code: 'token_limit_exceeded', message: 'Full.', line: undefined },
          { code: undefined, message: '', line: undefined },
        ],
      },
    )
  })

  test('with the habits of others', () => {
    expect(
      parseBatch({
        id: 7,
        status: 'COMPLETED',
        created_at: '2026-11-26T00:00:00Z',
        completed_at: 1_795_000_000_000,
        metadata: { part: 1, nested: {} },
        request_counts: { total: -1, completed: '3' },
      }),
    ).toMatchObject({
      id: '7',
      status: 'completed',
      createdAt: Date.UTC(2026, 10, 26) / 1000,
      endedAt: 1_795_000_000,
      metadata: { part: '1' },
      counts: { total: 0, completed: 0, failed: 0 },
    })
    expect(parseBatch({ id: 'b', status: 'QUEUED' })?.status).toBe('QUEUED')
    expect(parseBatch({ id: 'b' })?.status).toBe('unknown')
  })

  test('of whatever size, with no more than can be shown and kept', () => {
    const endless = 'x'.repeat(1_000_000)
    const entry = { code: endless, message: endless, param: endless, line: 3 }
    const errors = { data: Array.from({ length: 100_000 }, () => entry) }
    const batch = parseBatch({ ...BATCH, status: endless, endpoint: endless, errors })
    expect(batch).toMatchObject({ moreErrors: 99_000, errors: { length: 1000 } })
    expect(JSON.stringify({ ...batch, errors: batch?.errors.slice(0, 1) }).length).toBeLessThan(
      4000,
    )
    // Cut, it would be another one.
    expect(parseBatch({ ...BATCH, output_file_id: endless })?.outputFileId).toBeUndefined()
    expect(parseBatch({ ...BATCH, id: endless })).toBeUndefined()
  })

  test('is none without an id', () => {
    for (const value of [undefined, null, [], {}, 'batch', { id: '' }, { id: null }]) {
      expect(parseBatch(value)).toBeUndefined()
    }
  })
})

test('a file', () => {
  expect(
    parseRemoteFile({
      id: 'file-1',
      filename: 'a.jsonl',
      bytes: 12,
      created_at: 5,
      expires_at: null,
    }),
  ).toEqual({ id: 'file-1', name: 'a.jsonl', bytes: 12, createdAt: 5, expiresAt: undefined })
  expect(parseRemoteFile({ filename: 'a.jsonl' })).toBeUndefined()
})

test('lists: pages of batches, files of batches, models, and bare arrays', () => {
  expect(parseBatchPage({ data: [{ id: 'a' }, {}], has_more: true })).toMatchObject({
    batches: [{ id: 'a' }],
    after: 'a',
  })
  expect(
    parseBatchPage({ data: [{ id: 'a' }], has_more: false, last_id: 'a' }).after,
  ).toBeUndefined()
  expect(
    parseBatchFiles([{ id: 'f', purpose: 'batch' }, { id: 'g', purpose: 'vision' }, { id: 'h' }]),
  ).toMatchObject([{ id: 'f' }, { id: 'h' }])
  expect(parseModels([{ id: 'm', shutdown_date: '2026-12-11' }, { name: 'x' }])).toEqual([
    { id: 'm', shutDownAt: Date.UTC(2026, 11, 11) / 1000 },
  ])
  expect([parseModels({ data: [] }), parseModels({ data: [{ name: 'x' }] })]).toEqual([
    [],
    undefined,
  ])
  expect([isList([]), isList({ data: [] }), isList({}), isList(null)]).toEqual([
    true,
    true,
    false,
    false,
  ])
})

test.each([
  [
    { error: { message: 'No.', code: 'bad', type: 't', param: null } },
    { code: 'bad', message: 'No.' },
  ],
  [{ error: { message: 'No.', code: null, type: 't' } }, { code: 't', message: 'No.' }],
  [{ error: 'No.' }, { code: undefined, message: 'No.' }],
  [{ message: 'No.' }, { code: undefined, message: 'No.' }],
  [{ detail: 'No.' }, { code: undefined, message: 'No.' }],
  [{ error: {} }, undefined],
  [{ error: null }, undefined],
  ['No.', { code: undefined, message: 'No.' }],
  ['', undefined],
])('what is wrong, in %o', (value, error) => {
  expect(parseApiError(value)).toEqual(error)
})

test('tokens', () => {
  expect(parseUsage({ usage: { input_tokens: 1, output_tokens: 2 } })).toEqual({
    input: 1,
    output: 2,
  })
  expect(parseUsage({ usage: null })).toBeUndefined()
})

test('law: nothing that can be answered breaks them, and numbers are numbers of that kind', () => {
  const habits = fc.record(
    {
      id: fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
      status: fc.anything(),
      errors: fc.anything(),
      created_at: fc.anything(),
      expires_at: fc.oneof(fc.double(), fc.string(), fc.constant('2026-01-01')),
      request_counts: fc.anything(),
      metadata: fc.anything(),
      bytes: fc.anything(),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.oneof(habits, fc.jsonValue(), fc.anything()), (value) => {
      const batch = parseBatch(value)
      for (const time of [batch?.createdAt, batch?.expiresAt, batch?.endedAt]) {
        expect(time === undefined || (Number.isSafeInteger(time) && time >= 0)).toBe(true)
      }
      for (const count of Object.values(batch?.counts ?? {})) {
        expect(Number.isSafeInteger(count) && count >= 0).toBe(true)
      }
      parseRemoteFile(value)
      parseBatchPage({ data: [value] })
      parseBatchPage(value)
      parseBatchFiles({ data: [value] })
      parseModels([value])
      parseApiError(value)
      parseUsage(value)
    }),
    { numRuns: 300 },
  )
})
