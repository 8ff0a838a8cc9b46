// What is said about a file for what its lines are and for its name.
import { expect, it } from 'vitest'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { openText } from './testing/openText.ts'

const REQUEST =
  '{"custom_id":"r-1","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-6-luna","messages":[{"role":"user","content":"Hi"}]}}\n'
const AZURE = REQUEST.replace('/v1/chat', '/chat')

async function findingsOf(text: string, options: { name?: string; formatId?: string } = {}) {
  const { facts } = await openText(text, options)
  return inEnglish(
    facts().fileFindings.map(({ code, severity, title }) => ({ code, severity, title })),
  )
}

it('says once whose requests these look like', async () => {
  expect(await findingsOf(AZURE)).toEqual([
    {
      code: 'recognised-provider',
      severity: 'hint',
      title: 'These look like requests for Azure OpenAI',
    },
  ])
  expect(await findingsOf(REQUEST)).toEqual([])
})

it('says nothing of it when the user chose', async () => {
  expect(await findingsOf(AZURE, { formatId: 'azureBatchInput' })).toEqual([])
  const { session, facts } = await openText(AZURE)
  await session.setFormat('batchInput', 'set')
  expect(facts()).toMatchObject({ formatId: 'batchInput', invalid: 1, fileFindings: [] })
})

it('says that lines of a plain format look like prompts', async () => {
  const told = [{ code: 'looks-like-prompts', severity: 'hint', title: 'These look like prompts' }]
  expect(await findingsOf('{"id":1,"question":"a"}\n{"id":2,"question":"b"}\n')).toEqual(told)
  expect(await findingsOf('{"id":1,"question":"a","answer":"b"}\n')).toEqual([])
  expect(await findingsOf('{"name":"a"}\n')).toEqual([])
  expect(await findingsOf('{"question":"a"}\n{\n')).not.toContainEqual(told[0])
})

it('finds the name under which an upload of a batch input is refused', async () => {
  const refused = [{ code: 'file-extension', severity: 'error', title: 'File name is refused' }]
  expect(await findingsOf(REQUEST, { name: 'requests.json' })).toEqual(refused)
  expect(await findingsOf(REQUEST, { name: 'a.b/requests.txt' })).toEqual(refused)
  for (const name of ['requests.jsonl', 'REQUESTS.JSONL', 'requests', 'v1.2/requests']) {
    expect(await findingsOf(REQUEST, { name })).toEqual([])
  }
  expect(await findingsOf('{"a":1}\n', { name: 'data.json' })).toEqual([])
})

it('says once for the file that requests are not batch yet, and wraps them', async () => {
  const lines = [1, 2, 3, 4].map((n) => `{"model":"gpt-6-luna","input":"Text ${n}"}\n`).join('')
  const { session, facts } = await openText(lines)
  expect(facts()).toMatchObject({ formatId: 'bareRequests', invalid: 0, warnings: 0 })
  expect(facts().causes).toMatchObject([{ code: 'bare-body', count: 4, isNotice: true }])
  await session.fixAll('bare-body', 'wrapBareBody', 'fix', () => {})
  expect(facts()).toMatchObject({ formatId: 'batchInput', invalid: 0, causes: [] })
})

it.each([
  ['/v1/score', 'BAAI/ranker'],
  ['/v1/embeddings', 'BAAI/embed'],
])('lets files for vLLM have several urls: %s', async (url, model) => {
  const other = `{"custom_id":"r-2","method":"POST","url":"${url}","body":{"model":"${model}","input":"x"}}\n`
  const { facts } = await openText(REQUEST.replace('gpt-6-luna', 'Qwen/Qwen3-8B') + other)
  expect(facts()).toMatchObject({ formatId: 'vllmBatchInput', invalid: 0, warnings: 0 })
})

it('takes what all lines of an output file lack for the way of its server', async () => {
  const line = (n: number): string =>
    `{"custom_id":"r-${n}","response":{"body":{"choices":[{"index":0,"message":{"role":"assistant","content":"A"},"finish_reason":"stop"}]}}}\n`
  const { facts } = await openText([1, 2, 3, 4, 5].map(line).join(''))
  expect(facts()).toMatchObject({ formatId: 'batchOutput', invalid: 0, warnings: 0 })
  expect(facts().causes.every(({ severity }) => severity === 'hint')).toBe(true)
})
