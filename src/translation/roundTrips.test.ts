// Requests that are translated and translated back say what they said.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../tooling/runs.ts'
import { translated } from './testing/translated.ts'

/** Plain requests: texts and calls with their results. */
const text = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 })
const exchange = fc
  .tuple(text, text, fc.dictionary(text, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 }))
  .map(([asked, answered, input]) => [
    { role: 'user', content: asked },
    {
      role: 'assistant',
      tool_calls: [
        { id: 'c', type: 'function', function: { name: 'f', arguments: JSON.stringify(input) } },
      ],
    },
    { role: 'tool', tool_call_id: 'c', content: answered },
  ])
const said = text.map((content) => [
  { role: 'user', content },
  { role: 'assistant', content: `${content}!` },
])
const conversation = fc
  .tuple(fc.option(text), fc.array(fc.oneof(exchange, said), { minLength: 1, maxLength: 4 }), text)
  .map(([system, turns, last]) => [
    ...(system === null ? [] : [{ role: 'system', content: system }]),
    ...turns.flat(),
    { role: 'user', content: last },
  ])

test.each(['openaiResponses', 'azureChat', 'mistral', 'bedrockOpenai'])(
  'plain requests come back from %s as they were',
  (over) => {
    const tools = [{ type: 'function', function: { name: 'f', parameters: { type: 'object' } } }]
    fc.assert(
      fc.property(conversation, text, (messages, id) => {
        // Mistral has ids of nine characters.
        const own = JSON.parse(JSON.stringify(messages).replaceAll('"c"', '"abcdefghi"')) as unknown
        const line = `{"custom_id":${JSON.stringify(id)},"method":"POST","url":"/v1/chat/completions","body":${JSON.stringify({ model: 'm', messages: own, tools })}}`
        const there = translated(line, over)
        const back = translated(there.line, 'openaiChat', { model: 'm' })
        expect(back.at('custom_id')).toBe(id)
        expect(back.at('body', 'messages')).toEqual(own)
        expect(back.at('body', 'tools', 0, 'function')).toMatchObject({
          name: 'f',
          parameters: { type: 'object' },
        })
      }),
      runs(200),
    )
  },
)

test.each(['anthropicMessages', 'bedrockConverse', 'gemini'])(
  'texts, roles and calls come back from %s',
  (over) => {
    const plain = (messages: unknown): string =>
      JSON.stringify(messages, (key, value: unknown) =>
        key === 'content' && Array.isArray(value)
          ? value.map((part: { text: string }) => part.text).join('')
          : value,
      )
    fc.assert(
      fc.property(conversation, (messages) => {
        const line = `{"custom_id":"a","method":"POST","url":"/v1/chat/completions","body":${JSON.stringify({ model: 'm', messages })}}`
        const there = translated(line, over)
        const back = translated(there.line, 'openaiChat', { model: 'm' })
        // Messages of the user in a row are one there.
        const texts = (value: unknown): string =>
          plain(value).replaceAll('"},{"role":"user","content":"', '')
        expect(texts(back.at('body', 'messages'))).toBe(texts(messages))
      }),
      runs(200),
    )
  },
)
