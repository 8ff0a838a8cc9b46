// Lines that end too early, records that run into the next one, and what is not JSON at all: what is
// said about each, and at which byte. `\xNN` in an input given as bytes() stands for itself.
import { expect, it } from 'vitest'
import { Scanner } from './scanner.ts'
import type { SyntaxCode } from './syntaxCodes.ts'
import { loadScannerModule } from './testing/loadScanner.ts'

type Case = readonly [input: string | Uint8Array, code: SyntaxCode, errorAt: number]

/** One byte per character. */
function bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (c) => c.charCodeAt(0))
}

const CASES: readonly Case[] = [
  ['{"a":"b', 'cut-record', 7],
  ['{"a', 'cut-record', 3],
  ['{"a"', 'cut-record', 4],
  ['{"a":', 'cut-record', 5],
  ['{"a":1,"b', 'cut-record', 9],
  ['{"a":tru', 'cut-record', 8],
  ['{"a":{"b":1.', 'cut-record', 12],
  ['["a\\', 'cut-record', 4],
  ['["a\\u12', 'cut-record', 7],
  [bytes('{"a":"\xe4\xbd'), 'cut-record', 8],

  ['{"id":1,"t":"half{"id":2,"t":"whole"}', 'unfinished-record', 19],
  ['{"id":1,"t":"half{"other":2}', 'unfinished-record', 19],
  ['{"id":1,"n":12{"id":2,"n":3}', 'unfinished-record', 14],
  ['{"id":1,"n":tru{"id":2}', 'unfinished-record', 15],
  ['{"id":1,{"id":2}', 'unfinished-record', 8],
  ['{"id":1,"t{"id":2}', 'unfinished-record', 12],
  ['{"id":1,"t":"x\\{"id":2}', 'unfinished-record', 15],
  ['{"id":1,"t":"x{"id":2}{"id":3}', 'unfinished-record', 16],
  [bytes('{"id":1,"t":"\xe4\xbd{"id":2}'), 'unfinished-record', 13],
  // What may as well be text with quotes in it, or a lacking comma, is not called so.
  ['{"id":1,"t":"see {"id":2} here"}', 'unescaped-quote', 19],
  ['{"id":1,"t":"{"id":2}"}', 'unescaped-quote', 15],
  ['{"id":1,"n":12{"other":2}', 'missing-comma', 14],
  ['{"id":1,"t":"half{"id":2,"t":"ha', 'unescaped-quote', 19],
  ['[{"id":1}{"id":2}', 'missing-comma', 9],

  ['hello world', 'plain-text', 0],
  ['nothing', 'plain-text', 1],
  ['truefalse', 'plain-text', 4],
  ['true story', 'plain-text', 5],
  ['npm WARN old package', 'plain-text', 1],
  ['2026-01-31', 'plain-text', 4],
  ['2026-01-31 ERROR lost', 'plain-text', 4],
  ['22:00:44 started', 'plain-text', 2],
  ['- item', 'plain-text', 1],
  ['* item', 'plain-text', 0],
  ['<p>text</p>', 'plain-text', 0],
  ['a,b,c', 'plain-text', 0],
  ['1,b,c', 'plain-text', 1],
  ['12 apples', 'plain-text', 3],
  ['第一行', 'plain-text', 0],
]

const scanner = Scanner.create(await loadScannerModule())

it.each(CASES)('%j is %s at %i', (input, code, errorAt) => {
  const line = typeof input === 'string' ? new TextEncoder().encode(input) : input
  const { code: found, errorAt: at } = scanner.scanLine(line)
  expect([found, at]).toEqual([code, errorAt])
})
