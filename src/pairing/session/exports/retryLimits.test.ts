// A retry file keeps to the limits of the provider that the requests are for.
import { expect, test } from 'vitest'
import { inEnglish } from '../../../i18n/testing/inEnglish.ts'
import { planExport } from './planExport.ts'
import { exportRequest, openPairs, retry } from './testing/openPairs.ts'

const go = { check: () => {} }

/** With a suffix of two, OpenAI takes it and Anthropic does not. */
const LONG_ID = 'i'.repeat(63)

test.each([
  ['anthropic', '"params":{"model":"m","max_tokens":1,"messages":[]}', 1],
  ['openai', '"url":"/v1/responses","body":{"model":"m"}', 0],
])('an id of 65 characters in a batch of %s', async (providerId, body, tooLong) => {
  const text = [LONG_ID, 'short'].map((id) => `{"custom_id":"${id}",${body}}\n`).join('')
  const pairs = await openPairs([{ role: 'requests', text, providerId }])
  const { notes } = await planExport(
    pairs,
    exportRequest(retry(['missing'], { idSuffix: '-2' })),
    go,
  )
  expect(inEnglish(notes)).toEqual(
    ['1 id becomes longer than the 64 characters that are allowed.'].slice(0, tooLong),
  )
})

test('inputs to embed beyond the limit make a second file, with the limits of the provider', async () => {
  const input = JSON.stringify(Array.from({ length: 30_000 }, () => 'x'))
  const text = ['a', 'b']
    .map((id) => `{"custom_id":"${id}","url":"/v1/embeddings","body":{"input":${input}}}\n`)
    .join('')
  const pairs = await openPairs([{ role: 'requests', text }])
  expect(inEnglish(await planExport(pairs, exportRequest(retry(['missing'])), go))).toMatchObject({
    fileNames: ['0-retry-1.jsonl', '0-retry-2.jsonl'],
    notes: [
      'It takes several files: a batch is of one model and one endpoint, and has at most 50,000 requests and 200 MB.',
    ],
  })
})

test('requests for two providers are two files', async () => {
  const pairs = await openPairs([
    {
      role: 'requests',
      text: '{"custom_id":"a","params":{"model":"m","max_tokens":1,"messages":[]}}',
      providerId: 'anthropic',
    },
    { role: 'requests', text: '{"key":"b","request":{"contents":[]}}', providerId: 'gemini' },
  ])
  expect(inEnglish(await planExport(pairs, exportRequest(retry(['missing'])), go))).toMatchObject({
    fileNames: ['0-retry-1.jsonl', '0-retry-2.jsonl'],
    notes: ['It takes several files: a batch goes to one provider and has its limits.'],
  })
})
