// Rules across lines where there are more values than are told apart: sums stay right, counts are of what they say.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { lineId } from '../base/units.ts'
import type { FormatDefinition } from '../formats/defineFormat.ts'
import { verbatim } from '../i18n/message.ts'
import { FileRules, MAX_READ, NO_PROFILE } from './fileRules.ts'

const nothing = verbatim('')
const uniform = {
  path: ['model'],
  code: 'mixed',
  title: nothing,
  label: nothing,
  mixedMessage: () => nothing,
  outlierMessage: () => nothing,
}
const format: FormatDefinition = {
  id: 'models',
  title: nothing,
  summary: nothing,
  recognise: () => true,
  schema: z.unknown(),
  uniform: [uniform],
  byteOrderMark: 'hint',
  columns: [],
  examples: { valid: [], invalid: [] },
}

/** Any function of the text that scatters. */
function hash(text: string): number {
  let hashed = 7
  for (let i = 0; i < text.length; i++)
    hashed = (hashed * 31 + text.charCodeAt(i) * 65_537) % 9_007_199_254_739
  return hashed + 1
}

function rulesOf(values: number): FileRules {
  const rules = new FileRules(format, hash)
  for (let i = 0; i < values; i++) rules.add(lineId(i), 0, rules.profileOf([`m-${i}`], 1 + (i % 9)))
  return rules
}

function itemsOf(values: number): number {
  return Array.from({ length: values }, (_, i) => 1 + (i % 9)).reduce((sum, n) => sum + n, 0)
}

test('as many values as are told apart are counted, and each has its lines', () => {
  const rules = rulesOf(MAX_READ)
  expect(rules.isFull).toBe(false)
  expect(rules.uniformValues(0)).toHaveLength(MAX_READ)
  expect(rules.othersOf(0)).toBe(0)
  expect(rules.items).toBe(itemsOf(MAX_READ))
})

test('one more is not told apart, and no other value is given its line', () => {
  const rules = rulesOf(MAX_READ + 2)
  expect(rules.isFull).toBe(true)
  const values = rules.uniformValues(0)
  expect(values).toHaveLength(MAX_READ)
  expect(values.every(({ count }) => count === 1)).toBe(true)
  expect(rules.othersOf(0)).toBe(2)
  expect(rules.items).toBe(itemsOf(MAX_READ + 2))
})

test('a line that is read again has the profile that it was counted with, also after others were added', () => {
  const values = MAX_READ + 3
  const rules = rulesOf(values)
  rules.findRepeats()
  const mended = rules.profileOf(['mended'], 1)
  for (let i = 0; i < values; i++) {
    rules.remove(lineId(i), 0, rules.profileOf([`m-${i}`], 1 + (i % 9)))
    rules.add(lineId(i), 0, mended)
  }
  expect(rules.uniformValues(0)).toMatchObject([{ value: 'mended', count: values }])
  expect(rules.othersOf(0)).toBe(0)
  expect(rules.items).toBe(values)
})

test('items are summed exactly, however many different counts lines have', () => {
  const rules = new FileRules(format, hash)
  let sum = 0
  for (let i = 0; i < 20_000; i++)
    for (const model of ['a', 'b', 'c', 'd']) {
      rules.add(lineId(i), 0, rules.withItems(rules.profileOf([model], 0), i))
      sum += i
    }
  expect(rules.items).toBe(sum)
  expect(rules.uniformValues(0).map(({ count }) => count)).toEqual([20_000, 20_000, 20_000, 20_000])
})

test('a value that is too long to be kept is told from others, and is no value to suggest', () => {
  const rules = new FileRules(format, hash)
  const long = 'm'.repeat(4000)
  rules.add(lineId(0), 0, rules.profileOf([`${long}1`], 0))
  rules.add(lineId(1), 0, rules.profileOf([`${long}2`], 0))
  rules.add(lineId(2), 0, rules.profileOf([`${long}2`], 0))
  expect(rules.uniformValues(0).map(({ count }) => count)).toEqual([2, 1])
  expect(rules.usualValue('model')).toBeUndefined()
})

test('adding and removing lines is counting those that are there', () => {
  const line = fc.record({ model: fc.constantFrom('a', 'b', undefined), items: fc.nat(70_000) })
  fc.assert(
    fc.property(fc.array(line), fc.infiniteStream(fc.boolean()), (lines, removed) => {
      const rules = new FileRules(format, hash)
      const profiles = lines.map(({ model, items }) => rules.profileOf([model], items))
      profiles.forEach((profile, i) => rules.add(lineId(i), 0, profile))
      const isThere = lines.map(() => removed.next().value !== true)
      profiles.forEach((profile, i) => isThere[i] || rules.remove(lineId(i), 0, profile))
      const there = lines.filter((_, i) => isThere[i])
      expect(profiles).not.toContain(NO_PROFILE)
      expect(rules.items).toBe(there.reduce((sum, { items }) => sum + items, 0))
      for (const model of ['a', 'b']) {
        const found = rules.uniformValues(0).find(({ value }) => value === model)?.count ?? 0
        expect(found).toBe(there.filter((each) => each.model === model).length)
      }
    }),
  )
})
