import { describe, expect, test } from 'vitest'
import { ANY_KEY, type FieldFigures, type FigureStep } from '../../fields/fieldFigures.ts'
import { EACH } from '../../fields/fieldPath.ts'
import { indexFields, parentRow, treeRows, typedRow } from './treeRows.ts'

const first = { id: 0, index: 0 } as unknown as FieldFigures['first']

function field(parent: number, step: FigureStep | undefined, type = 'object'): FieldFigures {
  const kind = { type, lines: 1, values: 1, first } as FieldFigures['kinds'][number]
  return { parent, step, lines: 1, values: 1, first, kinds: [kind] }
}

const FIELDS = [
  field(-1, undefined),
  field(0, 'body'),
  field(1, 'messages', 'array'),
  field(2, EACH),
  field(3, 'role', 'string'),
  field(1, 'model', 'string'),
  field(0, 'by'),
  field(6, ANY_KEY, 'number'),
  field(0, '', 'string'),
]
const index = indexFields(FIELDS)
const none = new Map<string, boolean>()

function shown(text = '', folded: ReadonlyMap<string, boolean> = none): string[] {
  return treeRows(index, { text, folded }).map(({ name }) => name)
}

describe('the rows of the tree', () => {
  test('are all fields, each in its place', () => {
    const rows = treeRows(index, { text: '', folded: none })
    expect(
      rows.map(({ isFolded, level, name, place, siblings, step }) => [
        name,
        step,
        level,
        `${place}/${siblings}`,
        isFolded,
      ]),
    ).toEqual([
      ['body', 'body', 1, '1/3', false],
      ['body.messages', 'messages', 2, '1/2', false],
      ['body.messages[*]', '[*]', 3, '1/1', false],
      ['body.messages[*].role', 'role', 4, '1/1', undefined],
      ['body.model', 'model', 2, '2/2', undefined],
      ['by', 'by', 1, '2/3', false],
      ['by.*', '*', 2, '1/1', undefined],
      ['[""]', '""', 1, '3/3', undefined],
    ])
  })

  test('are none below what is folded', () => {
    expect(shown('', new Map([['body', true]]))).toEqual(['body', 'by', 'by.*', '[""]'])
    expect(shown('', new Map([['body.messages', true]]))[2]).toBe('body.model')
  })

  test('are those of a name, and what leads there, folded or not', () => {
    const folded = new Map([['body', true]])
    expect(shown('ROLE', folded)).toEqual([
      'body',
      'body.messages',
      'body.messages[*]',
      'body.messages[*].role',
    ])
    const rows = treeRows(index, { text: 'role', folded })
    expect(rows.map(({ isOnTheWay }) => isOnTheWay)).toEqual([true, true, true, false])
    expect(shown('nowhere')).toEqual([])
  })

  test('of many fields are those of the first level', () => {
    const many = [
      ...FIELDS,
      ...Array.from({ length: 60 }, (_, i) => field(6, `key ${i}`, 'string')),
    ]
    const rows = treeRows(indexFields(many), { text: '', folded: none })
    expect(rows.map(({ name }) => name)).toEqual(['body', 'by', '[""]'])
    const unfolded = treeRows(indexFields(many), { text: '', folded: new Map([['by', false]]) })
    expect(unfolded).toHaveLength(3 + 61)
  })

  test('begin with the value itself where it is not always an object', () => {
    const [root, ...others] = FIELDS
    const fields = [{ ...root, kinds: [...field(-1, undefined, 'number').kinds] }, ...others]
    const names = treeRows(indexFields(fields as FieldFigures[]), { text: '', folded: none })
    expect(names.map(({ name }) => name).slice(0, 2)).toEqual(['$', 'body'])
  })

  test('lead up, and to what is typed', () => {
    const rows = treeRows(index, { text: '', folded: none })
    expect(parentRow(rows, 3)).toBe(2)
    expect(parentRow(rows, 4)).toBe(0)
    expect(parentRow(rows, 5)).toBe(-1)
    expect(typedRow(rows, 0, 'B')).toBe(5)
    expect(typedRow(rows, 5, 'b')).toBe(0)
    expect(typedRow(rows, 0, 'x')).toBeUndefined()
  })
})
