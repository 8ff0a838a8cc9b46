// Batches for other providers: the lines are theirs, and so are the limits and the rules for ids.
import { expect, test } from 'vitest'
import { estimateTokens } from '../tokens/estimateTokens.ts'
import { neverCancelled } from '../base/jobs.ts'
import { countedLine } from './countedLine.ts'
import { rulesOf } from './endpointRules.ts'
import { writeBody } from './forms/bodyForm.ts'
import { formOf } from './forms/endpointForms.ts'
import { PartCounter } from './partCounter.ts'
import { codesOf, lines, made, openRows, template } from './testing/templateSessions.ts'

const of = (endpoint: string, more: object = {}) =>
  template({ endpoint, body: writeBody(formOf(endpoint).body), ...more })

const rows = lines([{ id: 'a b', prompt: 'Hi "there"' }])

test.each([
  [
    'anthropic:messages',
    {
      custom_id: 'request-1',
      params: {
        model: 'claude-haiku-4-5',
        max_tokens: 1024,
        messages: [{ role: 'user', content: 'Hi "there"' }],
      },
    },
  ],
  [
    'gemini:generateContent',
    {
      key: 'request-1',
      request: { contents: [{ role: 'user', parts: [{ text: 'Hi "there"' }] }] },
    },
  ],
  [
    'mistral:embeddings',
    { custom_id: 'request-1', body: { model: 'mistral-embed', input: ['Hi "there"'] } },
  ],
  [
    'azure:/responses',
    {
      custom_id: 'request-1',
      method: 'POST',
      url: '/responses',
      body: { model: 'my-batch-deployment', input: 'Hi "there"' },
    },
  ],
  [
    'bedrock:claude',
    {
      recordId: 'request-1',
      modelInput: {
        anthropic_version: 'bedrock-2023-05-31',
        max_tokens: 1024,
        messages: [{ role: 'user', content: 'Hi "there"' }],
      },
    },
  ],
])('a line of %s', async (endpoint, line) => {
  const session = await openRows(rows)
  expect((await made(session, of(endpoint))).map((each) => JSON.parse(each) as unknown)).toEqual([
    line,
  ])
  expect(await codesOf(session, of(endpoint))).toEqual([])
})

test('ids are as the provider takes them', async () => {
  const session = await openRows(rows)
  const spaced = { idPattern: '{{id}}' }
  expect(await codesOf(session, of('anthropic:messages', spaced))).toEqual([['odd-id', 1]])
  expect(await codesOf(session, of('gemini:generateContent', spaced))).toEqual([])
  const long = { idPattern: `${'x'.repeat(64)}{{#}}` }
  expect(await codesOf(session, of('anthropic:messages', long))).toEqual([['long-id', 1]])
  expect(await codesOf(session, of('azure:/responses', long))).toEqual([])
})

test('parts are counted by the limits of the provider', () => {
  const partsOf = (endpoint: string, requests: number, bytes: number) => {
    const counter = new PartCounter(rulesOf(endpoint).limits)
    for (let i = 0; i < requests; i++) counter.add(bytes, 0)
    return counter.parts
  }
  expect(partsOf('/v1/chat/completions', 60_000, 10)).toBe(2)
  expect(partsOf('anthropic:messages', 60_000, 10)).toBe(1)
  expect(partsOf('anthropic:messages', 100_001, 10)).toBe(2)
  expect(partsOf('mistral:chat/completions', 100_001, 10)).toBe(2)
  expect(partsOf('azure:/responses', 100_001, 10)).toBe(2)
  expect(partsOf('bedrock:claude', 50_001, 10)).toBe(2)
  expect(partsOf('gemini:generateContent', 100_001, 10)).toBe(1)
  expect(partsOf('gemini:generateContent', 3, 900_000_000)).toBe(2)
})

test('the findings are those of the provider’s format', async () => {
  const session = await openRows(rows)
  const body = writeBody({ model: 'claude-haiku-4-5', messages: [], stream: true })
  expect(
    (await codesOf(session, of('anthropic:messages', { body }))).map(([code]) => code),
  ).toEqual(['missing:params.max_tokens', 'too-small:params.messages', 'streaming-unsupported'])
})

test('prompts of other providers are counted: texts, model and limit', async () => {
  const session = await openRows(rows)
  const [line = ''] = await made(session, of('anthropic:messages'))
  const counted = new Blob([`${countedLine('anthropic:messages', line)}\n`])
  const { promptTokens, models } = await estimateTokens(
    { jobId: 'count', blob: counted },
    neverCancelled,
    () => {},
  )
  expect(promptTokens).toBeGreaterThan(4)
  expect(models).toMatchObject([{ model: 'claude-haiku-4-5', maxOutputTokens: 1024 }])
  const plain = '{"custom_id":"a","body":{}}'
  expect(countedLine('mistral:chat/completions', plain)).toBe(plain)
})
