// Answers that are the same, found while a file is read without looking at each line by itself.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { present } from '../base/assert.ts'
import { findFormat } from '../formats/registry.ts'
import { runs } from '../tooling/runs.ts'
import { expectBothWaysAlike } from './testing/bothWays.ts'

const format = present(findFormat('preferenceFineTuning'), 'the format')

/** Texts that are equal in spite of how they are written, near to each other, long, and no texts. */
const content = fc.constantFrom(
  '"a"',
  '"\\u0061"',
  '"b"',
  '"a "',
  '""',
  '"答"',
  '"\\u7b54"',
  `"${'long '.repeat(300)}"`,
  `"${'long '.repeat(300)}."`,
  'null',
  '[{"type":"text","text":"a"}]',
)
const answers = fc
  .array(content, { maxLength: 2 })
  .map((all) => `[${all.map((each) => `{"role":"assistant","content":${each}}`).join(',')}]`)
const line = fc
  .tuple(answers, answers, fc.constantFrom('a', 'Hi'))
  .map(
    ([one, other, question]) =>
      `{"input":{"messages":[{"role":"user","content":"${question}"}]},"preferred_output":${one},"non_preferred_output":${other}}`,
  )

test('equal answers are told of the same lines when a file is read as of each line alone', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 30 }), (texts) => {
      const chunks = [new TextEncoder().encode(texts.map((text) => `${text}\n`).join(''))]
      expectBothWaysAlike(format, { texts, hasBom: false, chunks })
    }),
    runs(150),
  )
})

test('lines of answers that differ are of one shape, whatever they say', () => {
  const texts = Array.from(
    { length: 500 },
    (_, i) =>
      `{"input":{"messages":[{"role":"user","content":"q${i}"}]},"preferred_output":[{"role":"assistant","content":"yes ${i}"}],"non_preferred_output":[{"role":"assistant","content":"no ${i % 7}"}]}`,
  )
  const chunks = [new TextEncoder().encode(texts.map((text) => `${text}\n`).join(''))]
  expect(expectBothWaysAlike(format, { texts, hasBom: false, chunks }).recognised).toBe(499)
})
