import { expect, test } from 'vitest'
import type { DocumentFacts } from '../contracts/documentApi.ts'
import { viewSentence } from './rowCount.ts'

const facts = {
  lines: 40_000,
  invalid: 1,
  warnings: 901,
  attention: 0,
  edited: 2,
  matches: 12,
  causes: [{ code: 'trailing-comma', count: 3 }],
} as unknown as DocumentFacts

test('a view is said with the number of its lines', () => {
  const said = (['all', 'invalid', 'warnings', 'attention', 'edited', 'matches'] as const).map(
    (kind) => viewSentence(facts, { kind }, undefined),
  )
  expect(said).toEqual([
    'All 40,000 lines',
    '1 invalid line',
    '901 lines with warnings',
    '0 lines that need attention',
    '2 edited lines',
    '12 matching lines',
  ])
  const cause = { kind: 'cause', code: 'trailing-comma' } as const
  expect(viewSentence(facts, cause, 'Trailing comma')).toBe('3 lines: Trailing comma')
  expect(viewSentence(facts, { ...cause, code: 'gone' }, undefined)).toBe('0 lines')
})
