import { expect, test } from 'vitest'
import { ANY_KEY } from '../../fields/fieldFigures.ts'
import { EACH } from '../../fields/fieldPath.ts'
import { figuresOf } from '../../fields/testing/figuresOf.ts'
import { figuresAsCsv } from './figuresAsCsv.ts'
import { shownFigurePath } from './shownFigurePath.ts'

const HEAD =
  'field,lines,values,kinds,distinct,distinct_is_exact,min,mean,max,min_length,mean_length,max_length,first_line'

/** As RFC 4180 has it; no cell here has a line end. */
async function rowsOf(...lines: string[]): Promise<string[]> {
  const [head, ...rows] = figuresAsCsv(await figuresOf(lines)).split('\r\n')
  expect(head).toBe(HEAD)
  expect(rows.pop()).toBe('')
  return rows
}

test('figures are one row for each field', async () => {
  expect(await rowsOf('{"n":1,"t":["ab"]}', '{"n":2.5,"t":[]}', '{"n":"x"}')).toEqual([
    '$,3,3,object 3,,,,,,1,1.6666666666666667,2,1',
    'n,3,3,"number 2; string 1",3,true,1,1.75,2.5,1,1,1,1',
    't,2,2,array 2,,,,,,0,0.5,1,1',
    't[*],1,1,string 1,1,true,,,,2,2,2,1',
  ])
})

test('names cannot break out of their cells, nor be formulas', async () => {
  const keys = ['a,b', '"', '=1+1', '@x', '-2', '', '\t']
  const rows = await rowsOf(JSON.stringify(Object.fromEntries(keys.map((key) => [key, null]))))
  expect(rows.slice(1).map((row) => row.slice(0, row.indexOf(',1,1,null 1,')))).toEqual([
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
