// No answer: what is said of why, as far as a page can tell.
import { afterEach, expect, test } from 'vitest'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { type LocalServer, sendJson, startServer } from './testing/localServer.ts'
import { openSession } from './testing/session.ts'
import { waitInTime } from './environment.ts'

const servers: LocalServer[] = []

async function start(...args: Parameters<typeof startServer>): Promise<LocalServer> {
  const server = await startServer(...args)
  servers.push(server)
  return server
}

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

/** Rejects as browsers do where a server does not let pages read its answers. */
const forbiddingFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, init)
  if (init?.mode === 'no-cors') return response
  await response.body?.cancel()
  throw new TypeError('Failed to fetch')
}

const deadFetch: typeof fetch = () => Promise.reject(new TypeError('Failed to fetch'))

/** Never answers. */
const mute = (): void => {}

test('nothing listens', async () => {
  const server = await start(mute)
  await server.close()
  servers.length = 0
  const { api, waits } = await openSession(server)
  expect(inEnglish(await api.batch('batch_1'))).toMatchObject({
    failure: {
      kind: 'network',
      code: 'api-unreachable',
      message: expect.stringContaining('Most likely the server does not run'),
    },
  })
  expect(waits).toHaveLength(3)
})

test('another host that cannot be reached', async () => {
  const { api } = await openSession({ baseUrl: 'https://api.example.com/v1' }, { fetch: deadFetch })
  expect(inEnglish(await api.batch('batch_1'))).toMatchObject({
    failure: {
      code: 'api-unreachable',
      message: expect.stringMatching(/^No connection to api\.example\.com .*VPN/),
    },
  })
})

test('the clock is wrong', async () => {
  for (const date of ['2019-01-01', '2041-05-05']) {
    const { api } = await openSession(
      { baseUrl: 'https://api.example.com/v1' },
      { fetch: deadFetch, now: () => Date.parse(date) },
    )
    expect(inEnglish(await api.batch('batch_1'))).toMatchObject({
      failure: {
        code: 'api-unreachable',
        message: expect.stringContaining(`the clock of this device is wrong: it says ${date}`),
      },
    })
  }
})

test('the server answers and forbids the page to read it', async () => {
  const server = await start((_, response) => sendJson(response, { id: 'batch_1' }))
  const { api } = await openSession(server, { fetch: forbiddingFetch })
  expect(inEnglish(await api.batch('batch_1'))).toMatchObject({
    failure: { code: 'api-unreachable', message: expect.stringContaining('CORS') },
  })
  // The question whether anything answers goes without the key.
  const probe = server.received.at(-1)
  expect(probe?.path).toBe('/models')
  expect(probe?.headers.authorization).toBeUndefined()
})

test('offline, as the browser says', async () => {
  const { api, waits } = await openSession(
    { baseUrl: 'https://api.openai.com/v1' },
    { fetch: deadFetch, isOnline: () => false },
  )
  expect(inEnglish(await api.models())).toMatchObject({
    failure: { code: 'api-unreachable', message: expect.stringContaining('offline') },
  })
  expect(waits).toEqual([])
  expect(
    inEnglish(
      await api.createBatch({ inputFileId: 'file-1', endpoint: '/v1/responses', metadata: {} }),
    ),
  ).toMatchObject({
    failure: { code: 'api-unreachable', message: expect.stringContaining('was not started') },
  })
})

const SHORT = { answer: 60, check: 60, model: 60, stall: 60, afterUpload: 60 }

test('a server that never answers is waited for no longer than said', async () => {
  const server = await start(mute)
  const { api } = await openSession(server, { patience: SHORT })
  expect(inEnglish(await api.models())).toMatchObject({
    failure: {
      kind: 'network',
      code: 'api-timeout',
      message: expect.stringMatching(/gave no answer within 0.06 s/),
    },
  })
  expect(server.received).toHaveLength(4)
})

test('an answer that trickles for ever is given up as well', async () => {
  const timers: ReturnType<typeof setInterval>[] = []
  const server = await start((_, response) => {
    response.writeHead(200)
    timers.push(setInterval(() => response.write(' '), 10))
  })
  const { api } = await openSession(server, { patience: SHORT })
  expect(await api.models()).toMatchObject({ failure: { code: 'api-timeout' } })
  for (const timer of timers) clearInterval(timer)
})

test('an answer that breaks off is asked for again, and said to be broken', async () => {
  const server = await start((_, response) => {
    response.writeHead(200, { 'Content-Length': '1000' })
    response.write('{"data": [')
    setTimeout(() => response.destroy(), 5)
  })
  const { api } = await openSession(server)
  expect(inEnglish(await api.models())).toMatchObject({
    failure: {
      code: 'api-broken-transfer',
      message: expect.stringContaining('broke in the middle'),
    },
  })
  expect(server.received).toHaveLength(4)
})

test('an endless answer is not read to its end', async () => {
  const server = await start((_, response) => {
    const chunk = Buffer.alloc(1_000_000, 0x20)
    const more = (): void => {
      while (response.write(chunk)) if (response.destroyed) return
      response.once('drain', more)
    }
    response.writeHead(200)
    more()
  })
  const { api } = await openSession(server)
  expect(await api.models()).toMatchObject({ failure: { code: 'api-refused' } })
})

test('a call can be cancelled while it waits, and before it began', async () => {
  const server = await start(mute)
  const { api } = await openSession(server, { wait: waitInTime })
  const sent = api.send('/v1/responses', '{}', 'job')
  await expect.poll(() => server.received.length).toBe(1)
  await api.cancel('job')
  expect(await sent).toMatchObject({ failure: { kind: 'cancelled' } })
  await api.cancel('later')
  expect(await api.send('/v1/responses', '{}', 'later')).toMatchObject({
    failure: { kind: 'cancelled' },
  })
  expect(server.received).toHaveLength(1)
})

test('nothing is asked before there is a connection, nor after one that was refused', async () => {
  const server = await start((_, response) => sendJson(response, { data: [] }))
  const { api } = await openSession(server)
  expect(
    inEnglish(await api.connect({ baseUrl: server.baseUrl, key: 'sk-with a-space' })),
  ).toMatchObject({
    failure: { code: 'api-key-refused', message: expect.not.stringContaining('sk-with') },
  })
  expect(await api.models()).toMatchObject({ failure: { code: 'api-key-refused' } })
  expect(server.received).toEqual([])
})
