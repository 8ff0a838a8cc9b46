import { expect, test } from 'vitest'
import { collectFields } from './collectFields.ts'

test('fields of most lines come first, with their frequent values', () => {
  const lines = [
    { id: 1, body: { model: 'b', messages: [{ role: 'user' }, { role: 'system' }] } },
    { id: 2, body: { model: 'a', messages: [{ role: 'user' }] }, rare: null },
    { id: 3, body: { model: 'a' } },
    [],
    'text',
  ]
  expect(collectFields(lines)).toEqual([
    { path: 'id', values: ['1', '2', '3'] },
    { path: 'body' },
    { path: 'body.model', values: ['"a"', '"b"'] },
    { path: 'body.messages' },
    { path: 'body.messages[*]' },
    { path: 'body.messages[*].role', values: ['"user"', '"system"'] },
    { path: 'rare', values: ['null'] },
  ])
})

test('odd keys are written as they are read, and there is an end to it', () => {
  expect(collectFields([JSON.parse('{"a.b":1,"":2,"__proto__":3}')])).toEqual([
    { path: '["a.b"]', values: ['1'] },
    { path: '[""]', values: ['2'] },
    { path: '__proto__', values: ['3'] },
  ])
  const keys = Array.from({ length: 100 }, (_, line) =>
    Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`k${line}_${i}`, 1])),
  )
  expect(collectFields(keys).length).toBe(2000)
  let deep: unknown = 1
  for (let i = 0; i < 5000; i++) deep = [deep]
  expect(collectFields([deep]).length).toBe(16)
  expect(collectFields([{ a: 'x'.repeat(1000) }])).toEqual([{ path: 'a' }])
})
