import { expect, test } from 'vitest'
import { inEnglish } from '../../../i18n/testing/inEnglish.ts'
import { metadataOf, metadataProblems, type MetadataRow } from './metadataRows.ts'

function rowsOf(...pairs: readonly (readonly [string, string])[]): readonly MetadataRow[] {
  return pairs.map(([name, value], id) => ({ id, name, value }))
}

function problemsOf(...pairs: readonly (readonly [string, string])[]) {
  return inEnglish([...metadataProblems(rowsOf(...pairs), ['lineproof_run'])])
}

test('rows are sent without the spaces around them, and blank ones not at all', () => {
  expect(metadataOf(rowsOf([' job ', ' nightly '], ['', ' '], ['empty', '']))).toEqual({
    job: 'nightly',
    empty: '',
  })
})

test('64 characters of a name and 512 of a value are allowed, and no more', () => {
  expect(problemsOf(['n'.repeat(64), 'v'.repeat(512)])).toEqual([])
  expect(problemsOf(['n'.repeat(65), 'v'])).toEqual([
    [0, 'The name has 65 characters; at most 64 are allowed.'],
  ])
  expect(problemsOf(['n', 'v'.repeat(513)])).toEqual([
    [0, 'The value has 513 characters; at most 512 are allowed.'],
  ])
})

test('a character outside the basic plane counts once', () => {
  expect(problemsOf(['😀'.repeat(64), '😀'.repeat(512)])).toEqual([])
})

test('a value needs a name, and a name is given once and not taken from the app', () => {
  expect(problemsOf(['', 'v'], ['a', '1'], [' a', '2'], ['lineproof_run', 'x'])).toEqual([
    [0, 'The name is missing.'],
    [2, 'a is there twice.'],
    [3, 'lineproof_run is set by Lineproof, to find the batch again. Take another name.'],
  ])
})

test('names of objects are names like any other', () => {
  const metadata = metadataOf(rowsOf(['__proto__', 'x'], ['constructor', 'y']))
  expect(Object.entries(metadata)).toEqual([
    ['__proto__', 'x'],
    ['constructor', 'y'],
  ])
})
