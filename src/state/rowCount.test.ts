import { expect, test } from 'vitest'
import type { DocumentFacts } from '../contracts/documentApi.ts'
import { msg } from '../i18n/message.ts'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { viewSentence } from './rowCount.ts'

const facts = {
  lines: 40_000,
  invalid: 1,
  warnings: 901,
  attention: 0,
  edited: 2,
  matches: 12,
  matchesAmong: { invalid: 1, warnings: 2, attention: 3, edited: 4 },
  causes: [{ code: 'trailing-comma', count: 3 }],
} as unknown as DocumentFacts

test('a view is said with the number of its lines', () => {
  const said = (['all', 'invalid', 'warnings', 'attention', 'edited', 'matches'] as const).map(
    (kind) => viewSentence(facts, { kind }, undefined),
  )
  expect(inEnglish(said)).toEqual([
    'All 40,000 lines',
    '1 invalid line',
    '901 lines with warnings',
    '0 lines that need attention',
    '2 edited lines',
    '12 matching lines',
  ])
  const among = (['invalid', 'warnings', 'attention', 'edited'] as const).map((kind) =>
    viewSentence(facts, { kind: 'matches', among: kind }, undefined),
  )
  expect(inEnglish(among)).toEqual([
    '1 matching line is invalid',
    '2 matching lines have warnings',
    '3 matching lines need attention',
    '4 matching lines are edited',
  ])
  const cause = { kind: 'cause', code: 'trailing-comma' } as const
  const titled = viewSentence(facts, cause, msg('Trailing comma'))
  expect(inEnglish(titled)).toBe('3 lines: Trailing comma')
  const gone = viewSentence(facts, { ...cause, code: 'gone' }, undefined)
  expect(inEnglish(gone)).toBe('0 lines')
})
