import { expect, test } from 'vitest'
import { addField, chooseField, chosenPaths, fieldItems, moveField } from './fieldItems.ts'

const found = ['a', 'b', 'c', 'd'].map((path) => ({ path, title: path, lines: 1 }))

test('all that are found are chosen at first; later those that were, in their order', () => {
  expect(chosenPaths(fieldItems(found, undefined))).toEqual(['a', 'b', 'c', 'd'])
  const items = fieldItems(found, ['c', 'x[0]', 'a'])
  expect(items.map(({ path }) => path)).toEqual(['c', 'x[0]', 'a', 'b', 'd'])
  expect(chosenPaths(items)).toEqual(['c', 'x[0]', 'a'])
})

test('moving goes past the next one that is chosen, and not beyond the ends', () => {
  const items = chooseField(fieldItems(found, undefined), 'b', false)
  expect(chosenPaths(moveField(items, 'c', -1))).toEqual(['c', 'a', 'd'])
  expect(chosenPaths(moveField(items, 'a', 1))).toEqual(['c', 'a', 'd'])
  expect(chosenPaths(moveField(items, 'a', -1))).toEqual(['a', 'c', 'd'])
  expect(chosenPaths(moveField(items, 'd', 1))).toEqual(['a', 'c', 'd'])
})

test('a typed path is chosen after the others, and only once', () => {
  const items = fieldItems(found, ['b'])
  expect(chosenPaths(addField(items, 'm[0].x'))).toEqual(['b', 'm[0].x'])
  expect(chosenPaths(addField(items, 'd'))).toEqual(['b', 'd'])
  expect(addField(addField(items, 'y'), 'y')).toHaveLength(5)
})
