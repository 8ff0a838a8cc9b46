import { expect, test } from 'vitest'
import { findCommands } from './findCommands.ts'

const commands = [
  'Open files',
  'Next issue',
  'Previous issue',
  'Next match',
  'Show edited lines',
].map((label) => ({ label }))
const labels = (text: string) => findCommands(commands, text).map((command) => command.label)

test('nothing typed finds all in their order', () => {
  expect(labels(' ')).toEqual(commands.map((command) => command.label))
})

test('every word must be in the label, in any order and case', () => {
  expect(labels('ISSUE next')).toEqual(['Next issue'])
  expect(labels('issue')).toEqual(['Next issue', 'Previous issue'])
  expect(labels('nothing')).toEqual([])
})

test('labels that begin with the text come first', () => {
  expect(labels('e')[0]).toBe('Open files')
  expect(findCommands([{ label: 'The next' }, { label: 'Next' }], 'next')[0]?.label).toBe('Next')
})
