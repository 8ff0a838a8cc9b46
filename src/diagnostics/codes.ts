// The catalogue of what makes a line no JSON text: a title for the issues panel and an explanation
// for the line. What formats have to say about lines that are JSON is in src/formats.
import { groupNumber } from '../base/groupNumber.ts'
import type { SyntaxCode } from '../scanner/syntaxCodes.ts'
import type { Finding } from './diagnostic.ts'
import {
  characterBefore,
  closersOf,
  openAt,
  shownByte,
  shownCharacter,
  shownText,
  shownToken,
  shownWord,
} from './syntaxContext.ts'
import type { SyntaxContext } from './syntaxContext.ts'

/** `blank-line` makes a line neither valid nor invalid; see Verdict. */
export type SyntaxErrorCode = Exclude<SyntaxCode, 'valid'>

interface CatalogueEntry {
  /** Sentence case, two to five words. */
  readonly title: string
  /** What is wrong and what to do; the place is put in front, but where it is the whole line. */
  readonly explain: (context: SyntaxContext) => string
  /** What the list of causes says beside the title. */
  readonly inList?: string
}

/**
 * Tried on 2026-11-26 with Python 3.12, Node 22 and jq 1.6; of pandas: its issue 17615; Perplexity and
 * Morph forbid blank lines in the documentation of their batches.
 */
const BLANK_LINE_READERS =
  'Python’s json, JavaScript’s JSON.parse and some batch services refuse a line without a value; pandas, jq and vLLM skip it.'

const CATALOGUE: Readonly<Record<SyntaxErrorCode, CatalogueEntry>> = {
  'blank-line': {
    title: 'Blank line',
    explain: () => `The line holds no value. ${BLANK_LINE_READERS} Delete it.`,
    inList: BLANK_LINE_READERS,
  },
  'trailing-comma': {
    title: 'Trailing comma',
    explain: () => 'nothing follows this comma. Remove it.',
  },
  'missing-comma': {
    title: 'Missing comma',
    explain: (at) => `${shownToken(at)} follows a value without a comma. Put a comma between them.`,
  },
  'missing-colon': {
    title: 'Missing colon',
    explain: (at) =>
      /[,}\]]/.test(at.text.charAt(at.offset))
        ? 'the key before this has no colon and no value. Add both, or remove the key.'
        : `${shownToken(at)} stands where the colon after a key belongs. Add the colon.`,
  },
  'missing-value': {
    title: 'Missing value',
    explain: (at) =>
      characterBefore(at) === ':'
        ? 'the key before this has no value. Add one, or remove the key.'
        : `${shownCharacter(at)} stands where a value belongs. Remove the comma, or add the value.`,
  },
  'unquoted-key': {
    title: 'Unquoted key',
    explain: (at) => `the key ${shownWord(at)} has no quotes. Write "${shownWord(at)}".`,
  },
  'unquoted-string': {
    title: 'Unquoted string',
    explain: (at) => bareWord(shownWord(at)),
  },
  'single-quotes': {
    title: 'Single quotes',
    explain: () => 'JSON has double quotes around strings and keys, not single ones. Replace them.',
  },
  'unterminated-string': {
    title: 'Unterminated string',
    explain: () =>
      'the string that begins here has no closing quote on this line. Add the quote; a line break inside a string is written as \\n.',
  },
  'unescaped-quote': {
    title: 'Unescaped quote in a string',
    explain: (at) =>
      `a quote ended the string before ${shownWord(at)}, where its text goes on. Write a quote inside a string as \\".`,
  },
  'bad-escape': {
    title: 'Invalid escape',
    explain: (at) =>
      `${shownEscape(at)} is not an escape of JSON. These are \\", \\\\, \\/, \\b, \\f, \\n, \\r, \\t, and \\u with four hexadecimal digits; a backslash itself is \\\\.`,
  },
  'control-character': {
    title: 'Raw control character',
    explain: (at) =>
      openAt(at).inString
        ? `the control character ${shownByte(at)} stands in a string as it is. Write it as ${controlEscape(at)}.`
        : `the control character ${shownByte(at)} stands outside of a string. Remove it.`,
  },
  'bad-number': {
    title: 'Invalid number',
    explain: (at) => `${shownWord(at)} is not a JSON number: ${numberFault(shownWord(at))}.`,
  },
  'python-literal': {
    title: 'Python value',
    explain: (at) => `${shownWord(at)} is Python. JSON writes ${jsonWord(shownWord(at))}.`,
  },
  'javascript-literal': {
    title: 'JavaScript value',
    explain: (at) =>
      shownWord(at) === 'undefined'
        ? 'undefined does not exist in JSON. Write null, or leave the key out.'
        : `${shownWord(at)} does not exist in JSON. Write null, or a number.`,
  },
  comment: {
    title: 'Comment',
    explain: () => 'a comment begins here, and JSON has none. Remove it.',
  },
  'smart-quotes': {
    title: 'Typographic quotes',
    explain: (at) => `${shownCharacter(at)} is a typographic quote. JSON takes the plain " only.`,
  },
  'unclosed-bracket': {
    title: 'Bracket not closed',
    explain: (at) => {
      const closers = closersOf(openAt(at).brackets)
      const [what, add] = closers.length === 1 ? ['a bracket', 'it'] : ['brackets', 'them']
      return characterBefore(at) === ','
        ? `the line ends after a comma, with ${what} still open. Complete the line, or remove the comma and close ${add} with ${closers}.`
        : `the line ends with ${what} still open. Close ${add} with ${closers}.`
    },
  },
  'unopened-bracket': {
    title: 'Bracket not opened',
    explain: (at) =>
      `${shownCharacter(at)} closes nothing. Remove it, or add the bracket that opens it.`,
  },
  'mismatched-bracket': {
    title: 'Mismatched bracket',
    explain: (at) => {
      const open = openAt(at).brackets.slice(-1)
      return `${shownCharacter(at)} does not close the "${open}" that is open. Write "${closersOf(open)}", or close what is missing before it.`
    },
  },
  'truncated-line': {
    title: 'File ends mid-line',
    explain: () =>
      'the file ends inside this record, probably because it was cut off while being written or copied. Get the file again, complete the line, or delete it.',
  },
  'two-values': {
    title: 'Two values on a line',
    explain: () => 'a second value follows here. Put each value on a line of its own.',
  },
  'text-before': {
    title: 'Text before the value',
    explain: (at) =>
      `${shownText(at.text.replace(/[{[].*$/s, ''))} stands before the value and is not JSON. Remove it.`,
  },
  'text-after': {
    title: 'Text after the value',
    explain: (at) => {
      const rest = at.text.slice(at.offset)
      return /[{[]/.test(rest)
        ? `${shownText(rest)} follows the complete value. If it holds another record, put that on a line of its own.`
        : `${shownText(rest)} follows the complete value. Remove it.`
    },
  },
  'invalid-utf8': {
    title: 'Not UTF-8',
    explain: (at) =>
      `the byte ${shownByte(at)} is not UTF-8${legacyGuess(at)}. Save the file as UTF-8, or type the character again.`,
  },
  'nul-byte': {
    title: 'NUL byte',
    explain: () => 'a NUL byte (0x00) stands here, which JSON does not allow. Remove it.',
  },
  bom: {
    title: 'Byte order mark',
    explain: () =>
      'an invisible byte order mark (U+FEFF) stands where JSON does not allow it. Remove it.',
  },
  'too-deep': {
    title: 'Nested too deeply',
    explain: () =>
      'objects and arrays are nested more than 1,024 deep, which most readers refuse. Nest them less.',
  },
  'record-separator': {
    title: 'Record separator',
    explain: () =>
      'the byte 0x1E, which JSON text sequences (RFC 7464) put before each value, is not part of JSON Lines. Remove it.',
  },
  'conflict-marker': {
    title: 'Git conflict marker',
    explain: () =>
      'git left this line where two versions of the file differ. Choose a version and delete the marker lines.',
  },
  'unexpected-character': {
    title: 'Unexpected character',
    explain: (at) =>
      at.text.charAt(at.offset) === ':'
        ? 'a colon stands where none belongs: it follows the key of an object. Remove it, or add what is missing before it.'
        : `JSON does not allow ${shownCharacter(at)} here. Remove it, or put it in quotes if it belongs to a string.`,
  },
  'cut-record': {
    title: 'Record is cut off',
    explain: (at) =>
      `the record is cut off here, in the middle of ${openAt(at).inString ? 'a string' : 'a value'}. Complete the line, or delete it.`,
  },
  'unfinished-record': {
    title: 'Unfinished record before another',
    explain: (at) =>
      `the record before is cut off, and a whole one begins with ${shownText(at.text.slice(recordStart(at)))}. Keep the whole one, or put each on a line of its own.`,
  },
  'plain-text': {
    title: 'Plain text, not JSON',
    explain: (at) =>
      `${shownText(at.text)} is plain text, not JSON. Delete the line, or write it as a JSON object.`,
  },
}

/** What every line with this code has in common. */
export function syntaxFinding(code: SyntaxErrorCode): Finding
/** `valid` has no finding; asking for it is a bug. */
export function syntaxFinding(code: SyntaxCode): Finding
export function syntaxFinding(code: SyntaxCode): Finding {
  if (code === 'valid') throw new Error('Bug: a valid line has no syntax finding')
  return FINDINGS[code]
}

/** A sentence with the place and a sentence with the way out. */
export function explainSyntax(code: SyntaxErrorCode, context: SyntaxContext): string {
  const words = CATALOGUE[code].explain(context)
  if (code === 'blank-line' || code === 'plain-text') return words
  return `At byte ${groupNumber(context.byteOffset)}: ${words}`
}

/** Whether a code is one of the scanner's: a line that has it is not JSON text. */
export function isSyntaxCode(code: string): code is SyntaxErrorCode {
  return Object.hasOwn(CATALOGUE, code)
}

const FINDINGS = Object.fromEntries(
  Object.entries(CATALOGUE).map(([code, { title, inList }]) => [
    code,
    {
      code,
      severity: code === 'blank-line' ? 'warning' : 'error',
      title,
      ...(inList !== undefined && { message: inList }),
    },
  ]),
) as Readonly<Record<SyntaxErrorCode, Finding>>

const SHORT_ESCAPES: Readonly<Record<number, string>> = {
  8: '\\b',
  9: '\\t',
  10: '\\n',
  12: '\\f',
  13: '\\r',
}

function controlEscape({ bytes, byteOffset }: SyntaxContext): string {
  const byte = bytes[byteOffset] ?? 0
  return SHORT_ESCAPES[byte] ?? `\\u${byte.toString(16).padStart(4, '0')}`
}

/** The escape that goes wrong at the place of the error, from its backslash on. */
function shownEscape({ text, offset }: SyntaxContext): string {
  const from = text.lastIndexOf('\\', offset - 1)
  return `${text.slice(from, offset)}${String.fromCodePoint(text.codePointAt(offset) ?? 32)}`.trim()
}

/** The word of JSON that a word of another language or in other letters stands for. */
function jsonWord(word: string): string {
  const small = word.toLowerCase()
  return small === 'none' || small === 'nil' ? 'null' : small
}

function bareWord(word: string): string {
  if (/^(?:true|false|null|none|nil)$/i.test(word))
    return `JSON writes ${jsonWord(word)} for ${word}.`
  if (/^\d/.test(word)) return `${word} is not a JSON number. Put it in double quotes as a string.`
  return `${word} is not a JSON value. If it is a string, put it in double quotes.`
}

/** Why a word is not a number, and what to write. */
function numberFault(word: string): string {
  if (word.startsWith('+')) return 'it begins with a plus. Leave the plus out'
  if (/^-?0\d/.test(word)) return 'it begins with a zero. Leave the zero out, or put it in quotes'
  if (/^[+-]?0x/i.test(word)) return 'it is hexadecimal. Write it in decimal, or put it in quotes'
  if (/^-?\d[\d_]*$/.test(word)) return 'it holds an underscore. Leave the underscore out'
  if (/^-?(?:\.\d|\d+\.(?:$|e))/i.test(word)) return 'digits belong on both sides of the point'
  if (/e[+-]?$/i.test(word)) return 'the exponent has no digits. Add them'
  return 'write digits alone, or put it in double quotes as a string'
}

/** Where the whole record begins that follows an unfinished one. */
function recordStart({ text, offset }: SyntaxContext): number {
  return Math.max(0, text.indexOf('{"', Math.max(0, offset - 2)))
}

/** What a lone byte would be in the encoding that Western files mostly come from. */
function legacyGuess({ bytes, byteOffset }: SyntaxContext): string {
  const byte = bytes[byteOffset] ?? 0
  const next = bytes[byteOffset + 1] ?? 0
  if (byte < 0xc0 || next >= 0x80) return ''
  return ` (in Windows-1252 it would be "${String.fromCharCode(byte)}")`
}
