import { expect, test } from 'vitest'
import { verbatim } from '../../i18n/message.ts'
import { countIssues } from './countIssues.ts'

test('errors, warnings and news of lines and file count, hints do not', () => {
  const cause = { code: 'a', title: verbatim('A'), isNotice: false }
  expect(
    countIssues({
      causes: [
        { ...cause, severity: 'error', count: 12 },
        { ...cause, severity: 'warning', count: 900 },
        { ...cause, severity: 'attention', count: 36 },
        { ...cause, severity: 'hint', count: 50 },
      ],
      fileFindings: [
        { ...cause, severity: 'error', message: verbatim('Too large.') },
        { ...cause, severity: 'hint', message: verbatim('No last line feed.') },
      ],
    }),
  ).toBe(949)
})
