import { expect, test } from 'vitest'
import type { Severity } from '../../base/severity.ts'
import type { FileFinding } from '../../diagnostics/diagnostic.ts'
import { verbatim } from '../../i18n/message.ts'
import type { CauseCount } from '../../contracts/documentApi.ts'
import { orderIssues } from './orderIssues.ts'

const cause = (code: string, severity: Severity, count: number): CauseCount => ({
  code,
  severity,
  title: verbatim(code),
  count,
  isNotice: false,
})
const ofFile = (code: string, severity: Severity): FileFinding => ({
  code,
  severity,
  title: verbatim(code),
  message: verbatim(code),
})

test('errors before warnings before news, of the file before those of lines, hints apart', () => {
  const { issues, hints } = orderIssues({
    causes: [
      cause('rare-error', 'error', 1),
      cause('error', 'error', 40),
      cause('warning', 'warning', 3),
      cause('cut-off', 'attention', 36),
      { ...cause('notice', 'hint', 900), isNotice: true },
      cause('repeated', 'hint', 2),
    ],
    fileFindings: [
      ofFile('line-ends', 'hint'),
      ofFile('mixed', 'warning'),
      ofFile('too-large', 'error'),
      { ...ofFile('whose', 'hint'), isNotice: true },
    ],
  })
  expect(issues.map(({ code }) => code)).toEqual([
    'too-large',
    'rare-error',
    'error',
    'mixed',
    'warning',
    'cut-off',
    'whose',
    'notice',
  ])
  expect(hints.map(({ code }) => code)).toEqual(['line-ends', 'repeated'])
})
