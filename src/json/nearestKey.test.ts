import { expect, test } from 'vitest'
import { nearestKey } from './nearestKey.ts'

const KNOWN = [
  'model',
  'messages',
  'max_tokens',
  'max_completion_tokens',
  'temperature',
  'n',
  'top_p',
]

test.each([
  ['max_token', 'max_tokens'],
  ['maxTokens', 'max_tokens'],
  ['max-completion-tokens', 'max_completion_tokens'],
  [' model', 'model'],
  ['Model', 'model'],
  ['modle', 'model'],
  ['temprature', 'temperature'],
  ['message', 'messages'],
  ['tempreture', 'temperature'],
])('%s is %s', (key, meant) => {
  expect(nearestKey(key, KNOWN)).toBe(meant)
})

test.each(['m', 'k', 'enable_thinking', 'mode1s', '', ' ', 'tokens', 'top_q'])(
  '%s is none',
  (key) => {
    expect(nearestKey(key, KNOWN)).toBeUndefined()
  },
)

test('a short word that is wrong in any case may lack a letter, or have one too many, and no other one', () => {
  const roles = ['user', 'tool', 'system']
  const near = (text: string) => nearestKey(text, roles, { inShortWords: true })
  expect(['usr', 'use', 'tools', 'used', 'us'].map(near)).toEqual([
    'user',
    'user',
    'tool',
    undefined,
    undefined,
  ])
  expect(nearestKey('usr', roles)).toBeUndefined()
})

test('of two that are as near none is meant', () => {
  expect(nearestKey('seat', ['seal', 'seam'])).toBeUndefined()
  expect(nearestKey('a_b', ['ab', 'a.b'])).toBeUndefined()
})
