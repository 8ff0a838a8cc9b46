import { describe, expect, test } from 'vitest'
import { recogniseLine, recogniseLines } from './recogniseLines.ts'

const request = { custom_id: 'a', method: 'POST', url: '/v1/responses', body: {} }
const result = { custom_id: 'a', response: null, error: null }

describe('lines', () => {
  test('of a sample are what most of them are', () => {
    expect(recogniseLines([request, 7, null, request, result])).toMatchObject({
      provider: { id: 'openai' },
      role: 'request',
      count: 2,
    })
    expect(recogniseLines([result, result, request])).toMatchObject({ role: 'result', count: 2 })
  })

  test('of no known kind are not recognised', () => {
    expect(recogniseLines([])).toBeUndefined()
    expect(recogniseLines([1, 'a', {}, [], { messages: [] }, { custom_id: 'a' }])).toBeUndefined()
  })

  test('that OpenAI was sent in the shape of Anthropic are of that shape', () => {
    const record = { custom_id: 'a', method: 'POST', url: '/v1/messages', params: {} }
    expect(recogniseLine(record)).toMatchObject({ provider: { id: 'anthropic' }, role: 'request' })
  })
})
