// The catalogue of what makes a line no JSON text: a title for the issues panel and an explanation
// for the line. What formats have to say about lines that are JSON is in src/formats.
import { groupNumber } from '../base/groupNumber.ts'
import type { SyntaxCode } from '../scanner/syntaxCodes.ts'
import type { Finding } from './diagnostic.ts'
import { shownByte, shownCharacter, shownWord } from './syntaxContext.ts'
import type { SyntaxContext } from './syntaxContext.ts'

/** `blank-line` makes a line neither valid nor invalid; see Verdict. */
export type SyntaxErrorCode = Exclude<SyntaxCode, 'valid'>

interface CatalogueEntry {
  /** Sentence case, two to five words. */
  readonly title: string
  /** What is wrong and what to do; the place is put in front. */
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
    explain: () => 'a comma has nothing after it. Remove the comma.',
  },
  'missing-comma': {
    title: 'Missing comma',
    explain: (at) =>
      `${shownCharacter(at)} follows a value without a comma. Put a comma between them.`,
  },
  'missing-colon': {
    title: 'Missing colon',
    explain: (at) =>
      `${shownCharacter(at)} stands where the colon after a key belongs. Add the colon.`,
  },
  'missing-value': {
    title: 'Missing value',
    explain: (at) =>
      `${shownCharacter(at)} stands where a value belongs. Add the value, or remove what is left of it.`,
  },
  'unquoted-key': {
    title: 'Key without quotes',
    explain: (at) => `the key ${shownWord(at)} has no quotes. Write "${shownWord(at)}".`,
  },
  'unquoted-string': {
    title: 'Text without quotes',
    explain: (at) => `${shownWord(at)} is no JSON value. If it is a text, put it in double quotes.`,
  },
  'single-quotes': {
    title: 'Single quotes',
    explain: () =>
      'JSON texts and keys stand in double quotes, not in single ones. Replace the quotes.',
  },
  'unterminated-string': {
    title: 'Text without closing quote',
    explain: () =>
      'the text that begins here has no closing quote on this line. Add the quote, or write a line break inside it as \\n.',
  },
  'unescaped-quote': {
    title: 'Quote inside a text',
    explain: (at) =>
      `a quote ended the text and ${shownCharacter(at)} follows. Write a quote inside a text as \\".`,
  },
  'bad-escape': {
    title: 'Invalid escape',
    explain: (at) =>
      `${shownCharacter(at)} does not continue an escape. After \\ JSON takes ", \\, /, b, f, n, r, t, or u with four hexadecimal digits; a backslash itself is \\\\.`,
  },
  'control-character': {
    title: 'Raw control character',
    explain: (at) =>
      `${shownByte(at)} is a control character, which JSON takes only as an escape${controlEscape(at)}.`,
  },
  'bad-number': {
    title: 'Invalid number',
    explain: (at) =>
      `${shownWord(at)} does not fit a JSON number. It has no leading zero or plus, digits on both sides of the point, and no hexadecimal form.`,
  },
  'python-literal': {
    title: 'Python value',
    explain: (at) => `${shownWord(at)} is Python. JSON writes null, true and false.`,
  },
  'javascript-literal': {
    title: 'JavaScript value',
    explain: (at) => `${shownWord(at)} is not in JSON. Use null, or a number.`,
  },
  comment: {
    title: 'Comment',
    explain: () => 'JSON has no comments. Remove it.',
  },
  'smart-quotes': {
    title: 'Typographic quotes',
    explain: (at) => `${shownCharacter(at)} is a typographic quote. JSON takes the plain " only.`,
  },
  'unclosed-bracket': {
    title: 'Bracket not closed',
    explain: () => 'the line ends before every { and [ is closed. Add what is missing at the end.',
  },
  'unopened-bracket': {
    title: 'Bracket not opened',
    explain: (at) =>
      `${shownCharacter(at)} closes nothing. Remove it, or add the bracket that opens it.`,
  },
  'mismatched-bracket': {
    title: 'Mismatched bracket',
    explain: (at) =>
      `${shownCharacter(at)} does not fit the bracket that is open. Objects end with }, arrays with ].`,
  },
  'truncated-line': {
    title: 'File ends mid-line',
    explain: () =>
      'the file ends inside this value. It was probably cut off while being written or copied: get it again, complete the line, or delete it.',
  },
  'two-values': {
    title: 'Two values on a line',
    explain: () => 'a second value begins here. Put each value on a line of its own.',
  },
  'text-before': {
    title: 'Text before the value',
    explain: () => 'something other than JSON stands before the value. Remove it.',
  },
  'text-after': {
    title: 'Text after the value',
    explain: (at) =>
      `${shownCharacter(at)} follows the complete value. Remove what comes after it.`,
  },
  'invalid-utf8': {
    title: 'Not UTF-8',
    explain: (at) =>
      `${shownByte(at)} is not UTF-8${legacyGuess(at)}. Save the file as UTF-8, or type the character again.`,
  },
  'nul-byte': {
    title: 'NUL byte',
    explain: () => 'a byte of value 0, which no JSON text may hold. Remove it.',
  },
  bom: {
    title: 'Byte order mark',
    explain: () =>
      'an invisible byte order mark (U+FEFF) stands where JSON does not allow it. Remove it.',
  },
  'too-deep': {
    title: 'Nested too deep',
    explain: () =>
      'objects and arrays are more than 1,024 deep inside each other, which most readers refuse.',
  },
  'record-separator': {
    title: 'Record separator',
    explain: () =>
      'byte 0x1E, which JSON text sequences (RFC 7464) put before each text, is not part of JSON Lines. Remove it.',
  },
  'conflict-marker': {
    title: 'Git conflict marker',
    explain: () =>
      'git left this line where two versions of the file differ. Choose a version and delete the marker lines.',
  },
  'unexpected-character': {
    title: 'Unexpected character',
    explain: (at) => `${shownCharacter(at)} does not belong here.`,
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
  if (code === 'blank-line') return words
  return `At byte ${groupNumber(context.byteOffset)}: ${words}`
}

/** Whether a code is one of the scanner's: a line that has it is no JSON text. */
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
  const byte = bytes[byteOffset]
  if (byte === undefined) return ''
  return `: ${SHORT_ESCAPES[byte] ?? `\\u${byte.toString(16).padStart(4, '0')}`}`
}

/** What a lone byte would be in the encoding that Western files mostly come from. */
function legacyGuess({ bytes, byteOffset }: SyntaxContext): string {
  const byte = bytes[byteOffset] ?? 0
  const next = bytes[byteOffset + 1] ?? 0
  if (byte < 0xc0 || next >= 0x80) return ''
  return ` (in Windows-1252 it would be "${String.fromCharCode(byte)}")`
}
