// Escapes in strings: those of JSON, and what the ones of other languages mean.
import type { TextOffset } from '../../base/units.ts'

/** An escape of `length` code units; `insert` says it in JSON where it is none of JSON's. */
export interface Escape {
  readonly length: number
  readonly insert?: string
}

const HEX4 = /^[0-9a-fA-F]{4}$/
const HEX2 = /^[0-9a-fA-F]{2}$/
const HEX8 = /^[0-9a-fA-F]{8}$/
const BRACED = /^\{([0-9a-fA-F]{1,6})\}/

/**
 * The escape whose backslash is at `at`; that the text ends within it is for the caller to see.
 * What is not an escape anywhere is a backslash that was meant: it is doubled.
 */
export function readEscape(text: string, at: TextOffset): Escape {
  const c = text.charAt(at + 1)
  switch (c) {
    case '"':
    case '\\':
    case '/':
    case 'b':
    case 'f':
    case 'n':
    case 'r':
    case 't':
      return { length: 2 }
    case "'":
    case '`':
      return { length: 2, insert: c }
    case 'x': {
      const hex = text.slice(at + 2, at + 4)
      return HEX2.test(hex) ? { length: 4, insert: `\\u00${hex}` } : DOUBLED
    }
    case 'u': {
      if (HEX4.test(text.slice(at + 2, at + 6))) return { length: 6 }
      const braced = BRACED.exec(text.slice(at + 2, at + 10))
      return braced ? fromCodePoint(braced[1] as string, braced[0].length + 2) : DOUBLED
    }
    case 'U': {
      const hex = text.slice(at + 2, at + 10)
      return HEX8.test(hex) ? fromCodePoint(hex, 10) : DOUBLED
    }
    default:
      return DOUBLED
  }
}

const DOUBLED: Escape = { length: 1, insert: '\\\\' }

function fromCodePoint(hex: string, length: number): Escape {
  const code = Number.parseInt(hex, 16)
  if (code > 0x10ffff) return DOUBLED
  return { length, insert: escapeUnits(String.fromCodePoint(code)) }
}

/** Every code unit as \uXXXX. */
function escapeUnits(text: string): string {
  let escaped = ''
  for (let i = 0; i < text.length; i++) {
    escaped += `\\u${text.charCodeAt(i).toString(16).padStart(4, '0')}`
  }
  return escaped
}

const SHORT_ESCAPES: Readonly<Record<number, string>> = {
  8: '\\b',
  9: '\\t',
  10: '\\n',
  12: '\\f',
  13: '\\r',
}

/** The escape of a control character below U+0020, the short one where there is one. */
export function escapeControl(code: number): string {
  return SHORT_ESCAPES[code] ?? `\\u${code.toString(16).padStart(4, '0')}`
}
