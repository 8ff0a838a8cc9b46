// A table of lines by hand: what is said about each, and at which byte. Text is UTF-8; `\xNN` in an
// input given as bytes() stands for itself.

import { describe, expect, it } from 'vitest'
import { Scanner } from './scanner.ts'
import { MAX_DEPTH, SYNTAX_CODES } from './syntaxCodes.ts'
import type { SyntaxCode } from './syntaxCodes.ts'
import { loadScannerModule } from './testing/loadScanner.ts'

type Case = readonly [input: string | Uint8Array, code: SyntaxCode, errorAt?: number]

/** One byte per character. */
function bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (c) => c.charCodeAt(0))
}

/** See cutRecords.test.ts. */
const IN_OTHER_TABLES: readonly SyntaxCode[] = ['cut-record', 'unfinished-record', 'plain-text']

const CASES: readonly Case[] = [
  ['{}', 'valid'],
  ['[]', 'valid'],
  [' { } ', 'valid'],
  ['\t[ \r ]\r', 'valid'],
  ['{"a":1}', 'valid'],
  ['{"a":1,"a":2}', 'valid'],
  ['[1,-0,0.5,1e2,1E+2,1.25e-7,9007199254740993]', 'valid'],
  ['1e400', 'valid'],
  ['true', 'valid'],
  ['false', 'valid'],
  ['null', 'valid'],
  ['""', 'valid'],
  ['"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00"', 'valid'],
  ['"\\ud800"', 'valid'],
  ['"\\udc00\\ud800"', 'valid'],
  ['"\u2028\u2029\u0085\u007f"', 'valid'],
  ['"a\ufeffb"', 'valid'],
  ['{"":{"":[]}}', 'valid'],
  ['"中文，日本語、한국어 😀"', 'valid'],
  ['[[[[]],[]],{"a":[{}]}]', 'valid'],
  [
    bytes('"\xf4\x8f\xbf\xbf\xed\x9f\xbf\xee\x80\x80\xc2\x80\xe0\xa0\x80\xf0\x90\x80\x80"'),
    'valid',
  ],

  ['', 'blank-line'],
  [' ', 'blank-line'],
  ['\t  \r', 'blank-line'],

  ['{"a":1,}', 'trailing-comma', 7],
  ['{"a":1 , }', 'trailing-comma', 9],
  ['[1,]', 'trailing-comma', 3],
  ['[[1,],2]', 'trailing-comma', 4],
  ['{"a":1},', 'trailing-comma', 7],
  ['{"a":1}, ', 'trailing-comma', 7],
  ['1,', 'trailing-comma', 1],

  ['{"a":1 "b":2}', 'missing-comma', 7],
  ['{"a":"x" "b":2}', 'missing-comma', 9],
  ['{"a":"x""b":2}', 'missing-comma', 8],
  ['[1 2]', 'missing-comma', 3],
  ['[{}{}]', 'missing-comma', 3],
  ['[[1][2]]', 'missing-comma', 4],
  ['["a" b]', 'missing-comma', 5],
  ['[true -1]', 'missing-comma', 6],

  ['{"a" 1}', 'missing-colon', 5],
  ['{"a"}', 'missing-colon', 4],
  ['{"a","b"}', 'missing-colon', 4],
  ['{"a"=1}', 'missing-colon', 4],
  ['{"a" "b"}', 'missing-colon', 5],
  ['{"a";1}', 'missing-colon', 4],
  ['{"a"="b"}', 'missing-colon', 4],

  ['{"a":}', 'missing-value', 5],
  ['{"a":,"b":1}', 'missing-value', 5],
  ['{"a": ]', 'missing-value', 6],
  ['[1,,2]', 'missing-value', 3],
  ['[,1]', 'missing-value', 1],
  ['{,"a":1}', 'missing-value', 1],
  ['{"a":1,,"b":2}', 'missing-value', 7],
  [',{"a":1}', 'missing-value', 0],

  ['{a:1}', 'unquoted-key', 1],
  ['{"a":1,b:2}', 'unquoted-key', 7],
  ['{ $x_1: 1}', 'unquoted-key', 2],
  ['{1:2}', 'unquoted-key', 1],
  ['{名:1}', 'unquoted-key', 1],
  ['{true:1}', 'unquoted-key', 1],

  ['{"a":abc}', 'unquoted-string', 5],
  ['[hello]', 'unquoted-string', 1],
  ['{"a":TRUE}', 'unquoted-string', 5],
  ['{"a":nul}', 'unquoted-string', 8],
  ['[nope]', 'unquoted-string', 2],
  ['[nullx]', 'unquoted-string', 5],
  ['{"at":2026-01-31}', 'unquoted-string', 10],
  ['{"at": 2026-01-31T10:00:00Z}', 'unquoted-string', 11],
  ['[10:30:00]', 'unexpected-character', 3],
  ['{"ip":10.0.0.1}', 'unquoted-string', 10],
  ['{"a":日本}', 'unquoted-string', 5],

  ["{'a':1}", 'single-quotes', 1],
  ['{"a":\'b\'}', 'single-quotes', 5],
  ["['a']", 'single-quotes', 1],
  ["'a'", 'single-quotes', 0],
  ['{"a":1,\'b\':2}', 'single-quotes', 7],

  ['{"a":"b}', 'unterminated-string', 5],
  ['"', 'unterminated-string', 0],
  ['["a","b]', 'unterminated-string', 5],
  ['"a\\', 'unterminated-string', 0],
  ['"a\\u12', 'unterminated-string', 0],
  ['"a\\"', 'unterminated-string', 0],
  ['"中文', 'unterminated-string', 0],

  ['{"a":"say "hi" now"}', 'unescaped-quote', 11],
  ['{"a"b":1}', 'unescaped-quote', 4],
  ['["a"b"]', 'unescaped-quote', 4],
  ['"a"b', 'unescaped-quote', 3],
  ['{"a":"他说"好"了"}', 'unescaped-quote', 13],
  ['{"a": "the word" big" is one", "b": 1}', 'unescaped-quote', 17],
  ['{"a":"5" tall"}', 'unescaped-quote', 9],
  ['{"a":"x "." y"}', 'unescaped-quote', 9],
  ['["one" two" three"]', 'unescaped-quote', 7],
  ['{"a" b":1}', 'unescaped-quote', 5],
  ['{"a":"x" b:1,"c":2}', 'missing-comma', 9],
  ['["a" b, "c"]', 'missing-comma', 5],
  ['{"a" b, "c":1}', 'missing-colon', 5],

  ['"\\x"', 'bad-escape', 2],
  ['"\\u12g4"', 'bad-escape', 5],
  ['"\\u"', 'bad-escape', 3],
  ['{"a":"\\\'"}', 'bad-escape', 7],
  ['"\\U0041"', 'bad-escape', 2],
  ['"\\n\\t\\q"', 'bad-escape', 6],

  ['"a\tb"', 'control-character', 2],
  ['"a\u0001"', 'control-character', 2],
  ['"a\rb"', 'control-character', 2],
  ['[1,\u000b2]', 'control-character', 3],
  ['\u000c{}', 'control-character', 0],
  ['{"a":1}\u0007', 'control-character', 7],

  ['01', 'bad-number', 1],
  ['[-01]', 'bad-number', 3],
  ['{"a":+1}', 'bad-number', 5],
  ['[.5]', 'bad-number', 1],
  ['[+.5]', 'bad-number', 1],
  ['[1.]', 'bad-number', 3],
  ['[1.e5]', 'bad-number', 3],
  ['[1e]', 'bad-number', 3],
  ['[1e+]', 'bad-number', 4],
  ['[0x1F]', 'bad-number', 2],
  ['[1_000]', 'bad-number', 2],
  ['[1.2.3]', 'bad-number', 4],
  ['[12abc]', 'bad-number', 3],
  ['[-]', 'bad-number', 2],
  ['[- 1]', 'bad-number', 2],
  ['[--1]', 'bad-number', 2],
  ['1.', 'bad-number', 2],
  ['[1-2]', 'bad-number', 2],

  ['{"a":None}', 'python-literal', 5],
  ['[True]', 'python-literal', 1],
  ['[1, False]', 'python-literal', 4],
  ['None', 'python-literal', 0],
  ['{"a":Nonesuch}', 'unquoted-string', 5],

  ['[NaN]', 'javascript-literal', 1],
  ['{"a":nan}', 'javascript-literal', 6],
  ['[Infinity]', 'javascript-literal', 1],
  ['[-Infinity]', 'javascript-literal', 2],
  ['[+Infinity]', 'javascript-literal', 1],
  ['[-inf]', 'javascript-literal', 2],
  ['{"a":undefined}', 'javascript-literal', 5],
  ['undefined', 'javascript-literal', 0],

  ['// note', 'comment', 0],
  ['/* a */ {"a":1}', 'comment', 0],
  ['# note', 'comment', 0],
  ['{"a":1} // note', 'comment', 8],
  ['{"a":1 /* x */}', 'comment', 7],
  ['{ # x', 'comment', 2],
  ['[1,//x', 'comment', 3],
  ['/', 'unexpected-character', 0],

  ['{“a”:1}', 'smart-quotes', 1],
  ['{"a":“b”}', 'smart-quotes', 5],
  ['[‘a’]', 'smart-quotes', 1],
  ['“a”', 'smart-quotes', 0],
  ['{"a":"b”}', 'unterminated-string', 5],

  ['{', 'unclosed-bracket', 1],
  ['[', 'unclosed-bracket', 1],
  ['{"a":1', 'unclosed-bracket', 6],
  ['{"a":1,', 'unclosed-bracket', 7],
  ['[1,2 ', 'unclosed-bracket', 5],
  ['{"a":{"b":1}', 'unclosed-bracket', 12],

  ['}', 'unopened-bracket', 0],
  [']', 'unopened-bracket', 0],
  ['},', 'unopened-bracket', 0],
  ['{"a":1}}', 'unopened-bracket', 7],
  ['[1]]', 'unopened-bracket', 3],
  ['1]', 'unopened-bracket', 1],

  ['{"a":1]', 'mismatched-bracket', 6],
  ['[1}', 'mismatched-bracket', 2],
  ['[}', 'mismatched-bracket', 1],
  ['{]', 'mismatched-bracket', 1],
  ['[1,}', 'mismatched-bracket', 3],
  ['{"a":[1}', 'mismatched-bracket', 7],

  ['{"a":1}{"b":2}', 'two-values', 7],
  ['{"a":1} {"b":2}', 'two-values', 8],
  ['{"a":1}, {"b":2}', 'two-values', 7],
  ['1 2', 'two-values', 2],
  ['"a" "b"', 'two-values', 4],
  ['null null', 'two-values', 5],
  ['[1][2][3]', 'two-values', 3],
  ['{"a":1}\r{"b":2}', 'two-values', 8],
  ['{"a":1}\\n{"b":2}', 'two-values', 7],
  ['{"a":1}\\r\\n{"b":2}', 'two-values', 7],
  ['{"a":1}\\n', 'text-after', 7],
  ['{"a":1}\\n{"b":2}\\n{"c":3}', 'two-values', 7],
  ['{"a":1}\\r\\n{"b":2}\\r\\n', 'two-values', 7],
  ['[1]\\n"b"\\n', 'two-values', 3],
  ['{"a":1},\\n{"b":2},\\n{"c":3}', 'two-values', 7],
  ['{"a":1}{"b":2}\\n{"c":3}', 'two-values', 7],
  ['{"a":1}\\n\\n{"b":2}', 'two-values', 7],
  ['{"a":1}\\d', 'text-after', 7],
  ['{"a":1} {"b":2}\\d', 'text-after', 8],

  ['data: {"a":1}', 'text-before', 0],
  ['Here it is: [1]', 'text-before', 0],
  ['2024-01-01 12:00 {"a":1}', 'text-before', 4],
  ['```json {"a":1}', 'text-before', 0],
  ['none {"a":1}', 'text-before', 1],
  ['- {"a":1}', 'text-before', 1],

  ['{"a":1} ok', 'text-after', 8],
  ['{"a":1};', 'text-after', 7],
  ['[1] trailing', 'text-after', 4],
  ['{"a":1} {"b":', 'text-after', 8],
  ['{"a":1}, x', 'text-after', 7],
  ['"a" b', 'text-after', 4],

  [bytes('"\xff"'), 'invalid-utf8', 1],
  [bytes('"a\xc3"'), 'invalid-utf8', 2],
  [bytes('"\xed\xa0\x80"'), 'invalid-utf8', 1],
  [bytes('"\xc0\xaf"'), 'invalid-utf8', 1],
  [bytes('"\xe0\x80\xaf"'), 'invalid-utf8', 1],
  [bytes('"\xf4\x90\x80\x80"'), 'invalid-utf8', 1],
  [bytes('"\xf0\x80\x80\x80"'), 'invalid-utf8', 1],
  [bytes('"0123456789abcd\xe4\xbd\xa0\xe5\xa5"'), 'invalid-utf8', 18],
  [
    bytes('"\xe4\xbd\xa0\xe4\xbd\xa0\xe4\xbd\xa0\xe4\xbd\xa0\xe4\xbd\xa0\xe4\xbd"'),
    'invalid-utf8',
    16,
  ],
  [
    bytes('"\xe4\xbd\xa0\xe4\xbd\xa0\xe4\xbd\xa0\xe4\xbd\xa0\xe4\xbd\xa0\xf0\x9f\x98   "'),
    'invalid-utf8',
    16,
  ],
  [bytes('"\x80"'), 'invalid-utf8', 1],
  [bytes('{"a":1}\xe9'), 'invalid-utf8', 7],
  [bytes('\xff\xfe'), 'invalid-utf8', 0],
  [bytes('{"caf\xe9":1}'), 'invalid-utf8', 5],

  ['"a\u0000b"', 'nul-byte', 2],
  ['\u0000', 'nul-byte', 0],
  ['{"a":1}\u0000', 'nul-byte', 7],
  ['[\u0000]', 'nul-byte', 1],

  ['\ufeff{"a":1}', 'bom', 0],
  ['\ufeff', 'bom', 0],
  ['{"a":\ufeff1}', 'bom', 5],
  ['{"a":1}\ufeff', 'bom', 7],

  ['\u001e{"a":1}', 'record-separator', 0],
  ['{"a":1}\u001e{"b":1}', 'record-separator', 7],
  ['"\u001e"', 'control-character', 1],

  ['<<<<<<< HEAD', 'conflict-marker', 0],
  ['=======', 'conflict-marker', 0],
  ['>>>>>>> branch {"a":1}', 'conflict-marker', 0],
  ['||||||| base', 'conflict-marker', 0],
  ['========', 'unexpected-character', 0],
  ['<<<', 'unexpected-character', 0],

  ['{"a":"b":1}', 'unexpected-character', 8],
  ['"a": 1', 'unexpected-character', 3],
  ['{:1}', 'unexpected-character', 1],
  ['["a":1]', 'unexpected-character', 4],
  ['{{}}', 'unexpected-character', 1],
  ['\u007f', 'unexpected-character', 0],
  ['\u00a0', 'unexpected-character', 0],
  ['\u0085', 'unexpected-character', 0],
  ['[1，2]', 'unexpected-character', 2],
  ['[1;2]', 'unexpected-character', 2],
  ['\u2028', 'unexpected-character', 0],
  ['[@]', 'unexpected-character', 1],
  ['%', 'unexpected-character', 0],
]

const scanner = Scanner.create(await loadScannerModule())
const toBytes = (input: string | Uint8Array) =>
  typeof input === 'string' ? new TextEncoder().encode(input) : input

describe('one line', () => {
  it.each(CASES.map(([input, code, errorAt = 0]) => ({ input, code, errorAt })))(
    '$input is $code at $errorAt',
    ({ input, code, errorAt }) => {
      const { code: found, errorAt: at } = scanner.scanLine(toBytes(input))
      expect([found, at]).toEqual([code, errorAt])
    },
  )

  it('has a case for every code', () => {
    const seen = new Set<string>(CASES.map(([, code]) => code))
    expect(SYNTAX_CODES.filter((code) => !seen.has(code))).toEqual([
      'truncated-line',
      'too-deep',
      ...IN_OTHER_TABLES,
    ])
  })

  it('is the same with LF and CR LF, and says which', () => {
    for (const [input, code] of CASES) {
      const text = toBytes(input)
      if (text.at(-1) === 13) continue
      const bare = scanner.scanLine(text)
      const lf = scanner.scanLine(Uint8Array.of(...text, 10))
      const crlf = scanner.scanLine(Uint8Array.of(...text, 13, 10))
      expect([lf.code, lf.errorAt]).toEqual([code, bare.errorAt])
      expect([crlf.code, crlf.errorAt]).toEqual([code, bare.errorAt])
      expect([bare.contentEnd, lf.contentEnd, crlf.contentEnd]).toEqual(Array(3).fill(text.length))
      expect([bare.flags & 1, lf.flags & 1, crlf.flags & 1]).toEqual([0, 0, 1])
    }
  })

  it('bounds depth exactly', () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const nested = (levels: number) =>
        toBytes(open.repeat(levels) + (open === '[' ? '' : '1') + close.repeat(levels))
      expect(scanner.scanLine(nested(MAX_DEPTH - 1)).code).toBe('valid')
      expect(scanner.scanLine(nested(MAX_DEPTH)).code).toBe('valid')
      const over = scanner.scanLine(nested(MAX_DEPTH + 1))
      expect([over.code, over.errorAt]).toEqual(['too-deep', MAX_DEPTH * open.length])
    }
  })

  it('skips a BOM at the start of the file only', () => {
    const first = scanner.scanLine(toBytes('\ufeff{"a":1,}'), { first: true })
    expect([first.code, first.errorAt, first.flags & 8]).toEqual(['trailing-comma', 10, 8])
    expect(scanner.scanLine(toBytes('\ufeff'), { first: true }).code).toBe('blank-line')
    expect(scanner.scanLine(toBytes('\ufeff\ufeff1'), { first: true }).code).toBe('bom')
  })

  it('tells objects, arrays and non-ASCII text', () => {
    const flagsOf = (text: string) => scanner.scanLine(toBytes(text)).flags
    expect(flagsOf(' {"a":1}')).toBe(16)
    expect(flagsOf('[]')).toBe(32)
    expect(flagsOf('"é"')).toBe(4)
    expect(flagsOf('{"é":1}')).toBe(20)
    expect(flagsOf('{"a":1')).toBe(0)
    expect(flagsOf('{"a":1 é')).toBe(4)
  })

  it('calls every cut of the last line truncated, wherever it falls', () => {
    const whole = toBytes('{"a":[1,-2.5e+3,"x\\u00e9\\n",true,{"ключ":null}],"b":"😀"}')
    expect(scanner.scanLine(whole, { last: true }).code).toBe('valid')
    expect(scanner.scanLine(whole.subarray(0, 0), { last: true }).code).toBe('blank-line')
    for (let cut = 1; cut < whole.length; cut++) {
      const line = scanner.scanLine(whole.subarray(0, cut), { last: true })
      expect([line.code, line.errorAt]).toEqual(['truncated-line', cut])
      expect(scanner.scanLine(whole.subarray(0, cut)).code).not.toBe('truncated-line')
    }
    expect(scanner.scanLine(toBytes('{"a":tru}'), { last: true }).code).toBe('unquoted-string')
    expect(scanner.scanLine(toBytes('{"a":1\n'), { last: true }).code).toBe('unclosed-bracket')
  })
})
