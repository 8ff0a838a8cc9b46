// The calls that are made once or read lists: checking, models, batches, files, trying.
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ConnectionCheck } from '../contracts/batchApi.ts'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { repeatDelay } from './repeats.ts'
import { parseRetryAfter } from './retryAfter.ts'
import { type LocalServer, sendError, sendJson, startServer } from './testing/localServer.ts'
import { KEY, openSession } from './testing/session.ts'

let server: LocalServer

beforeEach(async () => {
  server = await startServer(() => {})
})

afterEach(() => server.close())

describe('checking the connection', () => {
  /** What OpenAI answers when all is well. */
  function serveWell(): void {
    server.answer = (request, response) =>
      request.path.endsWith('/content')
        ? sendError(request, response, 404, { message: 'No such File object' })
        : sendJson(response, { object: 'list', data: [] })
  }

  async function check(changes = {}) {
    const { api, waits } = await openSession(server, changes)
    const told: ConnectionCheck[] = []
    const result = inEnglish(await api.check((one) => told.push(one)))
    if (!result.ok) throw new Error(result.failure.message)
    expect(waits).toEqual([])
    return { checks: result.value, told: told.map(({ call }) => call) }
  }

  test('tries four calls, once each, and tells of each', async () => {
    serveWell()
    const { checks, told } = await check()
    expect(told.toSorted()).toEqual(['batches', 'content', 'files', 'models'])
    expect(checks).toMatchObject([
      { call: 'models', isReachable: true, status: 200 },
      { call: 'files', isReachable: true, status: 200 },
      { call: 'batches', isReachable: true, status: 200 },
      { call: 'content', isReachable: true, status: 404 },
    ])
    expect(checks.map(({ problem }) => problem)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
    expect(server.calls().toSorted()).toEqual([
      'GET /batches?limit=1',
      'GET /files/file-lineproof-connection-check/content',
      'GET /files?purpose=batch&limit=1',
      'GET /models',
    ])
  })

  test('says which call the browser was refused', async () => {
    serveWell()
    const refusing: typeof fetch = async (input, init) => {
      const isOfBatches = typeof input === 'string' && input.includes('/batches')
      if (init?.mode !== 'no-cors' && isOfBatches) throw new TypeError('x')
      return fetch(input, init)
    }
    const { checks } = await check({ fetch: refusing })
    expect(checks.filter(({ problem }) => problem !== undefined)).toMatchObject([
      { call: 'batches', isReachable: false, problem: expect.stringContaining('CORS') },
    ])
    expect(checks[2]).not.toHaveProperty('status')
  })

  test.each([
    [401, { code: 'invalid_api_key' }, 'does not accept the key'],
    [403, {}, 'permissions'],
    [404, {}, 'Most likely the base URL is not quite right'],
    [429, { code: 'insufficient_quota' }, 'no credit left'],
    [500, {}, 'The server failed'],
  ])('%i is a problem of each', async (status, error, words) => {
    server.answer = (request, response) =>
      request.path.endsWith('/content') && status === 404
        ? void response.writeHead(404).end('not here')
        : sendError(request, response, status, error)
    const { checks } = await check()
    expect(checks).toHaveLength(4)
    for (const { isReachable, problem, status: said } of checks) {
      expect({ isReachable, said }).toEqual({ isReachable: true, said: status })
      expect(problem).toContain(words)
    }
  })

  test('a page of HTML is no API, and a content without an error is none that says so', async () => {
    server.answer = (_, response) => void response.end('<html>')
    const { checks } = await check()
    for (const { problem } of checks) expect(problem).toContain('is not this API')
  })
})

test('models with the dates on which they end', async () => {
  server.answer = (_, response) =>
    sendJson(response, {
      data: [
        { id: 'gpt-6-luna', shutdown_date: null },
        { id: 'gpt-5', shutdown_date: '2026-12-11' },
        {},
      ],
    })
  const { api } = await openSession(server)
  expect(await api.models()).toEqual({
    ok: true,
    value: [
      { id: 'gpt-6-luna', shutDownAt: undefined },
      { id: 'gpt-5', shutDownAt: Date.UTC(2026, 11, 11) / 1000 },
    ],
  })
})

test.each([
  ['an object without a list', { models: [{ name: 'llama' }] }],
  ['a list of something else', { data: [{ name: 'llama' }] }],
  ['a text', 'llama'],
])(
  'models of a server that answers with %s are not known, and nothing is wrong with the rest',
  async (_, body) => {
    server.answer = (_, response) => sendJson(response, body)
    const { api } = await openSession(server)
    const models = inEnglish(await api.models())
    expect(models).toMatchObject({ ok: false, failure: { code: 'api-refused' } })
    expect(JSON.stringify(models)).toContain('something other than a list of models')
  },
)

test('models of a server that knows no such call, and of one that has none', async () => {
  server.answer = (_, response) => sendJson(response, { error: 'no such path' }, 404)
  const { api } = await openSession(server)
  expect(JSON.stringify(inEnglish(await api.models()))).toContain('has no list of models (404)')
  server.answer = (_, response) => sendJson(response, { object: 'list', data: [] })
  expect(await api.models()).toEqual({ ok: true, value: [] })
})

test('batches page by page, and an end where a server knows no pages', async () => {
  server.answer = (_, response) =>
    sendJson(response, { data: [{ id: 'b2' }, { id: 'b1' }], last_id: 'b1', has_more: true })
  const { api } = await openSession(server)
  expect(await api.batches()).toMatchObject({
    value: { batches: [{ id: 'b2' }, { id: 'b1' }], after: 'b1' },
  })
  expect(await api.batches('b1')).toMatchObject({ value: { after: undefined } })
  expect(server.calls()).toEqual(['GET /batches?limit=50', 'GET /batches?limit=50&after=b1'])
})

test('files newest first, those of batches alone', async () => {
  server.answer = (_, response) =>
    sendJson(response, {
      data: [
        { id: 'f1', created_at: 1, purpose: 'batch', filename: 'a.jsonl', bytes: 3 },
        { id: 'f2', created_at: 3, purpose: 'assistants' },
        { id: 'f3', created_at: 2, purpose: 'batch' },
      ],
    })
  const { api } = await openSession(server)
  expect(await api.files()).toMatchObject({ value: [{ id: 'f3' }, { id: 'f1', bytes: 3 }] })
})

describe('trying a line', () => {
  test('goes to the endpoint of the line, once, with its body as it is', async () => {
    server.answer = (_, response) =>
      sendJson(response, { usage: { prompt_tokens: 5, completion_tokens: 7 } })
    const { api } = await openSession(server)
    const body = '{"model": "gpt-6-luna", "seed": 9007199254740993}'
    const result = await api.send('/v1/chat/completions', body, 'try')
    expect(result).toMatchObject({
      ok: true,
      value: { status: 200, isCut: false, usage: { input: 5, output: 7 } },
    })
    expect(server.calls()).toEqual(['POST /chat/completions'])
    expect(server.received[0]?.body.toString()).toBe(body)
  })

  test.each([
    [{ usage: { input_tokens: 1, output_tokens: 2, total_tokens: 3 } }, { input: 1, output: 2 }],
    [
      { data: [], usage: { prompt_tokens: 8, total_tokens: 8 } },
      { input: 8, output: 0 },
    ],
    [{ usage: 'none' }, undefined],
  ])('usage of %o', async (answer, usage) => {
    server.answer = (_, response) => sendJson(response, answer)
    const { api } = await openSession(server)
    const result = await api.send('/v1/responses', '{}', 'try')
    expect(result.ok && result.value.usage).toEqual(usage)
  })

  test('an answer that is an error is an answer, and is not asked for again', async () => {
    server.answer = (request, response) =>
      sendError(request, response, 429, { code: 'rate_limit_exceeded', message: 'Slow down.' })
    const { api } = await openSession(server)
    expect(await api.send('/v1/embeddings', '{}', 'try')).toMatchObject({
      ok: true,
      value: {
        status: 429,
        error: { code: 'rate_limit_exceeded', message: 'Slow down. You sent Bearer •••.' },
      },
    })
    expect(server.received).toHaveLength(1)
  })

  test('a long answer is cut', async () => {
    server.answer = (_, response) => sendJson(response, { data: 'x'.repeat(300_000) })
    const { api } = await openSession(server)
    const result = await api.send('/v1/responses', '{}', 'try')
    expect(result.ok && [result.value.text.length, result.value.isCut]).toEqual([200_000, true])
  })

  test('no answer says that it may have been billed', async () => {
    server.answer = (_, response) => void response.destroy()
    const { api } = await openSession(server)
    expect(inEnglish(await api.send('/v1/responses', '{}', 'try'))).toMatchObject({
      failure: { kind: 'network', message: expect.stringContaining('it is billed') },
    })
    // And the question whether the server answers at all.
    expect(server.calls()).toEqual(['POST /responses', 'GET /models'])
  })

  test('a line of a hostile file reaches no other call of the account, and no other host', async () => {
    const { api } = await openSession(server)
    for (const path of [
      '/v1/organization/admin_api_keys',
      '/v1/organization/invites',
      '/v1/fine_tuning/jobs',
      '/v1/files',
      '/v1/chat/completions/../../organization/invites',
      '/v1/../chat/completions',
      '//evil.example/v1/chat/completions',
      '@evil.example/v1/chat/completions',
      'https://evil.example/v1/chat/completions',
      '/v1/chat/completions?x=/v1/chat/completions',
      '/v1/x#/chat/completions',
      '/v1/%2e%2e/chat/completions',
      '/v1\\chat/completions',
      '',
      KEY,
    ]) {
      expect(inEnglish(await api.send(path, '{}', 'try')), path).toMatchObject({
        failure: { code: 'api-refused', message: expect.stringContaining('Nothing was sent') },
      })
    }
    expect(server.received).toEqual([])
  })
})

describe('waiting between repeats', () => {
  test('is anything up to twice the time before, bounded', () => {
    fc.assert(
      fc.property(
        fc.nat(20),
        fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        (attempt, random) => {
          const delay = repeatDelay(attempt, undefined, () => random) as number
          expect(delay).toBeGreaterThanOrEqual(0)
          expect(delay).toBeLessThan(Math.min(8000, 500 * 2 ** attempt))
        },
      ),
    )
  })

  test('is never shorter than the server asks', () => {
    fc.assert(
      fc.property(fc.nat(20), fc.nat(60_000), (attempt, asked) => {
        expect(repeatDelay(attempt, asked, Math.random)).toBeGreaterThanOrEqual(asked)
        expect(repeatDelay(attempt, 60_001 + asked, Math.random)).toBeUndefined()
      }),
    )
  })

  test('of a header in either form, and of none', () => {
    const now = Date.UTC(2026, 10, 27)
    expect(parseRetryAfter('5', now)).toBe(5000)
    expect(parseRetryAfter(' 1.5 ', now)).toBe(1500)
    expect(parseRetryAfter('Fri, 27 Nov 2026 00:01:00 GMT', now)).toBe(60_000)
    expect(parseRetryAfter('Fri, 27 Nov 2020 00:01:00 GMT', now)).toBe(0)
    expect(parseRetryAfter('later', now)).toBeUndefined()
    for (const endless of ['9'.repeat(400), '999999999', 'Fri, 31 Dec 9999 00:00:00 GMT']) {
      expect(parseRetryAfter(endless, now)).toBe(86_400_000)
    }
    expect(parseRetryAfter(null, now)).toBeUndefined()
  })
})
