import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../../tooling/runs.ts'
import { nameColumns } from './columnNames.ts'

test('each column has a name of its own, the first free one', () => {
  const name = fc.constantFrom('', 'a', 'a_2', 'a_3', 'column_1', 'column_2', '__proto__')
  fc.assert(
    fc.property(fc.array(name), (header) => {
      const { names, made } = nameColumns(header)
      expect(new Set(names).size).toBe(header.length)
      for (const [at, given] of names.entries()) {
        const wanted = header[at] || `column_${at + 1}`
        const isThere = given === wanted
        expect(made.includes(given)).toBe(!(isThere && header[at] !== ''))
        if (isThere) continue
        const suffix = Number(given.slice(wanted.length + 1))
        expect(given).toBe(`${wanted}_${suffix}`)
        // All that are smaller are taken, by the header or by columns before.
        const taken = new Set([...header, ...names.slice(0, at)])
        for (let smaller = 2; smaller < suffix; smaller++) {
          expect(taken).toContain(`${wanted}_${smaller}`)
        }
      }
    }),
    runs(1000),
  )
})

test('as many columns of one name as a sheet can have', () => {
  const { names, made } = nameColumns(Array.from({ length: 16_384 }, () => 'a'))
  expect(names.at(-1)).toBe('a_16384')
  expect(made).toHaveLength(16_383)
})
