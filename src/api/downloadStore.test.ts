// Where a download is put, and that nothing stays of one that failed.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DownloadTarget } from './downloadStore.ts'
import { type LocalServer, sendJson, startServer } from './testing/localServer.ts'
import { contentOf, expectFile, serveContent, type Serving } from './testing/serveContent.ts'
import { memoryStore, openSession } from './testing/session.ts'

const REQUEST = { fileId: 'file-1', name: 'output.jsonl', jobId: 'down' }

let server: LocalServer

beforeEach(async () => {
  server = await startServer(() => {})
})

afterEach(() => server.close())

const serve = (serving: Serving): void => serveContent(server, serving)

const content = contentOf(9_000_000)

test('large files into the store, small ones into memory', async () => {
  const store = memoryStore()
  serve({ content })
  const { api } = await openSession(server, { store })
  expect(store.cleaned).toBe(1)
  await expectFile(await api.download(REQUEST, () => {}), content)
  expect(store.files.size).toBe(1)
  const small = contentOf(100_000)
  serve({ content: small })
  await expectFile(await api.download(REQUEST, () => {}), small)
  expect(store.files.size).toBe(1)
})

test('a large file that breaks goes on, or begins again, in the store', async () => {
  for (const range of [undefined, 'ignored'] as const) {
    const store = memoryStore()
    serve({ content, breaks: [5_000_000], ...(range && { range }) })
    const { api } = await openSession(server, { store })
    await expectFile(await api.download(REQUEST, () => {}), content)
  }
})

test('into memory where there is no store', async () => {
  serve({ content })
  for (const store of [undefined, { ...memoryStore(), create: () => Promise.resolve(undefined) }]) {
    const { api } = await openSession(server, { store })
    await expectFile(await api.download(REQUEST, () => {}), content)
  }
})

test('no room is said, and nothing is left', async () => {
  serve({ content })
  const store = memoryStore(6_000_000)
  const { api } = await openSession(server, { store })
  expect(await api.download(REQUEST, () => {})).toMatchObject({
    failure: { kind: 'quota', code: 'disk-full' },
  })
  expect(store.files.size).toBe(0)
})

test('a cancelled one leaves nothing', async () => {
  const store = memoryStore()
  server.answer = (request, response) => {
    if (!request.path.endsWith('/content')) return sendJson(response, { id: 'file-1' })
    response.writeHead(200)
    response.write(content)
  }
  const { api } = await openSession(server, { store })
  const result = api.download(REQUEST, () => {})
  await expect.poll(() => store.files.size).toBe(1)
  await api.cancel('down')
  expect(await result).toMatchObject({ failure: { kind: 'cancelled' } })
  expect(store.files.size).toBe(0)
})

test('what is finished can be taken away', async () => {
  const store = memoryStore()
  const target = new DownloadTarget(store)
  await target.append(content.slice())
  const file = await target.finish('output.jsonl')
  expect(file.size).toBe(content.length)
  await target.discard()
  expect([store.files.size, target.size]).toEqual([0, 0])
})
