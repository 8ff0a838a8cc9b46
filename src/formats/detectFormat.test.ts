import { describe, expect, it } from 'vitest'
import { detectFormat } from './detectFormat.ts'
import { defineFormat } from './defineFormat.ts'
import { formats, plainFormat } from './registry.ts'

const BODY = { model: 'm', messages: [{ role: 'user', content: 'Hi' }] }
const REQUEST = { custom_id: 'a', method: 'POST', url: '/v1/chat/completions', body: BODY }
const RESULT = { id: 'x', custom_id: 'a', response: null, error: { code: 'batch_expired' } }
const EXAMPLE = { messages: [{ role: 'user', content: 'Hi' }] }

function detect(...values: unknown[]): string {
  return detectFormat(formats, plainFormat, values).format.id
}

describe('detectFormat', () => {
  it('knows evals by most of their lines, whichever come first', () => {
    const item = { item: { question: 'What is 2+2?' } }
    expect(detect({ sample: { output_text: '4' } }, item)).toBe('evalsData')
    expect(detect({ question: 'x', answer: 'y' }, item, item)).toBe('evalsData')
    expect(detect({}, item)).toBe('evalsData')
    expect(detect({ item: 'x' }, { item: 'y' })).toBe('plainJsonl')
    expect(detect({ item: { a: 1 }, price: 2 })).toBe('plainJsonl')
  })

  it('takes the format of a clear majority', () => {
    expect(detect(REQUEST, REQUEST, { note: 1 })).toBe('batchInput')
    expect(detect(RESULT)).toBe('batchOutput')
    expect(detect(EXAMPLE, EXAMPLE, EXAMPLE, [])).toBe('chatFineTuning')
    expect(detectFormat(formats, plainFormat, [RESULT, RESULT, RESULT, { a: 1 }]).share).toBe(0.75)
  })

  it('takes the plain format when unsure', () => {
    expect(detect()).toBe('plainJsonl')
    expect(detect(REQUEST, { a: 1 })).toBe('plainJsonl')
    expect(detect(REQUEST, RESULT)).toBe('plainJsonl')
    expect(detect({ a: 1 }, [], 'x', null)).toBe('plainJsonl')
  })

  it('does not count lines that look like nothing', () => {
    expect(detect(REQUEST, [1, 2], 'text', null)).toBe('batchInput')
    expect(detect(REQUEST, undefined, {}, undefined)).toBe('batchInput')
    expect(detectFormat(formats, plainFormat, [RESULT, 5, undefined]).share).toBe(1)
  })

  it('takes a few requests among other lines for no file of requests', () => {
    expect(detect(REQUEST, ...Array.from({ length: 5 }, () => undefined))).toBe('plainJsonl')
  })

  it('knows requests that lack something or say it otherwise', () => {
    const { custom_id, method, url, body } = REQUEST
    expect(detect({ method, url, body })).toBe('batchInput')
    expect(detect({ custom_id, url, body })).toBe('batchInput')
    expect(detect({ custom_id, method, url })).toBe('batchInput')
    expect(detect({ custom_id, method, url, params: body })).toBe('batchInput')
    expect(detect({ custom_id, path: url, request: body })).toBe('batchInput')
    expect(detect({ custom_id, ...body })).toBe('batchInput')
  })

  it('leaves other kinds of lines alone', () => {
    expect(detect({ ...BODY, rating: 5 })).toBe('plainJsonl')
    expect(detect({ custom_id: 'a', params: 7 })).toBe('plainJsonl')
    expect(detect({ custom_id: 'a', result: 'ok' })).toBe('plainJsonl')
    expect(detect({ messages: ['Hi'] })).toBe('plainJsonl')
    expect(detect({ key: 'a', request: { id: 7 } })).toBe('plainJsonl')
    expect(detect({ method: 'GET', url: '/', status: 200 })).toBe('plainJsonl')
    expect(detect({ method: 'POST', url: '/v1/orders', body: { id: 7 } })).toBe('plainJsonl')
    expect(detect({ method: 'POST', url: '/v1/chat/completions', ms: 12 })).toBe('plainJsonl')
    expect(detect({ prompt: 'a', completion: 'b', label: true })).toBe('plainJsonl')
  })

  it.each<[string, unknown]>([
    ['bareRequests', BODY],
    ['bareRequests', { model: 'm', input: 'text' }],
    ['bareRequests', { model: 'm', input: 'text', max_output_tokens: 100 }],
    ['anthropicBatchInput', { custom_id: 'a', params: BODY }],
    ['anthropicBatchOutput', { custom_id: 'a', result: { type: 'succeeded' } }],
    ['geminiBatchInput', { key: 'a', request: { contents: [] } }],
    ['geminiBatchInput', { custom_id: 'a', request: { contents: [] } }],
    ['vertexBatchInput', { request: { contents: [] } }],
    ['geminiBatchOutput', { custom_id: 'a', request: {}, response: { candidates: [] } }],
    ['bedrockBatchInput', { recordId: 'a', modelInput: {} }],
    ['bedrockBatchOutput', { recordId: 'a', modelInput: {}, modelOutput: {} }],
    ['mistralBatchInput', { custom_id: 'a', body: { messages: [] } }],
    ['togetherBatchInput', { custom_id: 'a', body: { model: 'org/m' } }],
    ['fireworksBatchInput', { custom_id: 'a', body: { model: 'accounts/f/models/m' } }],
    ['batchInput', { custom_id: 'a', body: { model: 'gpt-6-luna' } }],
    ['azureBatchInput', { ...REQUEST, url: '/chat/completions' }],
    ['azureBatchInput', { ...REQUEST, url: '/openai/deployments/x/chat/completions' }],
    ['groqBatchInput', { ...REQUEST, url: '/openai/v1/chat/completions' }],
    ['groqBatchInput', { ...REQUEST, url: '/v1/audio/translations' }],
    ['vllmBatchInput', { ...REQUEST, url: '/v1/score' }],
    ['vllmBatchInput', { ...REQUEST, body: { ...BODY, model: 'Qwen/Qwen3-8B' } }],
    ['batchInput', { ...REQUEST, body: { ...BODY, model: 'openai/gpt-4.1' } }],
    ['xaiBatchInput', { ...REQUEST, body: { ...BODY, model: 'grok-4' } }],
    ['zhipuBatchInput', { ...REQUEST, url: '/v4/chat/completions' }],
    ['qianfanBatchInput', { ...REQUEST, url: '/v2/chat/completions' }],
    ['dashscopeBatchInput', { ...REQUEST, body: { ...BODY, enable_thinking: false } }],
    ['reinforcementFineTuning', { ...EXAMPLE, reference_answer: 'x' }],
    ['chatFineTuning', EXAMPLE],
    ['preferenceFineTuning', { input: EXAMPLE, preferred_output: [] }],
    ['promptCompletion', { prompt: 'a', completion: 'b' }],
    ['bedrockFineTuning', { ...EXAMPLE, schemaVersion: 'bedrock-conversation-2024' }],
  ])('knows %s by %j', (id, value) => {
    expect(detect(value)).toBe(id)
  })

  it('finds the kind first and then whose it is', () => {
    const azure = { ...REQUEST, url: '/chat/completions' }
    expect(detect(REQUEST, REQUEST, azure)).toBe('batchInput')
    expect(detect(REQUEST, azure)).toBe('batchInput')
    expect(detect(REQUEST, azure, azure)).toBe('azureBatchInput')
    expect(detect(REQUEST, REQUEST, BODY)).toBe('batchInput')
  })

  it('does not depend on the order of formats', () => {
    const always = (id: string) => defineFormat({ ...plainFormat, id, recognise: () => true })
    const pair = [always('a'), always('b')]
    expect(detectFormat(pair, plainFormat, [1]).format.id).toBe('plainJsonl')
    expect(detectFormat(pair.toReversed(), plainFormat, [1]).format.id).toBe('plainJsonl')
  })
})
