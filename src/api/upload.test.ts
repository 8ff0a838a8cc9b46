// An upload arrives once and whole, or it is said that it did not, or that nobody knows.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import {
  type Handler,
  type LocalServer,
  sendError,
  sendJson,
  startServer,
} from './testing/localServer.ts'
import { fetchSendForm, openSession } from './testing/session.ts'
import type { Progress } from '../contracts/progress.ts'
import type { Environment } from './environment.ts'
import type { FormReply, FormRequest } from './sendForm.ts'

const CONTENT = new Blob(['{"custom_id":"a"}\n', '{"custom_id":"b"}\n'])
const REQUEST = { content: CONTENT, name: 'input.jsonl', jobId: 'up' }

interface Stored {
  readonly id: string
  readonly filename: string
  readonly bytes: number
  readonly created_at: number
  readonly purpose: string
}

let server: LocalServer
let stored: Stored[]

function store(bytes = CONTENT.size, filename = 'input.jsonl'): Stored {
  const file = {
    id: `file-${stored.length + 1}`,
    filename,
    bytes,
    created_at: 1_800_000_000 + stored.length,
    purpose: 'batch',
  }
  stored.push(file)
  return file
}

/** A list of what is stored, and `upload` for what is uploaded, the first time as 0. */
function serve(upload: (turn: number, ...args: Parameters<Handler>) => void): void {
  let turn = 0
  server.answer = (request, response) => {
    if (request.method === 'POST') return upload(turn++, request, response)
    return sendJson(response, { data: stored.toReversed(), has_more: false })
  }
}

const uploads = (): number => server.calls().filter((call) => call === 'POST /files').length

beforeEach(async () => {
  stored = []
  server = await startServer(() => {})
})

afterEach(() => server.close())

test('the form is the one that the API documents, with the bytes of the file', async () => {
  serve((_, __, response) => sendJson(response, store()))
  const { api } = await openSession(server)
  const progress: Progress[] = []
  const result = await api.upload({ ...REQUEST, expiresAfterSeconds: 3600 }, (now) =>
    progress.push(now),
  )
  expect(result).toEqual({
    ok: true,
    value: {
      id: 'file-1',
      name: 'input.jsonl',
      bytes: 36,
      createdAt: 1_800_000_000,
      expiresAt: undefined,
    },
  })
  const sent = server.received.at(-1)
  const form = await new Response(sent?.body as unknown as BodyInit, {
    headers: { 'Content-Type': String(sent?.headers['content-type']) },
  }).formData()
  expect([...form.keys()]).toEqual([
    'purpose',
    'expires_after[anchor]',
    'expires_after[seconds]',
    'file',
  ])
  const file = form.get('file') as File
  expect([form.get('purpose'), form.get('expires_after[seconds]'), file.name]).toEqual([
    'batch',
    '3600',
    'input.jsonl',
  ])
  expect(await file.text()).toBe(await CONTENT.text())
  expect(progress[0]).toEqual({ unit: 'bytes', done: 18, total: 36 })
})

describe('an upload without an answer', () => {
  test('that arrived is found in the list and not sent again', async () => {
    store()
    serve((_, __, response) => {
      store()
      response.destroy()
    })
    const { api, waits } = await openSession(server)
    expect(await api.upload(REQUEST, () => {})).toMatchObject({ ok: true, value: { id: 'file-2' } })
    expect(uploads()).toBe(1)
    expect(waits).toEqual([2000])
  })

  test('that is stored late is waited for', async () => {
    let looks = 0
    server.answer = (request, response) => {
      if (request.method === 'POST') return void response.destroy()
      if (++looks === 4) store()
      return sendJson(response, { data: stored })
    }
    const { api } = await openSession(server)
    expect(await api.upload(REQUEST, () => {})).toMatchObject({ ok: true, value: { id: 'file-1' } })
    expect(uploads()).toBe(1)
  })

  test('that did not arrive is sent again', async () => {
    // Another name, another size: not this one.
    store(CONTENT.size, 'other.jsonl')
    store(35)
    serve((turn, __, response) =>
      turn < 2 ? void response.destroy() : sendJson(response, store()),
    )
    const { api } = await openSession(server)
    expect(await api.upload(REQUEST, () => {})).toMatchObject({ ok: true, value: { id: 'file-3' } })
    expect(uploads()).toBe(3)
  })

  test('that never arrives is given up', async () => {
    serve((_, __, response) => void response.destroy())
    const { api } = await openSession(server)
    expect(inEnglish(await api.upload(REQUEST, () => {}))).toMatchObject({
      failure: {
        code: 'api-broken-transfer',
        message: expect.stringContaining('broke during the upload'),
      },
    })
    expect(uploads()).toBe(3)
  })

  test.each([500, 502, 504, 408])('%i counts as none', async (status) => {
    serve((_, request, response) => {
      store()
      sendError(request, response, status)
    })
    const { api } = await openSession(server)
    expect(await api.upload(REQUEST, () => {})).toMatchObject({ ok: true, value: { id: 'file-1' } })
    expect(uploads()).toBe(1)
  })

  test('so does an answer that cannot be read', async () => {
    serve((_, __, response) => {
      store()
      response.end('stored!')
    })
    const { api } = await openSession(server)
    expect(await api.upload(REQUEST, () => {})).toMatchObject({ ok: true, value: { id: 'file-1' } })
  })

  test('is unknown when two files may be it, as another tab sends the same', async () => {
    serve((_, __, response) => {
      store()
      store()
      response.destroy()
    })
    const { api } = await openSession(server)
    expect(inEnglish(await api.upload(REQUEST, () => {}))).toMatchObject({
      failure: {
        code: 'api-outcome-unknown',
        message: expect.stringContaining('All of input.jsonl was sent'),
      },
    })
    expect(uploads()).toBe(1)
  })

  test('is unknown where there is no list to look at', async () => {
    server.answer = (request, response) =>
      request.method === 'POST' ? void response.destroy() : sendError(request, response, 404)
    const { api } = await openSession(server)
    expect(await api.upload(REQUEST, () => {})).toMatchObject({
      failure: { code: 'api-outcome-unknown' },
    })
    expect(uploads()).toBe(1)
  })

  test('that broke before its end is sent again even so', async () => {
    server.answer = (request, response) =>
      request.method === 'POST' ? sendJson(response, store()) : sendError(request, response, 404)
    let turn = 0
    const broken: FormReply = { kind: 'silence', why: 'network', isSent: false }
    const { api } = await openSession(server, {
      sendForm: (request) => (turn++ === 0 ? Promise.resolve(broken) : fetchSendForm(request)),
    })
    expect(await api.upload(REQUEST, () => {})).toMatchObject({ ok: true })
  })

  test('waits for the network to come back', async () => {
    serve((_, __, response) => sendJson(response, store()))
    let looks = 0
    let turn = 0
    const { api, waits } = await openSession(server, {
      isOnline: () => turn === 0 || ++looks > 3,
      sendForm: (request) =>
        turn++ === 0
          ? Promise.resolve({ kind: 'silence', why: 'network', isSent: false })
          : fetchSendForm(request),
    })
    expect(await api.upload(REQUEST, () => {})).toMatchObject({ ok: true })
    expect(waits.slice(0, 3)).toEqual([1000, 1000, 1000])
  })
})

describe('an upload that breaks before its first byte is on its way', () => {
  // Browsers say no more of it, whether the page was not allowed to or the connection broke.
  const network: FormReply = { kind: 'silence', why: 'network', isSent: false }
  const isFile = ({ form }: FormRequest): boolean => form.has('file')
  const ended = async (changes: Partial<Environment>) => {
    const { api } = await openSession(server, changes)
    return inEnglish(await api.upload(REQUEST, () => {}))
  }
  const broke = {
    failure: {
      code: 'api-broken-transfer',
      message: expect.stringMatching(/broke during the upload.*network is unstable/),
    },
  }

  test('broke, where the server answers the page when it posts less', async () => {
    serve((_, request, response) => sendError(request, response, 400))
    const failed = await ended({
      sendForm: (request) => (isFile(request) ? Promise.resolve(network) : fetchSendForm(request)),
    })
    expect(failed).toMatchObject(broke)
    // A form without a file, so that nothing can be stored.
    expect(server.received.at(-1)?.body.toString()).not.toContain('custom_id')
    expect(uploads()).toBe(1)
  })

  test('broke, where the server cuts whatever is posted', async () => {
    serve((_, __, response) => void response.destroy())
    expect(await ended({ sendForm: () => Promise.resolve(network) })).toMatchObject(broke)
  })

  test('is forbidden, where the server answers and the page may not read it', async () => {
    serve((_, request, response) => sendError(request, response, 400))
    const failed = await ended({ sendForm: () => Promise.resolve(network) })
    expect(failed).toMatchObject({
      failure: {
        code: 'api-unreachable',
        message: expect.stringContaining('does not let this page read its answers'),
      },
    })
    // What only asks whether anything answers has no key.
    const probe = server.received.at(-1)
    expect([probe?.method, probe?.path]).toEqual(['POST', '/files'])
    expect(probe?.headers.authorization).toBeUndefined()
  })

  test('went nowhere, where nothing answers any more', async () => {
    server.answer = (request, response) => sendError(request, response, 404)
    let isGone = false
    const failed = await ended({
      fetch: (...args) => (isGone ? Promise.reject(new TypeError()) : fetch(...args)),
      sendForm: () => {
        isGone = true
        return Promise.resolve(network)
      },
    })
    expect(failed).toMatchObject({
      failure: { code: 'api-unreachable', message: expect.stringContaining('Nothing answers at') },
    })
  })

  test('can be cancelled while that is found out', async () => {
    serve(() => {})
    const { api } = await openSession(server, {
      sendForm: (request) => {
        if (isFile(request)) return Promise.resolve(network)
        void api.cancel('up')
        return Promise.resolve({ kind: 'cancelled', isSent: false })
      },
    })
    expect(await api.upload(REQUEST, () => {})).toMatchObject({ failure: { kind: 'cancelled' } })
  })
})

test('429 says that nothing was taken: it waits and sends again', async () => {
  serve((turn, request, response) =>
    turn === 0
      ? sendError(request, response, 429, {}, { 'Retry-After': '3' })
      : sendJson(response, store()),
  )
  const { api, waits } = await openSession(server)
  expect(await api.upload(REQUEST, () => {})).toMatchObject({ ok: true })
  expect(waits).toEqual([3250])
  expect(server.calls()).toHaveLength(3)
})

test.each([
  [400, { message: 'Invalid file format for Batch API. Must be .jsonl' }, 'api-refused'],
  [401, {}, 'api-key-refused'],
  [413, {}, 'api-too-large'],
  [429, { code: 'insufficient_quota' }, 'api-no-credit'],
])('%i is final', async (status, error, code) => {
  serve((_, request, response) => sendError(request, response, status, error))
  const { api } = await openSession(server)
  expect(await api.upload(REQUEST, () => {})).toMatchObject({ failure: { code } })
  expect(uploads()).toBe(1)
})

test('a key that is refused is known before anything is sent', async () => {
  server.answer = (request, response) => sendError(request, response, 401)
  const { api } = await openSession(server)
  expect(await api.upload(REQUEST, () => {})).toMatchObject({
    failure: { code: 'api-key-refused' },
  })
  expect(uploads()).toBe(0)
})

test('a file of which a part is missing there is no success', async () => {
  serve((_, __, response) => sendJson(response, store(20)))
  const { api } = await openSession(server)
  expect(inEnglish(await api.upload(REQUEST, () => {}))).toMatchObject({
    failure: {
      code: 'api-broken-transfer',
      message: expect.stringContaining('20 bytes of 36 bytes'),
    },
  })
})

test('a server that does not count bytes is believed', async () => {
  serve((_, __, response) => sendJson(response, store(0)))
  const { api } = await openSession(server)
  expect(await api.upload(REQUEST, () => {})).toMatchObject({ ok: true })
})

test.each([
  ['NotFoundError', 'file-gone'],
  ['NotReadableError', 'file-changed'],
])('a file that cannot be read any more is that: %s', async (name, code) => {
  serve((_, __, response) => sendJson(response, store()))
  const { api } = await openSession(server)
  const content = {
    size: 10,
    slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('', name)) }),
  } as unknown as Blob
  expect(await api.upload({ ...REQUEST, content }, () => {})).toMatchObject({ failure: { code } })
  expect(server.received).toEqual([])
})

test('a cancelled upload ends at once', async () => {
  serve(() => {})
  const { api } = await openSession(server)
  const result = api.upload(REQUEST, () => {})
  await expect.poll(uploads).toBe(1)
  await api.cancel('up')
  expect(await result).toMatchObject({ failure: { kind: 'cancelled' } })
  expect(uploads()).toBe(1)
})

test('an answer from another address is no success', async () => {
  serve(() => {})
  const { api } = await openSession(server, {
    sendForm: () =>
      Promise.resolve({
        kind: 'answer',
        status: 200,
        retryAfter: undefined,
        text: JSON.stringify(store()),
        isCut: false,
        isSent: true,
        isElsewhere: true,
      }),
  })
  expect(inEnglish(await api.upload(REQUEST, () => {}))).toMatchObject({
    failure: { code: 'api-refused', message: expect.stringContaining('another address') },
  })
})
