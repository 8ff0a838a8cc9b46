// A law: whatever chat messages become in another shape, they come back from it as they were, and what has
// no place there is told of, line by line.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runSource } from '../testing/runSource.ts'

/** JSON of a string, some with escapes that nobody needs. */
const text = fc
  .string({ unit: 'grapheme', maxLength: 12 })
  .map((value) => JSON.stringify(value))
  .chain((json) => fc.constantFrom(json, json.replace(/[a-z]/, toEscape)))

function toEscape(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`
}

const message = fc
  .tuple(fc.constantFrom('user', 'assistant', 'system', 'tool'), text)
  .map(([role, content]) => `{"role":"${role}","content":${content}}`)

/** Mostly such as all shapes can hold. */
const pair = fc
  .tuple(fc.option(text), text, text)
  .map(([system, asked, answered]) => [
    ...(system === null ? [] : [`{"role":"system","content":${system}}`]),
    `{"role":"user","content":${asked}}`,
    `{"role":"assistant","content":${answered}}`,
  ])

const line = fc
  .tuple(
    fc.oneof(pair, fc.array(message, { minLength: 1, maxLength: 5 })),
    fc.option(fc.constantFrom('"id":1.0', '"id":9007199254740993', '"tags":{"a":1,"a":2}')),
  )
  .map(
    ([messages, other]) =>
      `{"messages":[${messages.join(',')}]${other === null ? '' : `,${other}`}}`,
  )

test.each(['shareGpt', 'alpaca', 'promptCompletion', 'questionAnswer'])(
  'chat to %s and back',
  async (into) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 8 }),
        fc.integer({ min: 1, max: 64 }),
        async (lines, size) => {
          const there = await runSource(
            'datasetChat',
            lines.map((each) => `${each}\n`).join(''),
            { into },
            size,
          )
          const back = await runSource('datasetChat', there.text, { into: 'chat' }, size)
          const lost = new Set(there.left.filter(({ isLost }) => isLost).map(({ row }) => row))
          const kept = lines.filter((_, at) => !lost.has(at + 1))
          expect(back.text).toBe(kept.map((each) => `${each}\n`).join(''))
          expect(back.left).toEqual([])
        },
      ),
    )
  },
)

test('all that a question and its answer can hold comes through', async () => {
  const before =
    '{"messages":[{"role":"system","content":"s"},{"role":"user","content":"a"},{"role":"assistant","content":"b"}]}\n'
  for (const into of ['shareGpt', 'alpaca', 'promptCompletion', 'questionAnswer']) {
    const { left, text: after } = await runSource('datasetChat', before, { into })
    expect(left.filter(({ isLost }) => isLost)).toEqual([])
    expect((await runSource('datasetChat', after)).text).toBe(before)
  }
})
