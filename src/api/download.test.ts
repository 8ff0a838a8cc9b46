// A download is whole, or there is none: whatever breaks, wherever, and whatever the server can do.
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runs } from '../tooling/runs.ts'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import type { Progress } from '../contracts/progress.ts'
import { type LocalServer, sendError, sendJson, startServer } from './testing/localServer.ts'
import {
  contentOf,
  expectFile,
  rangesOf,
  serveContent,
  startOf,
  type Serving,
} from './testing/serveContent.ts'
import { memoryStore, openSession } from './testing/session.ts'

const REQUEST = { fileId: 'file-1', name: 'output.jsonl', jobId: 'down' }

let server: LocalServer

beforeEach(async () => {
  server = await startServer(() => {})
})

afterEach(() => server.close())

const serve = (serving: Serving): void => serveContent(server, serving)
const ranges = () => rangesOf(server)

test('a file comes as it is, with progress', async () => {
  const content = contentOf(200_000)
  serve({ content })
  const { api } = await openSession(server)
  const progress: Progress[] = []
  await expectFile(await api.download(REQUEST, (now) => progress.push(now)), content)
  expect(progress[0]).toMatchObject({ unit: 'bytes', total: 200_000 })
  expect(ranges()).toEqual([undefined])
})

test('an empty file is a file', async () => {
  const content = Buffer.alloc(0)
  serve({ content, bytes: 0 })
  const { api } = await openSession(server)
  await expectFile(await api.download(REQUEST, () => {}), content)
})

describe('a transfer that breaks', () => {
  const content = contentOf(300_000)

  test('goes on where it broke, and asks for the last bytes once more', async () => {
    serve({ content, breaks: [100_000, 50_064] })
    const { api } = await openSession(server)
    await expectFile(await api.download(REQUEST, () => {}), content)
    expect(ranges()).toEqual([undefined, 'bytes=99936-', 'bytes=149936-'])
  })

  test('also when nobody says how long the file is, but the API does', async () => {
    serve({ content, breaks: [100_000], hasLength: false })
    const { api } = await openSession(server)
    await expectFile(await api.download(REQUEST, () => {}), content)
    expect(ranges()).toEqual([undefined, 'bytes=99936-'])
  })

  test.each(['ignored', 'whole-as-206', 'refused', 'other-bytes'] as const)(
    'begins again where the rest cannot be had: %s',
    async (range) => {
      serve({ content, breaks: [100_000], range })
      const { api } = await openSession(server)
      await expectFile(await api.download(REQUEST, () => {}), content)
      expect(ranges().slice(0, 2)).toEqual([undefined, 'bytes=99936-'])
    },
  )

  test('goes on after errors of the server in between', async () => {
    serve({ content, breaks: [100_000] })
    const usual = server.answer
    let turn = 0
    server.answer = (request, response) =>
      request.path.endsWith('/content') && turn++ === 1
        ? sendError(request, response, 503, {}, { 'Retry-After': '2' })
        : usual(request, response)
    const { api, waits } = await openSession(server)
    await expectFile(await api.download(REQUEST, () => {}), content)
    expect(waits.some((ms) => ms >= 2000)).toBe(true)
  })

  test('stands still and goes on', async () => {
    let turn = 0
    server.answer = (request, response) => {
      if (!request.path.endsWith('/content')) return sendJson(response, { id: 'file-1' })
      const from = startOf(request)
      response.writeHead(from > 0 ? 206 : 200, { 'Content-Length': content.length - from })
      // Nothing comes after the first part, and the connection stays.
      if (turn++ === 0) response.write(content.subarray(0, 1000))
      else response.end(content.subarray(from))
    }
    const patience = { answer: 5000, check: 5000, model: 5000, stall: 100, afterUpload: 5000 }
    const { api } = await openSession(server, { patience })
    await expectFile(await api.download(REQUEST, () => {}), content)
  })

  test('again and again at the same place is no file, and nothing is left of it', async () => {
    serve({ content, breaks: Array.from({ length: 99 }, () => 100_000), range: 'ignored' })
    const store = memoryStore()
    const { api } = await openSession(server, { store })
    expect(inEnglish(await api.download(REQUEST, () => {}))).toMatchObject({
      failure: { kind: 'network', code: 'api-broken-transfer' },
    })
    expect(store.files.size).toBe(0)
  })

  test('and looks like an end, again and again, is no file either', async () => {
    serve({
      content,
      breaks: Array.from({ length: 99 }, () => 100_000),
      range: 'ignored',
      hasLength: false,
    })
    const { api } = await openSession(server)
    expect(inEnglish(await api.download(REQUEST, () => {}))).toMatchObject({
      failure: {
        code: 'api-broken-transfer',
        message: expect.stringContaining('Only 100 kB of 300 kB'),
      },
    })
  })
})

test('property: however it breaks and whatever the server can, the file is whole or none', async () => {
  const content = contentOf(5000)
  const range = fc.constantFrom(undefined, 'ignored', 'whole-as-206', 'refused', 'other-bytes')
  const breaks = fc.array(fc.integer({ min: 0, max: 6000 }), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(breaks, range, fc.boolean(), async (places, kind, hasLength) => {
      serve({ content, breaks: places, hasLength, ...(kind && { range: kind }) })
      const { api } = await openSession(server)
      const result = await api.download(REQUEST, () => {})
      if (result.ok) await expectFile(result, content)
      else expect(result.failure.code).toMatch(/^api-(broken-transfer|unreachable)$/)
    }),
    runs(60, 20),
  )
})

describe('what says how long the file is', () => {
  const content = contentOf(10_000)

  test('a description that is wrong is not believed against the transfer', async () => {
    serve({ content, bytes: 20_000 })
    const { api } = await openSession(server)
    await expectFile(await api.download(REQUEST, () => {}), content)
  })

  test.each([
    ['but it is', content.length],
    ['nor is the transfer, where nobody counted', 0],
  ])('%s, once the transfer was said to be longer itself', async (_, bytes) => {
    let turn = 0
    server.answer = (request, response) => {
      if (!request.path.endsWith('/content')) {
        sendJson(response, { id: 'file-1', bytes })
        return
      }
      const part = content.subarray(0, turn++ === 0 ? 4_000 : 7_500)
      const isBreak = turn === 1
      response.writeHead(200, { 'Content-Length': isBreak ? content.length : part.length })
      if (isBreak) response.write(part, () => setTimeout(() => response.destroy(), 5))
      else response.end(part)
    }
    const { api } = await openSession(server)
    expect(inEnglish(await api.download(REQUEST, () => {}))).toMatchObject({
      failure: { code: 'api-broken-transfer' },
    })
  })

  test('a description that is not there is done without', async () => {
    server.answer = (request, response) =>
      request.path.endsWith('/content')
        ? void response.end(content)
        : sendError(request, response, 404)
    const { api } = await openSession(server)
    await expectFile(await api.download(REQUEST, () => {}), content)
  })
})

test('what is gone or refused is said and not asked for again', async () => {
  for (const [status, code] of [
    [404, 'api-not-found'],
    [401, 'api-key-refused'],
    [403, 'api-not-allowed'],
  ] as const) {
    server.received.length = 0
    server.answer = (request, response) => sendError(request, response, status)
    const { api } = await openSession(server)
    expect(await api.download(REQUEST, () => {})).toMatchObject({ failure: { code } })
    expect(ranges()).toHaveLength(1)
  }
})

test('results that lie elsewhere are fetched there', async () => {
  const content = contentOf(1000)
  const other = await startServer((_, response) => void response.end(content))
  server.answer = (request, response) =>
    request.path.endsWith('/content')
      ? void response.writeHead(302, { Location: `${other.baseUrl}/x` }).end()
      : sendJson(response, { id: 'file-1', bytes: 1000 })
  const { api } = await openSession(server)
  await expectFile(await api.download(REQUEST, () => {}), content)
  // The key stays with the host that the user chose.
  expect(other.received[0]?.headers.authorization).toBeUndefined()
  await other.close()
})
