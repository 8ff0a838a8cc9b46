import { expect, test } from 'vitest'
import { promptKeyOf } from './promptKeys.ts'

test.each([
  [['id', 'prompt'], 'prompt'],
  [['Text', 'QUESTION'], 'QUESTION'],
  [['prompt', 'completion'], undefined],
  [['instruction', 'input', 'output'], undefined],
  [['name', 'born'], undefined],
  [[], undefined],
])('of %j: %s', (keys, key) => {
  expect(promptKeyOf(keys)).toBe(key)
})
