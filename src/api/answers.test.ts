// What is said of each answer that is no success, by each call that can get it.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { type LocalServer, sendError, sendJson, startServer } from './testing/localServer.ts'
import { KEY, openSession } from './testing/session.ts'

let server: LocalServer

beforeEach(async () => {
  server = await startServer(() => {})
})

afterEach(() => server.close())

const batch = { id: 'batch_1', status: 'in_progress' }

async function failureOf(
  status: number,
  error: { code?: string; message?: string } = {},
  headers = {},
  access = {},
) {
  server.answer = (request, response) => sendError(request, response, status, error, headers)
  const { api, waits } = await openSession(server, {}, access)
  const result = inEnglish(await api.batch('batch_1'))
  return { ...(result.ok ? undefined : result.failure), waits }
}

test.each([
  [401, { code: 'invalid_api_key' }, 'api-key-refused', 'Most likely it is incomplete'],
  [401, { code: 'mismatched_organization' }, 'api-key-refused', 'organisation or project'],
  [401, { message: 'Missing scopes: api.files.write' }, 'api-not-allowed', 'restricted'],
  [403, { code: 'unsupported_country_region_territory' }, 'api-not-allowed', 'country'],
  [403, { message: 'Project has no access to model gpt-9' }, 'api-not-allowed', 'use the model'],
  [403, {}, 'api-not-allowed', 'its project or its permissions'],
  [404, {}, 'api-not-found', 'There is no such batch (404)'],
  [405, {}, 'api-not-found', 'does not know the call'],
  [409, {}, 'api-conflict', 'changed elsewhere'],
  [413, {}, 'api-too-large', '200 MB'],
  [400, { message: 'File is too large.' }, 'api-too-large', '200 MB'],
  [400, { code: 'invalid_value' }, 'api-refused', 'The API refused this (400).'],
  [400, { code: 'billing_hard_limit_reached' }, 'api-no-credit', 'no credit left'],
  [429, { code: 'insufficient_quota' }, 'api-no-credit', 'Waiting does not help'],
  [429, { code: 'token_limit_exceeded' }, 'api-queue-full', 'waiting in batches'],
  [429, { message: 'Limit: 30000 tokens per min (TPM)' }, 'api-rate-limit', 'Too many tokens'],
  [429, { code: 'rate_limit_exceeded' }, 'api-rate-limit', 'Too many requests'],
  [500, {}, 'api-server', 'on its side'],
  [503, {}, 'api-server', 'on its side'],
])('%i %o', async (status, error, code, words) => {
  const failure = await failureOf(status, error)
  expect(failure).toMatchObject({ code })
  expect(failure.message).toContain(words)
  // The API's own words, without the key that it repeats.
  expect(failure.message).toContain(`It says: “${'message' in error ? error.message : 'Something'}`)
  expect(failure.message).toContain('You sent Bearer •••')
})

test('401 without a key says that there is none, and not that it is wrong', async () => {
  const failure = await failureOf(401, {}, {}, { key: '' })
  expect(failure).toMatchObject({ code: 'api-key-refused' })
  expect(failure.message).toContain('wants a key (401)')
  expect(failure.message).not.toContain('does not accept the key')
})

test('what cannot pass is asked for once, what can four times', async () => {
  for (const [status, error, calls] of [
    [401, {}, 1],
    [404, {}, 1],
    [429, { code: 'insufficient_quota' }, 1],
    [501, {}, 1],
    [429, {}, 4],
    [408, {}, 4],
    [500, {}, 4],
    [529, {}, 4],
  ] as const) {
    server.received.length = 0
    await failureOf(status, error)
    expect(server.received, String(status)).toHaveLength(calls)
  }
})

describe('Retry-After', () => {
  test('is waited for, in seconds or as a date', async () => {
    const { waits, message } = await failureOf(429, {}, { 'Retry-After': '7' })
    expect(waits.map((ms) => Math.floor(ms / 1000))).toEqual([7, 7, 8])
    expect(message).toContain('Try again in 7.0 s')
    const soon = new Date(Date.now() + 20_000).toUTCString()
    const dated = await failureOf(503, {}, { 'Retry-After': soon })
    expect(dated.waits[0]).toBeGreaterThan(18_000)
    expect(dated.waits[0]).toBeLessThan(21_000)
  })

  test('is told and not waited for when it is long', async () => {
    const { waits, message } = await failureOf(429, {}, { 'Retry-After': '3600' })
    expect(waits).toEqual([])
    expect(message).toMatch(/Try again in (1 h|60 min)/)
  })

  test('that says nothing is as none', async () => {
    const { waits } = await failureOf(429, {}, { 'Retry-After': 'soon' })
    expect(waits).toEqual([250, 500, 1000])
  })
})

test('a repeat that goes well is the answer', async () => {
  let calls = 0
  server.answer = (request, response) =>
    ++calls < 3 ? sendError(request, response, 502) : sendJson(response, batch)
  const { api, waits } = await openSession(server)
  expect(await api.batch('batch_1')).toMatchObject({ ok: true, value: { id: 'batch_1' } })
  expect(waits).toEqual([250, 500])
})

test('deleting twice is deleting once; a file that was never there is said', async () => {
  let calls = 0
  server.answer = (request, response) => sendError(request, response, ++calls === 1 ? 500 : 404)
  const { api } = await openSession(server)
  expect(await api.deleteFile('file-1')).toEqual({ ok: true, value: undefined })
  expect(inEnglish(await api.deleteFile('file-2'))).toMatchObject({
    failure: { code: 'api-not-found', message: expect.stringContaining('no such file any more') },
  })
})

test('a batch that has ended cannot be cancelled', async () => {
  server.answer = (request, response) => sendError(request, response, 409)
  const { api } = await openSession(server)
  expect(inEnglish(await api.cancelBatch('batch_1'))).toMatchObject({
    failure: { code: 'api-conflict', message: expect.stringContaining('it has ended') },
  })
  expect(server.calls()).toEqual(['POST /batches/batch_1/cancel'])
})

test.each([
  ['a page of HTML', 403, '<html><b>Attention required</b>', 'api-not-allowed', 'a firewall'],
  ['a page of HTML as success', 200, '<html>Login', 'api-refused', 'is not this API'],
  ['text', 404, 'nothing here', 'api-not-found', 'It says: “nothing here”'],
  ['a list where none should be', 200, '[]', 'api-refused', 'is not this API'],
])('%s', async (_, status, text, code, words) => {
  server.answer = (_request, response) => void response.writeHead(status).end(text)
  const { api } = await openSession(server)
  const result = inEnglish(await api.batch('batch_1'))
  expect(result).toMatchObject({ failure: { code, message: expect.stringContaining(words) } })
  expect(JSON.stringify(result)).not.toContain('<html')
})

test('another address is not asked', async () => {
  const other = await startServer((_, response) => sendJson(response, batch))
  server.answer = (_, response) =>
    void response.writeHead(307, { Location: `${other.baseUrl}/batches` }).end()
  const { api } = await openSession(server)
  expect(inEnglish(await api.batch('batch_1'))).toMatchObject({
    failure: { code: 'api-refused', message: expect.stringContaining('another address') },
  })
  expect(other.received).toEqual([])
  await other.close()
})

test('the headers are these and no others of ours', async () => {
  server.answer = (_, response) => sendJson(response, batch)
  const { api } = await openSession(server, {}, { organization: 'org-1', project: 'proj_2' })
  await api.batch('batch_1')
  await api.createBatch({ inputFileId: 'file-1', endpoint: '/v1/responses', metadata: {} })
  const [read, start] = server.received.map(({ headers }) => headers)
  // What Node's fetch adds, as a browser does.
  const own =
    /^(host|connection|accept|accept-language|accept-encoding|sec-fetch-mode|user-agent|content-length|cache-control|pragma)$/
  const names = (headers: object) =>
    Object.keys(headers)
      .filter((name) => !own.test(name))
      .sort()
  expect(names(read as object)).toEqual(['authorization', 'openai-organization', 'openai-project'])
  expect(names(start as object)).toEqual([
    'authorization',
    'content-type',
    'openai-organization',
    'openai-project',
  ])
  expect(read).toMatchObject({ authorization: `Bearer ${KEY}`, 'openai-project': 'proj_2' })
})

test('ids that would lead elsewhere are not asked for', async () => {
  server.answer = (_, response) => sendJson(response, batch)
  const { api } = await openSession(server)
  for (const id of ['', '.', '..', 'x'.repeat(600)]) {
    expect(inEnglish(await api.batch(id))).toMatchObject({ failure: { code: 'api-refused' } })
    expect(inEnglish(await api.deleteFile(id))).toMatchObject({ failure: { code: 'api-refused' } })
  }
  expect(server.received).toEqual([])
  await api.batch('../files/x?y#z')
  expect(server.calls()).toEqual(['GET /batches/..%2Ffiles%2Fx%3Fy%23z'])
})
