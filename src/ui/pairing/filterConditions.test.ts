import { expect, test } from 'vitest'
import type { PairFilter } from '../../contracts/pairingApi.ts'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import { conditionsOf } from './filterConditions.ts'

const texts = (filter: PairFilter) => inEnglish(conditionsOf(filter)).map(({ text }) => text)

test('what is shown elsewhere is not a condition to take back', () => {
  expect(texts({})).toEqual([])
  expect(texts({ outcome: 'failed', matches: true })).toEqual([])
  expect(texts({ unusable: 'any' })).toEqual([])
})

test('each other condition has words', () => {
  expect(
    texts({
      outcome: 'succeeded',
      errorCode: 'rate_limit_exceeded',
      status: 429,
      finishReason: 'length',
      unusable: 'cut-off',
      models: { asked: 'small', answered: null },
      nearMiss: 'spaces',
      group: null,
    }),
  ).toEqual([
    'Error: rate_limit_exceeded',
    'HTTP 429',
    'Finish reason: length',
    'Not usable: Cut off',
    'Model: small → none named',
    'Near miss: spaces',
    'No group',
  ])
})

test('the end of a range of tokens is left out by the filter and named to people', () => {
  expect(texts({ tokens: { name: 'total', from: 1000, to: 2000 } })).toEqual([
    'Tokens: 1,000 to 1,999',
  ])
  expect(texts({ tokens: { name: 'prompt', from: 8, to: 9 } })).toEqual(['Prompt tokens: 8'])
  expect(texts({ tokens: { name: 'prompt', from: 8, to: Infinity } })).toEqual([
    'Prompt tokens: 8 or more',
  ])
})

test('that answers are usable is a condition of its own', () => {
  expect(inEnglish(conditionsOf({ unusable: 'none' }))).toEqual([
    { name: 'unusable', text: 'Usable' },
  ])
})

test('ids that nearly match are told apart by what differs', () => {
  const said = (['any', 'spaces', 'type', 'notText'] as const).map((nearMiss) =>
    texts({ nearMiss }),
  )
  expect(said.flat()).toEqual([
    'Near miss: any',
    'Near miss: spaces',
    'Near miss: number or string',
    'Near miss: not a string',
  ])
})
