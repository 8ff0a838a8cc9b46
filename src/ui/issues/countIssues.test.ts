import { expect, test } from 'vitest'
import { countIssues } from './countIssues.ts'

test('errors and warnings of lines and file count, hints do not', () => {
  const cause = { code: 'a', title: 'A' }
  expect(
    countIssues({
      causes: [
        { ...cause, severity: 'error', count: 12 },
        { ...cause, severity: 'warning', count: 900 },
        { ...cause, severity: 'hint', count: 50 },
      ],
      fileFindings: [
        { ...cause, severity: 'error', message: 'Too large.' },
        { ...cause, severity: 'hint', message: 'No last line feed.' },
      ],
    }),
  ).toBe(913)
})
