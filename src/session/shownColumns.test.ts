import { expect, test } from 'vitest'
import { FIELD_COLUMN, type ColumnWish } from '../contracts/columns.ts'
import { lineId } from '../base/units.ts'
import { openText } from './testing/openText.ts'

const field = (text: string): ColumnWish => ({ id: FIELD_COLUMN + text, field: text })

async function cellsOf(text: string, ...wishes: ColumnWish[]) {
  const { session, facts } = await openText(text)
  const told = await session.setColumns({ [facts().columnsKey]: wishes })
  if (!told.ok) throw new Error(told.failure.code)
  const rows = await session.readRows({ kind: 'all' }, 0, 100)
  if (!rows.ok) throw new Error(rows.failure.code)
  return { facts: told.value, session, cells: rows.value.rows.map((row) => row.cells) }
}

test('fields are columns: by index, from the end, all of them, and by their length', async () => {
  const { cells } = await cellsOf(
    '{"a":{"b":[1.0,{"c":"x"},"last"]},"n":12345678901234567890}\n{"a":null}\n[1]\n7\nbroken\n\n',
    field('a.b[0]'),
    field('a.b[-1]'),
    field('a.b[*].c'),
    field('length(a.b)'),
    field('n'),
    field('$'),
  )
  expect(cells).toEqual([
    ['1.0', 'last', 'x', '3', '12345678901234567890', expect.stringContaining('{"a":')],
    ['', '', '', '', '', '{"a":null}'],
    ['', '', '', '', '', '[1]'],
    ['', '', '', '', '', '7'],
    undefined,
    undefined,
  ])
})

test('the order is that of the wishes, and the other columns of the file are hidden', async () => {
  const { facts, cells } = await cellsOf(
    '{"a":1,"b":2,"c":"three"}\n{"a":4,"b":5,"c":"six"}\n',
    { id: 'c' },
    field('b'),
  )
  expect(facts.columns.map(({ id }) => id)).toEqual(['c', '=b'])
  expect(facts.hiddenColumns.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(cells).toEqual([
    ['three', '2'],
    ['six', '5'],
  ])
})

test('what is no column here is left out, and a table is never without columns', async () => {
  const { facts } = await cellsOf('{"a":1}\n{"a":2}\n', { id: 'gone' }, field('a..b'))
  expect(facts.columns.map(({ id }) => id)).toEqual(['a'])
})

test('cells follow edits', async () => {
  const { session } = await cellsOf('{"a":1}\n', field('a'))
  await session.edit({ kind: 'replace', id: lineId(0), texts: ['{"a":"new"}'] })
  const rows = await session.readRows({ kind: 'all' }, 0, 1)
  expect(rows.ok && rows.value.rows[0]?.cells).toEqual(['new'])
})

test('one key of all objects, be it __proto__ or empty', async () => {
  const { cells } = await cellsOf(
    '{"__proto__":1,"":2,"a.b":3}\n',
    field('__proto__'),
    field('[""]'),
    field('["a.b"]'),
  )
  expect(cells).toEqual([['1', '2', '3']])
})
