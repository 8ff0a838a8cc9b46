// Parts of what is said about a syntax error: what stands there, and what it should be.
import { type Message, msg } from '../i18n/message.ts'
import { shownWord, wordAt, type SyntaxContext } from './syntaxContext.ts'

const SHORT_ESCAPES: Readonly<Record<number, string>> = {
  8: '\\b',
  9: '\\t',
  10: '\\n',
  12: '\\f',
  13: '\\r',
}

export function controlEscape({ bytes, byteOffset }: SyntaxContext): string {
  const byte = bytes[byteOffset] ?? 0
  return SHORT_ESCAPES[byte] ?? `\\u${byte.toString(16).padStart(4, '0')}`
}

/** The escape that goes wrong at the place of the error, from its backslash on. */
export function shownEscape({ text, offset }: SyntaxContext): string {
  const from = text.lastIndexOf('\\', offset - 1)
  return `${text.slice(from, offset)}${String.fromCodePoint(text.codePointAt(offset) ?? 32)}`.trim()
}

/** The word of JSON that a word of another language or in other letters stands for. */
export function jsonWord(word: string): string {
  const small = word.toLowerCase()
  return small === 'none' || small === 'nil' ? 'null' : small
}

export function bareWord(at: SyntaxContext): Message {
  const word = wordAt(at)
  if (/^(?:true|false|null|none|nil)$/i.test(word)) {
    return msg('JSON writes {literal} for {word}.', { literal: jsonWord(word), word })
  }
  if (/^\d/.test(word)) {
    return msg('{word} is not a JSON number. Put it in double quotes as a string.', { word })
  }
  return msg('{word} is not a JSON value. If it is a string, put it in double quotes.', {
    word: shownWord(at),
  })
}

/** Why a word is not a number, and what to write. */
export function numberFault(at: SyntaxContext): Message {
  const word = wordAt(at)
  if (word.startsWith('+')) {
    return msg('{word} is not a JSON number: it begins with a plus. Leave the plus out.', { word })
  }
  if (/^-?0\d/.test(word)) {
    return msg(
      '{word} is not a JSON number: it begins with a zero. Leave the zero out, or put it in quotes.',
      { word },
    )
  }
  if (/^[+-]?0x/i.test(word)) {
    return msg(
      '{word} is not a JSON number: it is hexadecimal. Write it in decimal, or put it in quotes.',
      { word },
    )
  }
  if (/^-?\d[\d_]*$/.test(word)) {
    return msg('{word} is not a JSON number: it holds an underscore. Leave the underscore out.', {
      word,
    })
  }
  if (/^-?(?:\.\d|\d+\.(?:$|e))/i.test(word)) {
    return msg('{word} is not a JSON number: digits belong on both sides of the point.', { word })
  }
  if (/e[+-]?$/i.test(word)) {
    return msg('{word} is not a JSON number: the exponent has no digits. Add them.', { word })
  }
  return msg(
    '{word} is not a JSON number: write digits alone, or put it in double quotes as a string.',
    { word: shownWord(at) },
  )
}

/** Where the whole record begins that follows an unfinished one. */
export function recordStart({ text, offset }: SyntaxContext): number {
  return Math.max(0, text.indexOf('{"', Math.max(0, offset - 2)))
}

/** What a lone byte would be in the encoding that Western files mostly come from. */
export function legacyGuess({ bytes, byteOffset }: SyntaxContext): string | undefined {
  const byte = bytes[byteOffset] ?? 0
  const next = bytes[byteOffset + 1] ?? 0
  return byte < 0xc0 || next >= 0x80 ? undefined : String.fromCharCode(byte)
}
