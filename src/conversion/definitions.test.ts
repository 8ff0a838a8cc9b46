// Which source is proposed for files as people have them.
import { expect, test } from 'vitest'
import { sniffContent } from '../scanner/sniffContent.ts'
import { recogniseSources } from './registry.ts'

test.each([
  ['prompts.txt', 'Write a poem\nSay hi\n', 'plainText', {}],
  ['a.txt', 'One\ntwo.\n\nThree.\n\nFour\nfive.\n', 'plainText', { separator: 'blank' }],
  [
    'app.log',
    '2026-01-01T00:00:00Z INFO {"a":1}\n2026-01-01T00:00:01Z INFO {"a":2}\n2026-01-01T00:00:02Z WARN started\n',
    'prefixedLines',
    {},
  ],
  [
    'alpaca.jsonl',
    '{"instruction":"a","output":"b"}\n{"instruction":"c","output":"d"}\n',
    'datasetChat',
    {},
  ],
  [
    'export.json',
    '{\n "meta": {"count": 2},\n "data": {"items": [{"id": 1}, {"id": 2}]}\n}\n',
    'jsonArray',
    { path: 'data.items' },
  ],
  ['people.json', '{\n "ann": {"age": 1},\n "bob": {"age": 2}\n}\n', 'objectOfObjects', {}],
])('%s %j', (name, text, id, options) => {
  const [best] = recognise(name, text)
  expect(best?.source.id).toBe(id)
  expect(best?.options).toEqual(options)
})

test.each([
  [
    'batch.jsonl',
    '{"custom_id":"a","method":"POST","url":"/v1/chat/completions","body":{"model":"m"}}\n',
  ],
  ['chat.jsonl', '{"messages":[{"role":"user","content":"a"}]}\n'],
  ['any.txt', '{"a":1}\n{"b":2}\n'],
  ['empty.csv', ''],
])('%s is left as it is', (name, text) => {
  expect(recognise(name, text)[0]?.source.id).toBe('jsonLines')
})

test('another shape can be made of chat messages, once someone asks', () => {
  const [, other] = recognise('chat.jsonl', '{"messages":[{"role":"user","content":"a"}]}\n')
  expect(other?.source.id).toBe('datasetChat')
  expect(other?.options).toEqual({ into: 'shareGpt' })
})

function recognise(name: string, text: string) {
  const bytes = new TextEncoder().encode(text)
  return recogniseSources({ name, bytes, isWhole: true, content: sniffContent(bytes, true) })
}
