// Options that a line has as the line before had them are passed by their bytes (scanner/assembly/members.ts): lines
// have the findings that they have alone all the same.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { requestOfOwnShape } from '../benchmark/requestLines.ts'
import { findFormat } from '../formats/registry.ts'
import { present } from '../base/assert.ts'
import { fileOf } from './testing/arbitraryFiles.ts'
import { expectBothWaysAlike } from './testing/bothWays.ts'

const format = present(findFormat('batchInput'), 'format')

const tool = (name: string) => `[{"type":"function","function":{"name":"${name}"}}]`
const choice = (name: string) => `{"type":"function","function":{"name":"${name}"}}`

/** Of each option values that begin alike, that say something of the rest of the line, and that are wrong. */
const OPTIONS: readonly (readonly [string, readonly string[]])[] = [
  ['temperature', ['0.7', '0.75', '7', '1', '1e400', '"1"', ' 0.7 ']],
  ['n', ['1', '12', '129', '-1', '1.5']],
  ['seed', ['7', '12345678901234567890', '1']],
  ['tools', [tool('find'), tool('look'), tool('find'), '[]', '[{"type":"function"}]']],
  ['tool_choice', [choice('find'), choice('look'), '"auto"', '"required"', '"other"']],
  [
    'response_format',
    ['{"type":"text"}', '{"type":"json_object"}', '{"type": "json_object"}', '{"type":"x"}'],
  ],
  ['stop', ['["END"]', '"END"', '[]', '["a","b","c","d","e"]', '["Ende",1]']],
  ['user', ['"analyst"', '"Prüfer"', '"\\ud800"', '""', `"${'a'.repeat(300)}"`]],
  ['metadata', ['{"run":"7"}', '{"run":7}', '{"run":"7","run":"8"}', '{" run":"7"}', '{}']],
  ['logit_bias', ['{"50256":-100}', '{"50256":-101}', '{}']],
  ['reasoning_effort', ['"low"', '"odd"', 'null']],
  ['unknown', ['1', '2']],
]

const messages = ['"Hi"', '"As JSON, please"', '"你好"'].map(
  (content) => `[{"role":"user","content":${content}}]`,
)

/** Members in any order: `picks` says which, and as what. */
function lineOf(picks: readonly (readonly [number, number])[], index: number): string {
  const members = picks.map(([option, value]) => {
    const [key, values] = OPTIONS[option % OPTIONS.length] as (typeof OPTIONS)[number]
    return `"${key}":${values[value % values.length]}`
  })
  const place = (picks[0]?.[1] ?? 0) % (members.length + 1)
  members.splice(place, 0, `"messages":${messages[index % messages.length]}`)
  return `{"custom_id":"r${index}","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-5.4-mini",${members.join()}}}`
}

describe('members that come again', () => {
  test('lines with any of them are validated as they are alone', { timeout: 120_000 }, () => {
    const option = fc.tuple(fc.nat(OPTIONS.length - 1), fc.nat(20))
    const lines = fc.array(fc.array(option, { maxLength: 8 }), { minLength: 20, maxLength: 80 })
    fc.assert(
      fc.property(lines, (drawn) => {
        expectBothWaysAlike(format, fileOf(drawn.map(lineOf)))
      }),
    )
  })

  test('the names that they declare are those of the line', () => {
    const requestOf = (body: string) =>
      `{"custom_id":"r","url":"/v1/chat/completions","body":{"model":"gpt-5.4-mini","messages":${messages[0]},${body}}}`
    // Lines like others are told by templates, as long as these are worth it.
    const others = Array.from({ length: 100 }, (_, i) => requestOfOwnShape(i))
    const texts = [
      `"tools":${tool('find')}`,
      `"tools":${tool('find')},"tool_choice":${choice('find')}`,
      `"tools":${tool('look')},"tool_choice":${choice('find')}`,
      `"tools":${tool('look')},"tool_choice":${choice('look')}`,
    ].map(requestOf)
    expectBothWaysAlike(format, fileOf([...others, ...texts]))
  })

  test('no two lines have the same options, and nearly all are recognised', () => {
    const texts = Array.from({ length: 2000 }, (_, i) => requestOfOwnShape(i))
    const { byComponents } = expectBothWaysAlike(format, fileOf(texts))
    expect(byComponents).toBeGreaterThan(1900)
  })
})
