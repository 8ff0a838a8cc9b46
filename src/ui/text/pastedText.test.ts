import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftLines } from '../lineEditor/draftLines.ts'
import { tokenEnd, tokenKindAt } from './jsonTokens.ts'
import { hasBreaksOnlyBetweenTokens, joinPastedLines, preparePastedText } from './pastedText.ts'

function tokensOf(text: string): string[] {
  const tokens: string[] = []
  for (let at = 0; at < text.length; ) {
    const kind = tokenKindAt(text, at)
    const to = tokenEnd(text, at, kind)
    if (kind !== 'space') tokens.push(text.slice(at, to))
    at = to
  }
  return tokens
}

const jsonLike = fc.string({
  unit: fc.constantFrom(
    '"',
    '\\',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    ' ',
    '\n',
    '\t',
    '12',
    'nan',
    '字',
  ),
})

describe('joinLines', () => {
  it('keeps every token of any text', () => {
    fc.assert(
      fc.property(jsonLike, (text) => {
        expect(tokensOf(joinPastedLines(text))).toEqual(tokensOf(text))
      }),
    )
  })

  it('makes one line of any pretty-printed value, with the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(1, 2, 4, '\t'), (value, indent) => {
        const joined = joinPastedLines(JSON.stringify(value, null, indent))
        expect(joined).not.toContain('\n')
        expect(JSON.stringify(JSON.parse(joined))).toBe(JSON.stringify(value))
      }),
    )
  })

  it('leaves line feeds inside strings to the validator', () => {
    expect(joinPastedLines('{\n  "a": "b\n  c"\n}')).toBe('{"a": "b\n  c"}')
  })

  it('keeps two values apart', () => {
    expect(joinPastedLines('[1\n2, true\nfalse]')).toBe('[1 2, true false]')
  })
})

describe('preparePastedText', () => {
  it('leaves text of one line alone, whitespace included', () => {
    expect(preparePastedText(' {"a":  1} ', '')).toEqual({ text: ' {"a":  1} ', kind: 'plain' })
  })

  it('drops the line end that comes with a copied line', () => {
    expect(preparePastedText('{"a":1}\r\n', '')).toEqual({ text: '{"a":1}', kind: 'plain' })
  })

  it('joins a pretty-printed value and keeps how its numbers are written', () => {
    expect(preparePastedText('{\r\n  "a": 1.0,\r\n  "b": 9007199254740993\r\n}\r\n', '')).toEqual({
      text: '{"a": 1.0,"b": 9007199254740993}',
      kind: 'joined',
    })
  })

  it('joins a pretty-printed value with a mistake in it', () => {
    expect(preparePastedText('{\n  "a": 1,\n}', '')).toEqual({ text: '{"a": 1,}', kind: 'joined' })
  })

  it('keeps lines that are values each', () => {
    const text = '{"a":1}\n{"a":2}'
    expect(preparePastedText(`${text}\n`, '')).toEqual({ text, kind: 'lines' })
  })

  it('leaves line feeds in when the caret is inside a string', () => {
    expect(preparePastedText('one\ntwo', '{"a": "')).toEqual({ text: 'one\ntwo', kind: 'inString' })
  })

  it('keeps a carriage return that is not a part of a line end', () => {
    expect(preparePastedText('{"a":\r1}', '').text).toBe('{"a":\r1}')
  })
})

describe('draftLines', () => {
  it('ends lines at line feeds between tokens', () => {
    expect(draftLines('{"a":1}\n{"a":2}')).toEqual(['{"a":1}', '{"a":2}'])
  })

  it('takes a text with a line feed inside a string for one line', () => {
    expect(draftLines('{"a":"x\ny"}')).toEqual(['{"a":"x\ny"}'])
    expect(draftLines('{"a":1}\n{"a":"x\ny"}')).toEqual(['{"a":1}\n{"a":"x\ny"}'])
  })

  it('gives the text back when its lines are put together', () => {
    fc.assert(
      fc.property(jsonLike, (text) => {
        const lines = draftLines(text)
        expect(lines.join('\n')).toBe(text)
        if (hasBreaksOnlyBetweenTokens(text)) expect(lines.join('')).not.toContain('\n')
      }),
    )
  })
})
