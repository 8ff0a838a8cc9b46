// What a message about a syntax error may say about the place of the error.
import { graphemeStart, shortText } from '../base/cutText.ts'
import type { TextOffset } from '../base/units.ts'
import { msg, type Value } from '../i18n/message.ts'

export interface SyntaxContext {
  /** The line without its line end; U+FFFD stands where its bytes are not UTF-8. */
  readonly text: string
  readonly bytes: Uint8Array
  /** Bytes from the start of the line. */
  readonly byteOffset: number
  /** The same place in `text`. */
  readonly offset: TextOffset
}

/** Code units of the line that a message shows. */
const SHOWN = 40

/** What ends a word without quotes. */
const WORD_END = /[\s,:{}[\]"']/

/** The character at the place of the error, as shown in a message: `"x"`, or its code point. */
export function shownCharacter({ text, offset }: SyntaxContext): Value {
  const point = text.codePointAt(offset)
  if (point === undefined) return msg('the end of the line')
  if (point === 34) return msg('a quote')
  if (point === 44) return msg('a comma')
  if (point > 32 && point < 127) return `"${String.fromCodePoint(point)}"`
  const name = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`
  const character = String.fromCodePoint(point)
  const isVisible = point > 160 && !/[\p{C}\p{Z}]/u.test(character)
  // A mark would stand on the quote before it.
  const shown = /\p{M}/u.test(character) ? `\u25cc${character}` : character
  return isVisible ? `"${shown}" (${name})` : name
}

/** `0xE9`. */
export function shownByte({ bytes, byteOffset }: SyntaxContext): string {
  return `0x${(bytes[byteOffset] ?? 0).toString(16).toUpperCase().padStart(2, '0')}`
}

/** The word or number that the place of the error is in, whole, or cut when it is long. */
export function shownWord(context: SyntaxContext): Value {
  const word = wordAt(context)
  return word === '' ? shownCharacter(context) : word
}

/** The same where there is one; empty where a sign stands. */
export function wordAt({ text, offset }: SyntaxContext): string {
  let from = offset
  while (from > 0 && offset - from < SHOWN && !WORD_END.test(text.charAt(from - 1))) from--
  from = graphemeStart(text, from)
  let to = offset
  // Further than what is shown: what follows says where a character ends.
  while (to < text.length && to - from <= SHOWN + 1 && !isWordEnd(text, to)) to++
  return shortText(text.slice(from, to), SHOWN)
}

/** A colon between digits is part of a time. */
function isWordEnd(text: string, at: TextOffset): boolean {
  const isTime =
    text[at] === ':' && /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1))
  return !isTime && WORD_END.test(text.charAt(at))
}

/** What begins at the place of the error: a string with its quotes, `an object`, a word, a sign. */
export function shownToken(context: SyntaxContext): Value {
  const { text, offset } = context
  const c = text[offset]
  if (c === '{') return msg('an object')
  if (c === '[') return msg('an array')
  if (c !== '"') return shownWord(context)
  const string = /^"(?:[^"\\]|\\.)*"?/.exec(text.slice(offset, offset + SHOWN + 2))?.[0] ?? c
  return string.length > 1 ? shortText(string, SHOWN) : msg('a quote')
}

/** Text of the line, cut; the message has the quotes around it. */
export function shownText(text: string): string {
  return shortText(text.trim(), SHOWN)
}

/** The last character before the place of the error that is not whitespace; empty at the start. */
export function characterBefore({ text, offset }: SyntaxContext): string {
  return text.slice(0, offset).trimEnd().at(-1) ?? ''
}

/** The brackets that are open at the place of the error, and whether it is inside a string. */
export function openAt({ text, offset }: SyntaxContext): { brackets: string; inString: boolean } {
  let brackets = ''
  let inString = false
  for (let at = 0; at < offset; at++) {
    const c = text.charAt(at)
    if (c === '"') inString = !inString
    else if (inString) at += c === '\\' ? 1 : 0
    else if (c === '{' || c === '[') brackets += c
    else if (c === '}' || c === ']') brackets = brackets.slice(0, -1)
  }
  return { brackets, inString }
}

/** The brackets that close those of `openAt`, innermost first. */
export function closersOf(brackets: string): string {
  return Array.from(brackets, (c) => (c === '{' ? '}' : ']'))
    .reverse()
    .join('')
}
