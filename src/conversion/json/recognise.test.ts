// Which JSON that is not lines is recognised as what, by the head of a file.
import { expect, test } from 'vitest'
import { sniffContent } from '../../scanner/sniffContent.ts'
import { recogniseSources } from '../registry.ts'

const rows = Array.from({ length: 400 }, (_, i) => ({ id: i, text: 'some text' }))
const named = Object.fromEntries(rows.map((row) => [`id${row.id}`, row]))
const pretty = (value: unknown): string => JSON.stringify(value, null, 2)

test.each<[string, string, isWhole: boolean, string | undefined, string?]>([
  ['an array', JSON.stringify(rows), true, 'jsonArray', ''],
  ['an array, its head', JSON.stringify(rows).slice(0, 4000), false, 'jsonArray', ''],
  ['an array of numbers, its head', `[${'1,'.repeat(2000)}`, false, 'jsonArray', ''],
  ['an indented array', pretty(rows), true, 'jsonArray', ''],
  ['an indented array, its head', pretty(rows).slice(0, 4000), false, 'jsonArray', ''],
  ['a wrapped array', pretty({ n: 1, data: rows }), true, 'jsonArray', 'data'],
  [
    'an array deep inside',
    JSON.stringify({ n: 1, data: { 'a b': rows } }).slice(0, 4000),
    false,
    'jsonArray',
    'data["a b"]',
  ],
  ['an array under a broken name', '{"a\\x": [{"b": 1}]}', true, 'jsonArray', '["a\\\\x"]'],
  ['an array deep inside, indented', pretty({ a: { b: rows } }), true, 'jsonArray', 'a.b'],
  ['indented values', rows.map((row) => `${pretty(row)}\n`).join(''), true, 'concatenated'],
  [
    'values on one line',
    JSON.stringify(rows).slice(1, -1).replaceAll('},', '}'),
    true,
    'concatenated',
  ],
  ['an object of objects', JSON.stringify(named), true, 'objectOfObjects'],
  [
    'an object of objects, its head',
    JSON.stringify(named).slice(0, 4000),
    false,
    'objectOfObjects',
  ],
  ['an indented object of objects', pretty(named), true, 'objectOfObjects'],
  [
    'a text sequence',
    rows.map((row) => `\x1e${JSON.stringify(row)}\n`).join(''),
    true,
    'textSequence',
  ],
  ['lines', rows.map((row) => `${JSON.stringify(row)}\n`).join(''), true, 'jsonLines'],
  ['lines, their head', rows.map((row) => `${JSON.stringify(row)}\n`).join(''), false, 'jsonLines'],
  ['a long line, its head', `{"text":"${'x'.repeat(5000)}`, false, 'jsonLines'],
])('%s', (_name, text, isWhole, id, path) => {
  const bytes = new TextEncoder().encode(text)
  const content = sniffContent(bytes, isWhole)
  const [found] = recogniseSources({ content, bytes, isWhole, name: 'file.json' })
  expect(found?.source.id).toBe(id)
  expect(found?.options['path']).toBe(path)
})
