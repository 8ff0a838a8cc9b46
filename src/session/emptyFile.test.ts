// A file without a value is refused as an empty one, whether or not it has blank lines.
import { expect, test } from 'vitest'
import { openText } from './testing/openText.ts'
import type { LineId } from '../base/units.ts'

const codes = (facts: { fileFindings: readonly { code: string }[] }): string[] =>
  facts.fileFindings.map(({ code }) => code)

test.each(['', '\n', '\n\n  \n', '\r\n'])('%j holds nothing to send', async (content) => {
  const { facts } = await openText(content, { formatId: 'batchInput' })
  expect(codes(facts())).toContain('empty-file')
})

test('one line that holds a value is enough, and follows edits', async () => {
  const { session, facts } = await openText('\n{}\n', { formatId: 'plainJsonl' })
  expect(codes(facts())).not.toContain('empty-file')
  await session.edit({ kind: 'delete', ids: [1 as LineId] })
  expect(codes(facts())).toContain('empty-file')
})
