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
    expect(detect(BODY)).toBe('batchInput')
    expect(detect({ model: 'm', input: 'text' })).toBe('batchInput')
  })

  it('leaves other kinds of lines alone', () => {
    expect(detect({ ...BODY, rating: 5 })).toBe('plainJsonl')
    expect(detect({ custom_id: 'a', params: BODY })).toBe('plainJsonl')
    expect(detect({ custom_id: 'a', result: { type: 'succeeded' } })).toBe('plainJsonl')
    expect(detect({ messages: ['Hi'] })).toBe('plainJsonl')
    expect(detect({ key: 'a', request: { contents: [] } })).toBe('plainJsonl')
    expect(detect({ method: 'GET', url: '/', status: 200 })).toBe('plainJsonl')
  })

  it('does not depend on the order of formats', () => {
    const always = (id: string) => defineFormat({ ...plainFormat, id, recognise: () => true })
    const pair = [always('a'), always('b')]
    expect(detectFormat(pair, plainFormat, [1]).format.id).toBe('plainJsonl')
    expect(detectFormat(pair.toReversed(), plainFormat, [1]).format.id).toBe('plainJsonl')
  })
})
