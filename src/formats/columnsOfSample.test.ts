import { describe, expect, test } from 'vitest'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { columnsOfSample } from './columnsOfSample.ts'

const LONG = 'A text that is read as a whole rather than looked up in a list.'

/** 'id:64 text', with the widths of those that have one. */
function columnsFor(...sample: readonly unknown[]): string {
  return inEnglish(columnsOfSample(sample))
    .map(({ title, width }) => (width === undefined ? title : `${title}:${width}`))
    .join(' ')
}

describe('columns of plain lines', () => {
  test.each([
    ['numbers and names', [{ id: 1, name: 'Ada', score: 0.5 }], 'id:64 name:64 score'],
    [
      'a log',
      [{ ts: '2026-11-26T10:00:00.000Z', level: 'info', msg: LONG }],
      'ts:196 level:64 msg',
    ],
    ['one long text', [{ text: LONG }], 'text'],
    ['texts that belong together', [{ prompt: LONG, completion: LONG }], 'prompt completion'],
    ['a label after the text', [{ text: LONG, label: 'positive' }], 'text label:79'],
    ['an empty object first', [{}, { id: 1, ok: true }, { id: 2, ok: false }], 'id:64 ok'],
    ['an array', [{ id: 1, messages: [{ role: 'user' }] }], 'id:64 messages'],
    ['an array beside a text', [{ text: LONG, entities: [1], id: 7 }], 'text id:64'],
    ['nothing but an object', [{ data: { id: 1 } }], 'data'],
    ['nulls alone', [{ a: null, b: 1 }], 'b'],
    [
      'nulls now and then',
      [
        { a: null, b: 1 },
        { a: 'x', b: 2 },
      ],
      'a:64 b',
    ],
    [
      'two shapes in turn',
      [
        { type: 'a', x: 1 },
        { type: 'b', y: 2 },
      ],
      'type:64 text',
    ],
    ['two shapes and nothing in common', [{ x: 1 }, { y: 2 }], ''],
    ['arrays', [[1, 2], [3]], ''],
    ['scalars', ['a', 1, null], ''],
    ['half of each', [{ a: 1 }, 'a'], ''],
    ['nothing', [], ''],
    ['empty objects', [{}, {}], ''],
  ])('%s', (_, sample, expected) => {
    expect(columnsFor(...sample)).toBe(expected)
  })

  test('are the first six, texts included', () => {
    const wide = { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7, h: LONG }
    expect(columnsFor(wide)).toBe('a:64 b:64 c:64 d:64 e:64 h')
  })

  test('have a name of their own, whatever a key is called', () => {
    const columns = columnsOfSample([
      { text: 'x', a: 1 },
      { text: 'y', b: 1 },
    ])
    expect(columns.map(({ id }) => id)).toEqual(['text', ' line'])
    const [column] = columnsOfSample([{ ['k'.repeat(100)]: 1, ['__proto__x']: 2 }])
    expect(inEnglish(column?.title)).toBe(`${'k'.repeat(40)}…`)
    expect(column?.paths).toEqual([['k'.repeat(100)]])
    const titles = columnsOfSample([{ '': 1, ' ': 2 }]).map(({ title }) => inEnglish(title))
    expect(titles).toEqual(['""', '" "'])
  })

  test('are wide enough for nine of ten values, within bounds', () => {
    const sample = Array.from({ length: 10 }, (_, i) => ({
      id: i === 0 ? 'x'.repeat(100) : 'abcdefghij',
      text: LONG,
    }))
    expect(columnsFor(...sample)).toBe('id:93 text')
    expect(columnsFor({ id: 'x'.repeat(27), text: LONG })).toBe('id:218 text')
  })

  test('count cells, of which Chinese takes two, accents none and emoji two', () => {
    const widthFor = (id: string): string => columnsFor({ id, text: LONG })
    expect(widthFor('請求編號一二三四')).toBe(widthFor('x'.repeat(16)))
    expect(widthFor('e\u0301'.repeat(10))).toBe(widthFor('x'.repeat(10)))
    expect(widthFor('👨‍👩‍👧‍👦'.repeat(5))).toBe(widthFor('x'.repeat(10)))
    // A text to be read in fewer characters.
    expect(columnsFor({ 問: '請問明天台北的天氣如何需要帶傘嗎', id: 1 })).toBe('問 id:64')
    expect(columnsFor({ 題目編號說明文字: 1, text: LONG })).toBe(`題目編號說明文字:137 text`)
  })
})
