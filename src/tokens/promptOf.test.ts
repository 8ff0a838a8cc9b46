import { describe, expect, test } from 'vitest'
import { loadCounter } from './encodings.ts'
import { outputLimit } from './outputLimit.ts'
import { promptOf } from './promptOf.ts'

const CHAT = '/v1/chat/completions'
const RESPONSES = '/v1/responses'

async function tokensOf(url: string | undefined, body: unknown): Promise<number> {
  const counter = await loadCounter('o200k_base')
  const { texts, tokens } = promptOf(url, body)
  return texts.reduce((sum, text) => sum + counter.count(text), tokens)
}

const image = 'data:image/png;base64,AAAA'

describe('a chat', () => {
  test('has the tokens that the example of the API’s description has', async () => {
    const messages = [
      { role: 'developer', content: 'You are a helpful assistant.' },
      { role: 'user', content: 'Hello!' },
    ]
    expect(await tokensOf(CHAT, { model: 'gpt-5.4', messages })).toBe(19)
  })

  test('counts texts, names and calls, and no images', () => {
    const prompt = promptOf(CHAT, {
      messages: [
        {
          role: 'user',
          name: 'ann',
          content: [
            { type: 'text', text: 'one' },
            { type: 'image_url', image_url: { url: image } },
            { type: 'input_audio', input_audio: { data: 'BBBB', format: 'wav' } },
            { type: 'file', file: { file_data: 'CCCC' } },
          ],
        },
        {
          role: 'assistant',
          content: null,
          tool_calls: [
            { id: 'c', type: 'function', function: { name: 'f', arguments: '{"a":1}' } },
          ],
        },
        { role: 'tool', tool_call_id: 'c', content: 'two' },
      ],
    })
    expect(prompt).toMatchObject({
      texts: ['user', 'ann', 'one', 'assistant', 'f', '{"a":1}', 'tool', 'two'],
      tokens: 3 * 3 + 1 + 3,
      hasMedia: true,
      mediaLength: image.length + 8,
      hasTools: false,
      hasStoredInput: false,
    })
  })

  test('counts tools and schemas by their JSON', () => {
    const tools = [{ type: 'function', function: { name: 'f' } }]
    const schema = { name: 's', schema: { type: 'object' } }
    const prompt = promptOf(CHAT, {
      messages: [],
      tools,
      functions: [],
      response_format: { type: 'json_schema', json_schema: schema },
    })
    expect(prompt.hasTools).toBe(true)
    expect(prompt.texts).toEqual([JSON.stringify(tools), JSON.stringify(schema)])
  })
})

describe('a request to Responses', () => {
  test('counts its input as a message', async () => {
    const asText = await tokensOf(RESPONSES, { input: 'Tell me a joke.' })
    const asItems = await tokensOf(RESPONSES, {
      input: [{ role: 'user', content: [{ type: 'input_text', text: 'Tell me a joke.' }] }],
    })
    // Recorded of gpt-5: 11.
    expect([asText, asItems]).toEqual([12, 12])
  })

  test('counts items, and knows what is kept elsewhere', () => {
    const prompt = promptOf(RESPONSES, {
      instructions: 'Be brief.',
      input: [
        { type: 'message', role: 'user', content: 'one' },
        { type: 'function_call', name: 'f', arguments: '{}' },
        { type: 'function_call_output', call_id: 'c', output: 'two' },
        { type: 'reasoning', summary: [{ type: 'summary_text', text: 'three' }] },
        { type: 'item_reference', id: 'x' },
        { role: 'user', content: [{ type: 'input_image', image_url: image }] },
      ],
      text: { format: { type: 'json_schema', schema: { type: 'object' } } },
    })
    const texts = ['developer', 'Be brief.', 'user', 'one', 'f', '{}', 'two', 'three', 'user']
    expect(prompt.texts).toEqual([...texts, '{"type":"object"}'])
    expect(prompt).toMatchObject({ hasMedia: true, hasTools: true, hasStoredInput: true })
    expect(promptOf(RESPONSES, { previous_response_id: 'r' }).hasStoredInput).toBe(true)
    expect(promptOf(RESPONSES, { previous_response_id: null }).hasStoredInput).toBe(false)
  })
})

test.each([
  ['text', 'one two', 2],
  ['texts', ['one', 'two two'], 3],
  ['numbers of tokens', [1, 2, 3], 3],
  ['lists of them', [[1, 2], [3]], 3],
])('inputs to embed: %s', async (_, input, tokens) => {
  expect(await tokensOf('/v1/embeddings', { input })).toBe(tokens)
})

test('prompts of completions and images', async () => {
  expect(await tokensOf('/v1/completions', { prompt: ['one', 'two'], suffix: 'three' })).toBe(3)
  expect(await tokensOf('/v1/images/generations', { prompt: 'one' })).toBe(1)
  const edit = promptOf('/v1/images/edits', { prompt: 'one', images: [{ image_url: image }] })
  expect(edit).toMatchObject({ texts: ['one'], hasMedia: true, mediaLength: image.length })
})

test('an unknown url is told by the keys of the body', () => {
  const messages = [{ role: 'user', content: 'x' }]
  expect(promptOf('/elsewhere', { messages }).texts).toEqual(['user', 'x'])
  expect(promptOf(undefined, { input: 'x' }).texts).toEqual(['x'])
  expect(promptOf(undefined, { instructions: 'x' }).texts).toEqual(['developer', 'x'])
})

test.each([
  undefined,
  null,
  1,
  'x',
  [],
  { messages: 1 },
  { messages: [null, 1, { content: [null, 1, { type: 'text' }] }] },
])('nothing is made of %j', (body) => {
  expect(promptOf(CHAT, body).texts).toEqual([])
  expect(promptOf(RESPONSES, body).texts).toEqual([])
})

test.each([
  [CHAT, { max_completion_tokens: 100 }, 100],
  [CHAT, { max_tokens: 100, n: 3 }, 300],
  [CHAT, {}, undefined],
  [CHAT, { max_tokens: '100' }, undefined],
  [CHAT, { max_tokens: null }, undefined],
  [RESPONSES, { max_output_tokens: 50 }, 50],
  ['/v1/completions', {}, 16],
  ['/v1/completions', { max_tokens: 10, prompt: ['a', 'b'], best_of: 2 }, 40],
  ['/v1/embeddings', {}, 0],
  ['/v1/moderations', undefined, 0],
  ['/v1/images/generations', { n: 2 }, undefined],
])('an answer of %s to %j has at most %s tokens', (url, body, limit) => {
  expect(outputLimit(url, body)).toBe(limit)
})
