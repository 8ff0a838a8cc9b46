// Every message of the catalogue on three real lines, as people read it: messages.txt. A new code needs
// lines here, and a changed message is read before its snapshot is taken again (vitest -u).
import { expect, it } from 'vitest'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { Scanner } from '../scanner/scanner.ts'
import { loadScannerModule } from '../scanner/testing/loadScanner.ts'
import { isSyntaxCode, syntaxFinding, type SyntaxErrorCode } from './codes.ts'
import { syntaxDiagnostic } from './syntaxDiagnostic.ts'
import { explainText, numberHints } from './textFindings.ts'

type Line = string | Uint8Array

/** One byte per character. */
function bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (c) => c.charCodeAt(0))
}

const DEEP = 1025

const LINES: Readonly<Record<SyntaxErrorCode, readonly [Line, Line, Line, ...Line[]]>> = {
  'blank-line': ['', '   ', '\t'],
  'trailing-comma': ['{"city": "Oslo",}', '{"ids": [1, 2, ]}', '{"city": "Oslo"},'],
  'missing-comma': [
    '{"city": "Oslo" "country": "Norway"}',
    '{"ids": [1 2]}',
    '{"parts": [{"a": 1}{"a": 2}]}',
    '{"city": "Oslo" country: "Norway"}',
  ],
  'missing-colon': ['{"city" "Oslo"}', '{"city"}', '{"city"="Oslo"}', '{"city", "country": 1}'],
  'missing-value': ['{"city": , "n": 1}', '{"city": }', '{"ids": [1,,2]}', ', {"city": 1}'],
  'unquoted-key': ['{city: "Oslo"}', '{"n": 1, max_tokens: 5}', '{城市: "Oslo"}'],
  'unquoted-string': [
    '{"city": Oslo}',
    '{"a": nothing}',
    '{"a": test}',
    '{"a": falsch}',
    '{"a": TRUE}',
    '{"a": none}',
    '{"at": 2026-01-31T10:00:00Z}',
  ],
  'single-quotes': ["{'city': 'Oslo'}", '{"city": \'Oslo\'}', "['a']"],
  'unterminated-string': ['{"city": "Oslo}', '["a", "b]', '"Oslo'],
  'unescaped-quote': [
    '{"text": "say "hi" now"}',
    '{"prompt": "q", "completion": "known as" tik-tak" some more text"}',
    '{"text": "a 5" nail"}',
    '{"a"b": 1}',
  ],
  'bad-escape': ['{"path": "C:\\data"}', '{"a": "it\\\'s"}', '{"a": "\\u12g4"}'],
  'control-character': [
    '{"text": "one\ttwo"}',
    '{"text": "\u001b[31mred"}',
    '{"a": 1}\u0007',
    '{"a":\u000b1}',
  ],
  'bad-number': [
    '{"n": 007}',
    '{"n": +1}',
    '{"n": .5}',
    '{"n": 1.}',
    '{"n": 0x1F}',
    '{"n": 1_000}',
    '{"n": 1e}',
    '{"n": 12abc}',
  ],
  'python-literal': ['{"a": None}', '{"a": True}', '[1, False]'],
  'javascript-literal': ['{"reward": NaN}', '{"reward": nan}', '[-Infinity]', '{"a": undefined}'],
  comment: ['// note', '{"a": 1} // note', '# note by hand', '{"a": 1 /* x */}'],
  'smart-quotes': ['{“city”: "Oslo"}', '{"city": “Oslo”}', '[‘a’]'],
  'unclosed-bracket': ['{"a": {"b": 1}', '[1, 2', '[{"a": 1},', '{'],
  'unopened-bracket': ['{"a": 1}}', '[1]]', '}'],
  'mismatched-bracket': ['{"a": 1]', '[1, 2}', '{"a": [1}'],
  'truncated-line': ['{"city": "Os', '{"city": "Oslo", "n', '{"ids": [1, 2'],
  'two-values': ['{"a": 1}{"a": 2}', '{"a": 1}, {"a": 2}', '{"a": 1}\\n{"a": 2}'],
  'text-before': [
    'data: {"a": 1}',
    '2026-01-31T00:38:15Z stdout F {"level": 20}',
    '22:00:44 0|app  | {"level": 20}',
  ],
  'text-after': ['{"a": 1} done', '{"a": 1};', '{"a": 1} and {"a": 2}'],
  'invalid-utf8': [bytes('{"a": "caf\xe9"}'), bytes('{"a": "\xff"}'), bytes('\x80{}')],
  'nul-byte': ['{"a": "x\u0000y"}', '\u0000\u0000\u0000', '{"a": 1}\u0000'],
  bom: ['\ufeff{"a": 1}', '{"a": \ufeff1}', '{"a": 1}\ufeff'],
  'too-deep': [
    '['.repeat(DEEP) + ']'.repeat(DEEP),
    `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`,
    `{"a": ${'['.repeat(DEEP)}${']'.repeat(DEEP)}}`,
  ],
  'record-separator': ['\u001e{"a": 1}', '{"a": 1}\u001e{"a": 2}', '{"a": \u001e1}'],
  'conflict-marker': ['<<<<<<< HEAD', '=======', '>>>>>>> branch'],
  'unexpected-character': ['{"a": @}', '{"a": "b": 1}', '[1，2]', '{:1}'],
  'cut-record': [
    '{"type": "snapshot", "files": {"src/a.ts": {"backup',
    '{"type": "user", "n":',
    '{"type": "user", "done": tru',
  ],
  'unfinished-record': [
    '{"type": "user", "text": "half a sen{"type": "user", "text": "whole"}',
    '{"id": 1, "n": 12{"id": 2, "n": 3}',
    '{"id": 1, "text": "half{"other": 2}',
  ],
  'plain-text': [
    'npm WARN deprecated package',
    'true story',
    '2026-01-01 ERROR connection lost',
    'name,city,country',
    '- Write a poem about the sea, the whole sea and nothing but the sea',
  ],
}

/** Valid lines about whose text there is something to say. */
const TEXTS = [
  '{"text": "cut \\ud83d"}',
  '{"text": "\\ude00 half"}',
  '["\\ud83d \\ude00"]',
  '{"custom_id": "a", "custom_id": "b"}',
  '{"body": {"model": "gpt-6-luna", "n": 1, "model": "gpt-6-sol"}}',
  '{"list": [{"a": 1, "\\u0061": {"long": "a value of more than forty characters"}}]}',
  '{"text": "one\u2028two"}',
  '{"text": "one\u2029two"}',
  '["\u2028"]',
  '{"id": 9007199254740993}',
  '{"price": 0.1000000000000000055}',
  '{"n": 1e999}',
  '{"n": 1e-999}',
  '{" method": "POST", "url\\t": "/v1/embeddings", "\u00a0id ": 1}',
]

const scanner = Scanner.create(await loadScannerModule())
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

it('says what is wrong, where, and what to do, on real lines', async () => {
  const read = Object.entries(LINES).map(([code, lines]) => {
    const shown = lines.map((line) => {
      const bytesOfLine = typeof line === 'string' ? new TextEncoder().encode(line) : line
      const scan = scanner.scanLine(bytesOfLine, { last: code === 'truncated-line' })
      expect([line, scan.code]).toEqual([line, code])
      const text = utf8.decode(bytesOfLine)
      const { message } = inEnglish(syntaxDiagnostic(scan.code, scan.errorAt, text, bytesOfLine))
      return `  ${JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').slice(0, 100)}\n    ${message}`
    })
    if (!isSyntaxCode(code)) throw new Error(code)
    const title = inEnglish(syntaxFinding(code).title)
    return `${code} · ${title}\n${shown.join('\n')}\n`
  })
  const told = TEXTS.flatMap((line) =>
    inEnglish([...explainText(line, true), ...numberHints(line)]).map(
      ({ code, title, message }) => `${code} · ${title}\n  ${line}\n    ${message}\n`,
    ),
  )
  await expect([...read, ...told].join('\n')).toMatchFileSnapshot('messages.txt')
})
