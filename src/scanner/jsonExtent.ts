// How far one JSON value reaches when line feeds are whitespace, as in pretty-printed files. For the
// head of a file and for values that go on in the next line; lines are validated by the WebAssembly module.

import { MAX_DEPTH } from './syntaxCodes.ts'

export interface JsonExtent {
  /** `cut`: the bytes end inside the value. `bad`: no value; `to` is the byte that spoils it. */
  readonly kind: 'complete' | 'cut' | 'bad'
  readonly to: number
}

/** What may come next: a value, a value or `]`, a key, a key or `}`, or what follows a value. */
type Expected = 'value' | 'first-value' | 'key' | 'first-key' | 'after'

const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const QUOTE = 0x22

/** What may stand in a number or literal; their grammar is checked on the whole word. */
const WORD = /^(true|false|null|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?)$/

/**
 * The value at `from`, whitespace before it included. `mayBreak`: strings that are values may hold raw
 * line breaks, as they do where someone forgot to escape them; keys may not.
 */
export function jsonExtent(
  bytes: Uint8Array,
  from: number,
  { mayBreak = false }: { readonly mayBreak?: boolean } = {},
): JsonExtent {
  const closers: number[] = []
  let expected: Expected = 'value'
  let at = from
  for (;;) {
    at = skipSpaceBytes(bytes, at)
    const c = bytes[at]
    if (c === undefined) return { kind: 'cut', to: at }
    if (expected === 'after') {
      const closer = closers.at(-1)
      if (c === 0x2c) expected = closer === CLOSE_BRACE ? 'key' : 'value'
      else if (c === closer) closers.pop()
      else return { kind: 'bad', to: at }
      at++
    } else if (expected === 'key' || expected === 'first-key') {
      if (c === CLOSE_BRACE && expected === 'first-key') {
        closers.pop()
        expected = 'after'
        at++
      } else {
        if (c !== QUOTE) return { kind: 'bad', to: at }
        const key = stringExtent(bytes, at, false)
        if (key.kind !== 'complete') return key
        at = skipSpaceBytes(bytes, key.to)
        if (at === bytes.length) return { kind: 'cut', to: at }
        if (bytes[at] !== 0x3a) return { kind: 'bad', to: at }
        at++
        expected = 'value'
      }
    } else if (c === OPEN_BRACE || c === OPEN_BRACKET) {
      if (closers.length === MAX_DEPTH) return { kind: 'bad', to: at }
      closers.push(c === OPEN_BRACE ? CLOSE_BRACE : CLOSE_BRACKET)
      expected = c === OPEN_BRACE ? 'first-key' : 'first-value'
      at++
    } else if (c === CLOSE_BRACKET && expected === 'first-value') {
      closers.pop()
      expected = 'after'
      at++
    } else {
      const scalar: JsonExtent =
        c === QUOTE ? stringExtent(bytes, at, mayBreak) : wordExtent(bytes, at)
      if (scalar.kind !== 'complete') return scalar
      at = scalar.to
      expected = 'after'
    }
    if (expected === 'after' && closers.length === 0) return { kind: 'complete', to: at }
  }
}

export function skipSpaceBytes(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    const c = bytes[at]
    if (c !== 0x20 && c !== 0x0a && c !== 0x0d && c !== 0x09) return at
    at++
  }
}

function stringExtent(bytes: Uint8Array, from: number, mayBreak: boolean): JsonExtent {
  for (let at = from + 1; at < bytes.length; at++) {
    const c = bytes[at] as number
    if (c === QUOTE) return { kind: 'complete', to: at + 1 }
    if (c < 0x20 && !(mayBreak && isLineBreak(bytes, at))) return { kind: 'bad', to: at }
    if (c === 0x5c) at++
  }
  return { kind: 'cut', to: bytes.length }
}

function isLineBreak(bytes: Uint8Array, at: number): boolean {
  const c = bytes[at]
  return c === 0x0a || (c === 0x0d && (at + 1 === bytes.length || bytes[at + 1] === 0x0a))
}

/** A number or literal; no longer word than 400 bytes is looked at. */
function wordExtent(bytes: Uint8Array, from: number): JsonExtent {
  let to = from
  while (to < bytes.length && to - from < 400 && isWordByte(bytes[to] as number)) to++
  const word = String.fromCharCode(...bytes.subarray(from, to))
  if (WORD.test(word)) return { kind: 'complete', to }
  return to === bytes.length && to > from ? { kind: 'cut', to } : { kind: 'bad', to: from }
}

function isWordByte(c: number): boolean {
  return (
    (c >= 0x30 && c <= 0x39) ||
    (c >= 0x41 && c <= 0x5a) ||
    (c >= 0x61 && c <= 0x7a) ||
    c === 0x2b ||
    c === 0x2d ||
    c === 0x2e
  )
}
