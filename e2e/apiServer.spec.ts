// The API of the tests' own, asked without a page: what other specs rely on.
import { expect, test as base } from '@playwright/test'
import { ApiServer } from './support/apiServer.ts'

const KEY = 'sk-server-test'

const test = base.extend<{ readonly api: ApiServer }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright insists on a pattern here
  api: async ({}, run) => {
    const api = new ApiServer()
    await api.start()
    api.keys.add(KEY)
    await run(api)
    await api.stop()
  },
})

const line = (id: string, model = 'gpt-6-luna') =>
  `{"custom_id": "${id}", "method": "POST", "url": "/v1/chat/completions", "body": {"model": "${model}", "messages": [{"role": "user", "content": "Café ${id}?"}]}}`

/** One call and its answer as JSON or text. */
async function ask(api: ApiServer, path: string, options: RequestInit = {}) {
  const headers = new Headers({ Authorization: `Bearer ${KEY}`, Origin: 'http://page.test' })
  new Headers(options.headers).forEach((value, name) => headers.set(name, value))
  const response = await fetch(api.baseUrl + path, { ...options, headers })
  const text = await response.text()
  return { response, text, json: () => JSON.parse(text) as Record<string, string> }
}

async function upload(api: ApiServer, text: string, name = 'input.jsonl') {
  const form = new FormData()
  form.set('purpose', 'batch')
  form.set('expires_after[anchor]', 'created_at')
  form.set('expires_after[seconds]', '3600')
  form.set('file', new Blob([text]), name)
  return ask(api, '/files', { method: 'POST', body: form })
}

async function createBatch(api: ApiServer, fileId: string | undefined) {
  const body = JSON.stringify({
    input_file_id: fileId,
    endpoint: '/v1/chat/completions',
    completion_window: '24h',
    metadata: { round: '1' },
  })
  return (await ask(api, '/batches', { method: 'POST', body })).json()
}

test('a file becomes a batch, and the batch becomes answers', async ({ api }) => {
  const content = `${line('a')}\n\n${line('b')}`
  const file = (await upload(api, content)).json()
  expect(file).toMatchObject({ filename: 'input.jsonl', bytes: Buffer.byteLength(content) })
  expect(file['expires_at']).toBe(Number(file['created_at']) + 3600)
  expect((await ask(api, `/files/${file['id']}/content`)).text).toBe(content)

  const batch = await createBatch(api, file['id'])
  expect(batch).toMatchObject({ status: 'validating', output_file_id: null })
  const look = async () => (await ask(api, `/batches/${batch['id']}`)).json()
  expect(await look()).toMatchObject({ status: 'in_progress', model: 'gpt-6-luna' })
  const done = await look()
  expect(done).toMatchObject({
    status: 'completed',
    request_counts: { total: 2, completed: 2, failed: 0 },
    error_file_id: null,
    metadata: { round: '1' },
  })
  const output = (await ask(api, `/files/${done['output_file_id']}/content`)).text
  expect(output.trim().split('\n')).toHaveLength(2)
  expect(output).toContain('You asked: Café a?')
})

test('batches are listed newest first, a page at a time', async ({ api }) => {
  const file = (await upload(api, line('a'))).json()
  const first = await createBatch(api, file['id'])
  const second = await createBatch(api, file['id'])
  const page = (await ask(api, '/batches?limit=1')).json()
  expect(page).toMatchObject({ has_more: true, last_id: second['id'] })
  const rest = (await ask(api, `/batches?limit=1&after=${second['id']}`)).json()
  expect(rest).toMatchObject({ has_more: false, data: [{ id: first['id'] }] })
})

test('lines are looked at before a batch runs', async ({ api }) => {
  const lines = [line('a'), '{', line('a'), line('b', 'gpt-9'), '{"custom_id": "c"}']
  const file = (await upload(api, lines.join('\n'))).json()
  const batch = await createBatch(api, file['id'])
  const failed = (await ask(api, `/batches/${batch['id']}`)).json()
  expect(failed).toMatchObject({
    status: 'failed',
    errors: {
      data: [
        { code: 'invalid_json_line', line: 2 },
        { code: 'duplicate_custom_id', line: 3 },
        { code: 'model_not_found', line: 4, param: 'body.model' },
        { code: 'missing_required_parameter', line: 5, param: 'method' },
      ],
    },
  })
})

test('a cancelled batch leaves what was done', async ({ api }) => {
  const file = (await upload(api, ['a', 'b', 'c', 'd'].map((id) => line(id)).join('\n'))).json()
  const batch = await createBatch(api, file['id'])
  const path = `/batches/${batch['id']}`
  await ask(api, path)
  const cancelling = (await ask(api, `${path}/cancel`, { method: 'POST' })).json()
  expect(cancelling).toMatchObject({ status: 'cancelling' })
  const cancelled = (await ask(api, path)).json()
  expect(cancelled).toMatchObject({
    status: 'cancelled',
    request_counts: { total: 4, completed: 2, failed: 2 },
  })
  const errors = (await ask(api, `/files/${cancelled['error_file_id']}/content`)).text
  expect(errors).toContain('batch_cancelled')
  await createBatch(api, file['id'])
  const done = await createBatch(api, file['id'])
  await ask(api, `/batches/${done['id']}`)
  await ask(api, `/batches/${done['id']}`)
  const refused = await ask(api, `/batches/${done['id']}/cancel`, { method: 'POST' })
  expect(refused.response.status).toBe(409)
})

test('without an accepted key nothing is answered', async ({ api }) => {
  const { response } = await ask(api, '/models', { headers: { Authorization: 'Bearer sk-no' } })
  expect(response.status).toBe(401)
  expect(api.requestsOf('models')[0]).toMatchObject({ status: 401 })
})

test('a preflight is answered for the headers that it allows', async ({ api }) => {
  const preflight = async (headers: string) => {
    const response = await fetch(`${api.baseUrl}/files`, {
      method: 'OPTIONS',
      headers: {
        Origin: 'http://page.test',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': headers,
      },
    })
    return { status: response.status, origin: response.headers.get('access-control-allow-origin') }
  }
  expect(await preflight('authorization')).toEqual({ status: 204, origin: 'http://page.test' })
  expect(await preflight('authorization, x-stainless-os')).toEqual({ status: 403, origin: null })
  api.fault('upload', { kind: 'preflight refused' })
  expect(await preflight('authorization')).toEqual({ status: 403, origin: null })
})

test('faults happen as often as they should', async ({ api }) => {
  api.fault('models', { kind: 'status', status: 429, retryAfter: '1', code: 'x' }, 1)
  const refused = await ask(api, '/models')
  expect(refused.response.headers.get('retry-after')).toBe('1')
  expect(refused.json()).toMatchObject({ error: { code: 'x' } })
  expect((await ask(api, '/models')).response.status).toBe(200)

  // Whether it was done is the difference.
  const file = (await upload(api, line('a'))).json()
  api.fault('createBatch', { kind: 'cut' }, 1)
  await expect(createBatch(api, file['id'])).rejects.toThrow()
  expect(api.store.batches.size).toBe(0)
  api.fault('createBatch', { kind: 'cut after' }, 1)
  await expect(createBatch(api, file['id'])).rejects.toThrow()
  expect(api.store.batches.size).toBe(1)

  api.fault('upload', { kind: 'broken', share: 0.9 }, 1)
  await expect(upload(api, `${line('a')}\n`.repeat(5000))).rejects.toThrow()
  expect(api.store.files.size).toBe(1)
})

test('a broken download can be gone on with where ranges are understood', async ({ api }) => {
  const content = `${line('a')}\n`.repeat(2000)
  const file = (await upload(api, content)).json()
  const path = `/files/${file['id']}/content`
  api.fault('content', { kind: 'broken', share: 0.5 }, 1)
  await expect(ask(api, path)).rejects.toThrow()
  const headers = { Range: 'bytes=1000-' }
  expect((await ask(api, path, { headers })).response.status).toBe(200)
  api.hasRanges = true
  const rest = await ask(api, path, { headers })
  expect(rest.response.status).toBe(206)
  expect(rest.text).toBe(Buffer.from(content).subarray(1000).toString())
})

test('a gate holds a transfer until it is opened', async ({ api }) => {
  const gate = api.fault('upload', { kind: 'gate', share: 0.5 })
  const uploading = upload(api, `${line('a')}\n`.repeat(5000))
  await expect.poll(() => gate.waiting).toBe(1)
  expect(api.store.files.size).toBe(0)
  gate.open()
  expect((await uploading).response.status).toBe(200)
  expect([...api.store.files.values()][0]?.lines).toHaveLength(5000)
})
