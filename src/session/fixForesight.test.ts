// What 'Fix all' is said to do is what it does.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../tooling/runs.ts'
import { type OpenedText, openText } from './testing/openText.ts'

const request = (id: string, more = ''): string =>
  `{"custom_id":"${id}","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-6-luna","messages":[]${more}}}`

async function foreseen({ session }: Pick<OpenedText, 'session'>, code: string) {
  const samples = await session.fixSamples(code, undefined)
  const count = await session.countFixes(code, undefined, 'count', () => {})
  if (!samples.ok || !count.ok) throw new Error('it could not be foreseen')
  return { samples: samples.value, count: count.value }
}

const line = fc.oneof(
  fc.constantFrom('a', 'b').map((id) => request(id)),
  fc.constantFrom(
    '{"a":1,}',
    "{'a':1}",
    '{"a":1}{"b":2}',
    '{"a":1} {"b":',
    'words',
    '{',
    '  "a": 1',
    '}',
  ),
)

test('samples are what lines become, and the count is how many do', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 8 }), async (texts) => {
      for (let turn = 0; ; turn++) {
        const opened = await openText(texts.join('\n'), { formatId: 'batchInput' })
        const causes = opened.facts().causes
        const cause = causes[turn]
        if (!cause) return
        const before = await opened.texts()
        const { samples, count } = await foreseen(opened, cause.code)
        expect(await opened.texts()).toEqual(before)
        expect(count.lines).toBe(cause.count)
        const fixed = await opened.session.fixAll(cause.code, undefined, 'fix', () => {})
        expect(fixed).toMatchObject({ ok: true, value: { fixed: count.fixed } })
        const after = await opened.texts()
        expect(after.join('\n') === before.join('\n')).toBe(count.changed === 0)
        for (const sample of samples) {
          expect(
            before
              .slice(sample.line - 1)
              .join('\n')
              .startsWith(sample.before),
          ).toBe(true)
          for (const text of sample.after) expect(after).toContain(text)
        }
        expect(samples.length > 0).toBe(count.changed > 0)
      }
    }),
    runs(12),
  )
})

test('a record over several lines is shown whole', async () => {
  const opened = await openText('{\n  "a": 1\n}\n{"b":2}\n')
  const { samples, count } = await foreseen(opened, 'record-over-lines')
  expect(samples).toEqual([{ line: 1, before: '{\n  "a": 1\n}', after: ['{"a": 1}'] }])
  expect(count).toEqual({ lines: 3, fixed: 3, changed: 3 })
})

test('ids that are made unique differ in what is shown, too', async () => {
  const opened = await openText(Array.from({ length: 4 }, () => request('a')).join('\n'))
  const { samples } = await foreseen(opened, 'duplicate-custom-id')
  const ids = samples.map(({ after }) => JSON.parse(after[0] ?? '').custom_id)
  expect(ids).toEqual(['a-2', 'a-3', 'a-4'])
})

test('counting can be stopped', async () => {
  const { session } = await openText('{"a":1,}\n'.repeat(2000))
  const counting = session.countFixes('trailing-comma', undefined, 'count', () => {})
  await session.cancel('count')
  expect(await counting).toMatchObject({ ok: false, failure: { kind: 'cancelled' } })
})
