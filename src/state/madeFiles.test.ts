import { afterEach, beforeEach, expect, test } from 'vitest'
import { closeScope, openScope } from './documentScope.ts'
import { holdMadeFiles, keepMadeFile } from './madeFiles.ts'

let discarded: string[] = []

beforeEach(() => {
  discarded = []
  openScope('a')
  keepMadeFile('a', () => discarded.push('file'))
})
afterEach(() => closeScope('a'))

test('a file goes with its document', () => {
  expect(discarded).toEqual([])
  closeScope('a')
  expect(discarded).toEqual(['file'])
})

test('a file that others read stays until the last of them lets go of it', () => {
  const letGo = holdMadeFiles('a')
  const letGoToo = holdMadeFiles('a')
  closeScope('a')
  letGo()
  letGo()
  expect(discarded).toEqual([])
  letGoToo()
  expect(discarded).toEqual(['file'])
})

test('the document is a reader like the others', () => {
  holdMadeFiles('a')()
  expect(discarded).toEqual([])
})
