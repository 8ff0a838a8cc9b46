import { describe, expect, it } from 'vitest'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { SYNTAX_CODES } from '../scanner/syntaxCodes.ts'
import { explainSyntax, isSyntaxCode, syntaxFinding } from './codes.ts'
import { syntaxDiagnostic } from './syntaxDiagnostic.ts'

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
const codes = SYNTAX_CODES.filter((code) => code !== 'valid')

/** They say nothing of a place in the line. */
const WHOLE_LINES = new Set(['blank-line', 'plain-text'])

describe('the catalogue', () => {
  it.each(codes)('has words for %s', (code) => {
    const { title, severity } = inEnglish(syntaxFinding(code))
    expect(title).toMatch(/^[A-Z][^.]*[^.]$/)
    expect(title.split(' ').length).toBeLessThanOrEqual(5)
    expect(severity).toBe(code === 'blank-line' ? 'warning' : 'error')
    const text = '{"a":x}'
    const message = inEnglish(
      explainSyntax(code, { text, bytes: encode(text), byteOffset: 5, offset: 5 }),
    )
    expect(message).toMatch(/\.$/)
    if (!WHOLE_LINES.has(code)) expect(message).toMatch(/^At byte 5: /)
    expect(isSyntaxCode(code)).toBe(true)
  })

  it('tells titles apart', () => {
    expect(new Set(codes.map((code) => inEnglish(syntaxFinding(code).title))).size).toBe(
      codes.length,
    )
  })

  it('knows no other codes', () => {
    expect(isSyntaxCode('valid')).toBe(false)
    expect(isSyntaxCode('toString')).toBe(false)
    expect(isSyntaxCode('missing:custom_id')).toBe(false)
  })
})

describe('syntaxDiagnostic', () => {
  it('points at the place and what belongs to it', () => {
    const text = '{"é":None}'
    const found = syntaxDiagnostic('python-literal', 6, text, encode(text))
    expect(found).toMatchObject({ byteOffset: 6, range: { from: 5, to: 9 } })
    expect(inEnglish(found.message)).toBe('At byte 6: None is Python. JSON writes null.')
  })

  it('points at the last character where something is missing at the end', () => {
    for (const [text, range] of [
      ['{"a":1', { from: 5, to: 6 }],
      ['["🙂', { from: 2, to: 4 }],
    ] as const) {
      const bytes = encode(text)
      expect(syntaxDiagnostic('unclosed-bracket', bytes.length, text, bytes).range).toEqual(range)
    }
  })

  it('has no range in an empty line', () => {
    const found = syntaxDiagnostic('blank-line', 0, '', encode(''))
    expect(found.range).toBeUndefined()
    expect(syntaxDiagnostic('blank-line', 0, ' \t', encode(' \t')).range).toEqual({
      from: 0,
      to: 2,
    })
  })

  it('names the byte that is not UTF-8, and what it may have been', () => {
    const bytes = Uint8Array.from([0x22, 0x63, 0x61, 0x66, 0xe9, 0x22])
    const found = syntaxDiagnostic('invalid-utf8', 4, '"caf\uFFFD"', bytes)
    expect(found.range).toEqual({ from: 4, to: 5 })
    expect(inEnglish(found.message)).toContain('byte 0xE9 is not UTF-8')
    expect(inEnglish(found.message)).toContain('"é"')
  })

  it('gives the escape of a raw control character', () => {
    const text = '"a\tb"'
    const { message } = syntaxDiagnostic('control-character', 2, text, encode(text))
    expect(inEnglish(message)).toContain('0x09')
    expect(inEnglish(message)).toContain('\\t')
  })

  it('stays inside the text wherever the error is', () => {
    const text = '{"中🙂": [1, x] // }'
    const bytes = encode(text)
    for (const code of codes) {
      for (let at = 0; at <= bytes.length; at++) {
        const { range } = syntaxDiagnostic(code, at, text, bytes)
        expect(range?.from).toBeGreaterThanOrEqual(0)
        expect(range?.to).toBeGreaterThan(range?.from ?? 0)
        expect(range?.to).toBeLessThanOrEqual(text.length)
      }
    }
  })
})
