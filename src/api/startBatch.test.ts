// A start is one start: never repeated by the client, and where the browser repeated it, undone.
import type { ServerResponse } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { type LocalServer, sendError, sendJson, startServer } from './testing/localServer.ts'
import { openSession } from './testing/session.ts'

let server: LocalServer

beforeEach(async () => {
  server = await startServer(() => {})
})

afterEach(() => server.close())

const REQUEST = { inputFileId: 'file-1', endpoint: '/v1/responses', metadata: {} }

test('sends what the API documents', async () => {
  server.answer = (_, response) => sendJson(response, { id: 'batch_1', status: 'validating' })
  const { api } = await openSession(server)
  await api.createBatch(REQUEST)
  await api.createBatch({
    ...REQUEST,
    metadata: { part: '1 of 2' },
    outputExpiresAfterSeconds: 3600,
  })
  const starts = server.received.filter(({ method }) => method === 'POST')
  expect(starts.map(({ body }) => JSON.parse(body.toString()))).toEqual([
    { input_file_id: 'file-1', endpoint: '/v1/responses', completion_window: '24h' },
    {
      input_file_id: 'file-1',
      endpoint: '/v1/responses',
      completion_window: '24h',
      metadata: { part: '1 of 2' },
      output_expires_after: { anchor: 'created_at', seconds: 3600 },
    },
  ])
})

test.each([
  ['no answer', (response: ServerResponse) => response.destroy()],
  ['an error of a gateway', (response: ServerResponse) => response.writeHead(504).end()],
  ['408', (response: ServerResponse) => response.writeHead(408).end()],
  ['an answer that cannot be read', (response: ServerResponse) => response.end('{"id": "ba')],
])('%s: it may have begun, and is not repeated', async (_, answer) => {
  server.answer = (__, response) => void answer(response)
  const { api, waits } = await openSession(server)
  expect(inEnglish(await api.createBatch(REQUEST))).toMatchObject({
    failure: {
      code: 'api-outcome-unknown',
      message: expect.stringContaining('Look into the list of batches'),
    },
  })
  expect(server.calls().filter((call) => call.startsWith('POST'))).toHaveLength(1)
  expect(waits).toEqual([])
})

describe('that the browser repeated by itself', () => {
  const request = { ...REQUEST, metadata: { run: 'r', part: '1' } }
  const made = (id: string, createdAt: number, changes = {}) => ({
    id,
    status: 'validating',
    endpoint: request.endpoint,
    input_file_id: request.inputFileId,
    metadata: request.metadata,
    created_at: createdAt,
    ...changes,
  })
  const others = [
    made('other-part', 1, { metadata: { run: 'r', part: '2' } }),
    made('other-file', 1, { input_file_id: 'file-2' }),
    made('other-endpoint', 1, { endpoint: '/v1/embeddings' }),
    made('ended', 1, { status: 'failed' }),
    made('cancelled', 1, { status: 'cancelling' }),
  ]
  const cancelled = () => server.calls().filter((call) => call.endsWith('/cancel'))

  test('is started once: its twin is cancelled', async () => {
    const list = [...others, made('twin', 5), made('mine', 4)]
    server.answer = ({ method, path }, response) =>
      method === 'GET'
        ? sendJson(response, { data: list })
        : sendJson(response, path === '/batches' ? list.at(-1) : list.at(-2))
    const { api } = await openSession(server)
    expect(await api.createBatch(request)).toMatchObject({ ok: true, value: { id: 'mine' } })
    expect(cancelled()).toEqual(['POST /batches/twin/cancel'])
  })

  test('the newest stays where no answer says which', async () => {
    const list = [...others, made('older', 4), made('newer', 5)]
    server.answer = ({ method, path }, response) => {
      if (method === 'GET') return sendJson(response, { data: list })
      return path === '/batches' ? void response.destroy() : sendJson(response, list[0])
    }
    const { api } = await openSession(server)
    expect(await api.createBatch(request)).toMatchObject({
      failure: { code: 'api-outcome-unknown' },
    })
    expect(cancelled()).toEqual(['POST /batches/older/cancel'])
  })

  test('is left alone where metadata do not tell it from others', async () => {
    server.answer = (_, response) =>
      sendJson(response, { ...made('mine', 4), data: [made('twin', 5)] })
    const { api } = await openSession(server)
    expect(await api.createBatch(REQUEST)).toMatchObject({ ok: true })
    expect(server.calls()).toEqual(['POST /batches'])
  })

  test('a list that cannot be read changes nothing', async () => {
    server.answer = ({ method, ...rest }, response) =>
      method === 'GET'
        ? sendError({ method, ...rest }, response, 500)
        : sendJson(response, made('mine', 4))
    const { api } = await openSession(server)
    expect(await api.createBatch(request)).toMatchObject({ ok: true, value: { id: 'mine' } })
  })
})

test.each([
  [400, {}, 'api-refused'],
  [401, {}, 'api-key-refused'],
  [404, {}, 'api-not-found'],
  [405, {}, 'api-refused'],
  [429, {}, 'api-rate-limit'],
  [429, { code: 'token_limit_exceeded' }, 'api-queue-full'],
])('%i has not begun', async (status, error, code) => {
  server.answer = (request, response) => sendError(request, response, status, error)
  const { api } = await openSession(server)
  expect(await api.createBatch(REQUEST)).toMatchObject({ failure: { code } })
  expect(server.received).toHaveLength(1)
})
