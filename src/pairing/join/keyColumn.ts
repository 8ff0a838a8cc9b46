// Keys as bytes, the way `PairLines` keeps them: text as UTF-8, where a surrogate without its partner
// takes the three bytes that it would have as a character of its own (WTF-8), so that different texts
// never have equal bytes; numbers and other values as their JSON text; nothing for a missing key.
import { KEY_KINDS } from '../pairLines.ts'
import type { PairLines } from '../pairLines.ts'
import type { RecordKey } from '../recordKey.ts'

export const TEXT_KEY = KEY_KINDS.indexOf('text')
export const MISSING_KEY = KEY_KINDS.indexOf('missing')
export const ECHO_KEY = KEY_KINDS.indexOf('echo')

/** What the columns of keys have, for requests and answers alike. */
export type KeyColumn = Pick<PairLines, 'count' | 'keyBytes' | 'keyEnds' | 'keyKinds'>

const encoder = new TextEncoder()
// A byte-order mark at the beginning of a key is part of it.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export function encodeKey(key: RecordKey): Uint8Array<ArrayBuffer> {
  return key.kind === 'missing' ? new Uint8Array(0) : encodeText(key.text)
}

/** Place in KEY_KINDS. */
export function kindNumberOf(key: RecordKey): number {
  return KEY_KINDS.indexOf(key.kind)
}

export function encodeText(text: string): Uint8Array<ArrayBuffer> {
  if (text.isWellFormed()) return encoder.encode(text)
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) as number
    if (code >= 0xd800 && code <= 0xdfff) {
      bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 0x3f), 0x80 | (code & 0x3f))
    } else bytes.push(...encoder.encode(character))
  }
  return Uint8Array.from(bytes)
}

/** The inverse of `encodeText`. */
export function decodeText(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes)
  } catch {
    return decodeLoneSurrogates(bytes)
  }
}

function decodeLoneSurrogates(bytes: Uint8Array): string {
  let text = ''
  let from = 0
  for (let at = 0; at + 2 < bytes.length; at++) {
    const second = bytes[at + 1] as number
    // Only surrogates have this beginning.
    if (bytes[at] !== 0xed || second < 0xa0) continue
    text += decoder.decode(bytes.subarray(from, at))
    text += String.fromCharCode(
      0xd000 | ((second & 0x3f) << 6) | ((bytes[at + 2] as number) & 0x3f),
    )
    at += 2
    from = at + 1
  }
  return text + decoder.decode(bytes.subarray(from))
}

export function keyStart(lines: KeyColumn, entry: number): number {
  return entry === 0 ? 0 : (lines.keyEnds[entry - 1] as number)
}

export function keyEnd(lines: KeyColumn, entry: number): number {
  return lines.keyEnds[entry] as number
}

/** A view of the column, not a copy. */
export function keyBytesAt(lines: KeyColumn, entry: number): Uint8Array<ArrayBuffer> {
  return lines.keyBytes.subarray(keyStart(lines, entry), keyEnd(lines, entry))
}

export function keyAt(lines: KeyColumn, entry: number): RecordKey {
  const kind = KEY_KINDS[lines.keyKinds[entry] as number] ?? 'missing'
  if (kind === 'echo') return { kind: 'missing' }
  return kind === 'missing' ? { kind } : { kind, text: decodeText(keyBytesAt(lines, entry)) }
}

/** As people see it; empty for a missing key, and for one that only stands for a request. */
export function keyTextAt(lines: KeyColumn, entry: number): string {
  if (lines.keyKinds[entry] === ECHO_KEY) return ''
  return decodeText(keyBytesAt(lines, entry))
}

/** The texts of all keys. Plain ASCII, as most are, is decoded at once, ten times as fast. */
export function keyTexts(lines: KeyColumn): readonly string[] {
  const { count, keyBytes, keyEnds, keyKinds } = lines
  if (keyBytes.some((byte) => byte >= 0x80) || keyKinds.includes(ECHO_KEY)) {
    return Array.from({ length: count }, (_, entry) => keyTextAt(lines, entry))
  }
  const all = decoder.decode(keyBytes)
  return Array.from({ length: count }, (_, entry) =>
    all.slice(keyStart(lines, entry), keyEnds[entry]),
  )
}
