import { describe, expect, it } from 'vitest'
import { getFix, matchesCode } from './registry.ts'
import { firstSafeFix, proposeFix, proposeFixes, textsAfter } from './proposeFixes.ts'
import { diagnosticOf, lineOf, lineOfBytes } from './testing/lineOf.ts'

function proposed(
  text: string,
  ...codes: readonly string[]
): readonly (readonly [string, readonly string[]])[] {
  const diagnostics = codes.map((code) => diagnosticOf(code))
  return proposeFixes(lineOf(text), diagnostics).map(
    ({ fix, proposal }) => [fix.id, textsAfter(proposal)] as const,
  )
}

describe('proposeFixes', () => {
  it('has nothing for a line without diagnostics', () => {
    expect(proposed('{"a":1}')).toEqual([])
  })

  it('closes what the file ends in for one line only: more than brackets may be gone', () => {
    const text = '{"messages": [{"role": "user"'
    const idsForAll = (code: string) =>
      firstSafeFix(lineOf(text), [diagnosticOf(code)], code)?.fix.id
    expect(proposed(text, 'truncated-line')[0]?.[0]).toBe('closeBrackets')
    expect(idsForAll('truncated-line')).toBeUndefined()
    expect(idsForAll('unclosed-bracket')).toBe('closeBrackets')
  })

  it('takes the quoting of CSV away before it takes the line for several values', () => {
    expect(proposed('"{""a"": ""b""}"', 'two-values')[0]).toEqual(['unquoteCsv', ['{"a": "b"}']])
  })

  it('puts the certain before the guesses, whatever the order of the diagnostics', () => {
    const line = '{"custom_id": "a", "url": "/v2/responses"}'
    const expected = [
      ['makeIdUnique', ['{"custom_id": "a-4", "url": "/v2/responses"}']],
      ['addMethod', ['{"custom_id": "a", "method": "POST", "url": "/v2/responses"}']],
      ['urlOfOtherVersion', ['{"custom_id": "a", "url": "/v1/responses"}']],
      ['deleteRepeatedKey', []],
    ]
    expect(proposed(line, 'url-version', 'missing:method', 'duplicate-custom-id')).toEqual(expected)
    expect(proposed(line, 'duplicate-custom-id', 'missing:method', 'url-version')).toEqual(expected)
  })

  it('offers two ways to the same text once', () => {
    // Both 'Repair all' and the library would say the same.
    expect(proposed('{"a": 1,}', 'trailing-comma')).toEqual([['removeTrailingComma', ['{"a": 1}']]])
  })

  it('comes to the last resort only when nothing else makes the line valid', () => {
    expect(proposed('[1,,2]', 'missing-value').map(([id]) => id)).toEqual(['removeTrailingComma'])
    expect(proposed('{"a": "b" + "c"}', 'unexpected-character').map(([id]) => id)).toEqual([
      'repairJson',
    ])
  })

  it('offers the first cause alone and everything at once', () => {
    expect(proposed("{'a': None, b: 01}", 'single-quotes')).toEqual([
      ['useDoubleQuotes', ['{"a": None, b: 01}']],
      ['repairLine', ['{"a": null, "b": 1}']],
    ])
  })

  it('leaves a byte order mark alone that is not what the fix is about', () => {
    expect(proposed('\ufeff{"a" 1}', 'missing-colon')).toEqual([
      ['insertMissingColon', ['\ufeff{"a": 1}']],
    ])
    expect(proposed('\ufeff{"custom_id":"x"}', 'missing:method')).toEqual([
      ['addMethod', ['\ufeff{"custom_id":"x","method":"POST"}']],
    ])
  })

  it('proposes the same text only where bytes are broken', () => {
    const fix = getFix('markInvalidBytes')
    if (!fix) throw new Error('no fix')
    const broken = lineOfBytes(Uint8Array.of(34, 255, 34))
    expect(proposeFix(fix, broken, diagnosticOf('invalid-utf8'))).toEqual({
      kind: 'replace',
      text: '"\ufffd"',
    })
    expect(proposeFix(fix, lineOf('"\ufffd"'), diagnosticOf('invalid-utf8'))).toBeUndefined()
  })
})

it.each([
  ['type:*', 'type:body.n', true],
  ['type:*', 'type:', true],
  ['type:*', 'value:type:', false],
  ['missing:url', 'missing:url', true],
  ['missing:url', 'missing:url2', false],
])('pattern %s and code %s', (pattern, code, isMatch) => {
  expect(matchesCode(pattern, code)).toBe(isMatch)
})
