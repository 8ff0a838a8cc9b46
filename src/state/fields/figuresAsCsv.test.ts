import { expect, test } from 'vitest'
import { ANY_KEY } from '../../fields/fieldFigures.ts'
import { EACH } from '../../fields/fieldPath.ts'
import { figuresOf } from '../../fields/testing/figuresOf.ts'
import { figuresAsCsv } from './figuresAsCsv.ts'
import { shownFigurePath } from './shownFigurePath.ts'

const HEAD =
  'field,lines,of_lines,values,object,array,string,number,boolean,null,distinct,distinct_is_exact,min,mean,max,times,' +
  'min_characters,mean_characters,max_characters,min_elements,mean_elements,max_elements,' +
  'min_members,mean_members,max_members,first_line,most_frequent'

/** As RFC 4180 has it; no cell here has a line end. */
async function rowsOf(...lines: string[]): Promise<string[]> {
  const [head, ...rows] = figuresAsCsv(await figuresOf(lines)).split('\r\n')
  expect(head).toBe(HEAD)
  expect(rows.pop()).toBe('')
  return rows
}

test('figures are one row for each field', async () => {
  expect(await rowsOf('{"n":1,"t":["ab"]}', '{"n":2.5,"t":[]}', '{"n":"x"}')).toEqual([
    '$,3,3,3,3,,,,,,,,,,,,,,,,,,1,1.6666666666666667,2,1,',
    'n,3,3,3,,,1,2,,,3,true,1,1.75,2.5,,1,1,1,,,,,,,1,"[[1,1],[2.5,1],[""x"",1]]"',
    't,2,3,2,,2,,,,,,,,,,,,,,0,0.5,1,,,,1,',
    't[*],1,3,1,,,1,,,,1,true,,,,,2,2,2,,,,,,,1,"[[""ab"",1]]"',
  ])
})

test('values that are formulas are harmless in their cell, and stay the values that they are', async () => {
  const [, row] = await rowsOf('{"a":"x;=1"}', '{"a":1e999}', '{"a":-1e999}')
  const cell = row?.slice(row.indexOf('"[[')) ?? ''
  expect(cell).toBe(String.raw`"[[""x\u003b=1"",1],[1e999,1],[-1e999,1]]"`)
})

test('times are told by what they are', async () => {
  const [, at] = await rowsOf('{"at":1767225600}', '{"at":1767225700}')
  expect(at).toContain(',unix-seconds,')
})

test('names cannot break out of their cells, nor be formulas', async () => {
  const keys = ['a,b', '"', '=1+1', '@x', '-2', '', '\t']
  const rows = await rowsOf(JSON.stringify(Object.fromEntries(keys.map((key) => [key, null]))))
  expect(rows.slice(1).map((row) => row.slice(0, row.indexOf(',1,1,1,,,,,,1,')))).toEqual([
    '"[""a,b""]"',
    '"[""\\""""]"',
    '"[""=1+1""]"',
    '"[""@x""]"',
    '"[""-2""]"',
    '"[""""]"',
    '"[""\\t""]"',
  ])
})

test('of no lines there is the head alone', async () => {
  expect(await rowsOf()).toEqual([])
})

test('paths are shown as queries have them, and a star for any key', () => {
  expect(shownFigurePath([])).toBe('$')
  expect(shownFigurePath(['a', EACH, 'b c'])).toBe('a[*]["b c"]')
  expect(shownFigurePath([ANY_KEY])).toBe('$.*')
  expect(shownFigurePath(['by', ANY_KEY, EACH, 'n'])).toBe('by.*[*].n')
  expect(shownFigurePath([ANY_KEY, ANY_KEY, 'n'])).toBe('$.*.*.n')
  expect(shownFigurePath(['*'])).toBe('["*"]')
})
