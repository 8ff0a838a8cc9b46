// The catalogue of what makes a line no JSON text: a title for the issues panel and an explanation
// for the line. What formats have to say about lines that are JSON is in src/formats.
import { type Message, msg } from '../i18n/message.ts'
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
  wordAt,
} from './syntaxContext.ts'
import type { SyntaxContext } from './syntaxContext.ts'
import {
  bareWord,
  controlEscape,
  jsonWord,
  legacyGuess,
  numberFault,
  recordStart,
  shownEscape,
} from './syntaxWords.ts'

/** `blank-line` makes a line neither valid nor invalid; see Verdict. */
export type SyntaxErrorCode = Exclude<SyntaxCode, 'valid'>

interface CatalogueEntry {
  /** Sentence case, two to five words. */
  readonly title: Message
  /**
   * What is wrong and what to do. It stands behind the place and a colon, so in English it begins with a
   * small letter; but where it is the whole line.
   */
  readonly explain: (context: SyntaxContext) => Message
  /** What the list of causes says beside the title. */
  readonly inList?: Message
}

/**
 * Tried on 2026-11-26 with Python 3.12, Node 22 and jq 1.6; of pandas: its issue 17615; Perplexity and
 * Morph forbid blank lines in the documentation of their batches.
 */
const BLANK_LINE_READERS = msg(
  'Python’s json, JavaScript’s JSON.parse and some batch services refuse a line without a value; pandas, jq and vLLM skip it.',
)

const CATALOGUE: Readonly<Record<SyntaxErrorCode, CatalogueEntry>> = {
  'blank-line': {
    title: msg('Blank line'),
    explain: () =>
      msg('The line holds no value. {readers} Delete it.', { readers: BLANK_LINE_READERS }),
    inList: BLANK_LINE_READERS,
  },
  'trailing-comma': {
    title: msg('Trailing comma'),
    explain: () => msg('nothing follows this comma. Remove it.'),
  },
  'missing-comma': {
    title: msg('Missing comma'),
    explain: (at) =>
      msg('{token} follows a value without a comma. Put a comma between them.', {
        token: shownToken(at),
      }),
  },
  'missing-colon': {
    title: msg('Missing colon'),
    explain: (at) =>
      /[,}\]]/.test(at.text.charAt(at.offset))
        ? msg('the key before this has no colon and no value. Add both, or remove the key.')
        : msg('{token} stands where the colon after a key belongs. Add the colon.', {
            token: shownToken(at),
          }),
  },
  'missing-value': {
    title: msg('Missing value'),
    explain: (at) =>
      characterBefore(at) === ':'
        ? msg('the key before this has no value. Add one, or remove the key.')
        : msg('{character} stands where a value belongs. Remove the comma, or add the value.', {
            character: shownCharacter(at),
          }),
  },
  'unquoted-key': {
    title: msg('Unquoted key'),
    explain: (at) => msg('the key {word} has no quotes. Write "{word}".', { word: shownWord(at) }),
  },
  'unquoted-string': {
    title: msg('Unquoted string'),
    explain: bareWord,
  },
  'single-quotes': {
    title: msg('Single quotes'),
    explain: () =>
      msg('JSON has double quotes around strings and keys, not single ones. Replace them.'),
  },
  'unterminated-string': {
    title: msg('Unterminated string'),
    explain: () =>
      msg(
        'the string that begins here has no closing quote on this line. Add the quote; a line break inside a string is written as \\n.',
      ),
  },
  'unescaped-quote': {
    title: msg('Unescaped quote in a string'),
    explain: (at) =>
      msg(
        'a quote ended the string before {word}, where its text goes on. Write a quote inside a string as \\".',
        { word: shownWord(at) },
      ),
  },
  'bad-escape': {
    title: msg('Invalid escape'),
    explain: (at) =>
      msg(
        '{escape} is not an escape of JSON. These are \\", \\\\, \\/, \\b, \\f, \\n, \\r, \\t, and \\u with four hexadecimal digits; a backslash itself is \\\\.',
        { escape: shownEscape(at) },
      ),
  },
  'control-character': {
    title: msg('Raw control character'),
    explain: (at) =>
      openAt(at).inString
        ? msg('the control character {byte} stands in a string as it is. Write it as {escape}.', {
            byte: shownByte(at),
            escape: controlEscape(at),
          })
        : msg('the control character {byte} stands outside of a string. Remove it.', {
            byte: shownByte(at),
          }),
  },
  'bad-number': {
    title: msg('Invalid number'),
    explain: numberFault,
  },
  'python-literal': {
    title: msg('Python value'),
    explain: (at) =>
      msg('{word} is Python. JSON writes {literal}.', {
        word: shownWord(at),
        literal: jsonWord(wordAt(at)),
      }),
  },
  'javascript-literal': {
    title: msg('JavaScript value'),
    explain: (at) =>
      wordAt(at) === 'undefined'
        ? msg('undefined does not exist in JSON. Write null, or leave the key out.')
        : msg('{word} does not exist in JSON. Write null, or a number.', { word: shownWord(at) }),
  },
  comment: {
    title: msg('Comment'),
    explain: () => msg('a comment begins here, and JSON has none. Remove it.'),
  },
  'smart-quotes': {
    title: msg('Typographic quotes'),
    explain: (at) =>
      msg('{character} is a typographic quote. JSON takes the plain " only.', {
        character: shownCharacter(at),
      }),
  },
  'unclosed-bracket': {
    title: msg('Bracket not closed'),
    explain: (at) => {
      const closers = closersOf(openAt(at).brackets)
      const values = { count: closers.length, closers }
      return characterBefore(at) === ','
        ? msg(
            '{count, plural, one {the line ends after a comma, with a bracket still open. Complete the line, or remove the comma and close it with {closers}.} other {the line ends after a comma, with brackets still open. Complete the line, or remove the comma and close them with {closers}.}}',
            values,
          )
        : msg(
            '{count, plural, one {the line ends with a bracket still open. Close it with {closers}.} other {the line ends with brackets still open. Close them with {closers}.}}',
            values,
          )
    },
  },
  'unopened-bracket': {
    title: msg('Bracket not opened'),
    explain: (at) =>
      msg('{character} closes nothing. Remove it, or add the bracket that opens it.', {
        character: shownCharacter(at),
      }),
  },
  'mismatched-bracket': {
    title: msg('Mismatched bracket'),
    explain: (at) => {
      const open = openAt(at).brackets.slice(-1)
      return msg(
        '{character} does not close the "{open}" that is open. Write "{closer}", or close what is missing before it.',
        { character: shownCharacter(at), open, closer: closersOf(open) },
      )
    },
  },
  'truncated-line': {
    title: msg('File ends mid-line'),
    explain: () =>
      msg(
        'the file ends inside this record, probably because it was cut off while being written or copied. Get the file again, complete the line, or delete it.',
      ),
  },
  'two-values': {
    title: msg('Two values on a line'),
    explain: () => msg('a second value follows here. Put each value on a line of its own.'),
  },
  'text-before': {
    title: msg('Text before the value'),
    explain: (at) =>
      msg('“{text}” stands before the value and is not JSON. Remove it.', {
        text: shownText(at.text.replace(/[{[].*$/s, '')),
      }),
  },
  'text-after': {
    title: msg('Text after the value'),
    explain: (at) => {
      const rest = at.text.slice(at.offset)
      const text = shownText(rest)
      return /[{[]/.test(rest)
        ? msg(
            '“{text}” follows the complete value. If it holds another record, put that on a line of its own.',
            { text },
          )
        : msg('“{text}” follows the complete value. Remove it.', { text })
    },
  },
  'invalid-utf8': {
    title: msg('Not UTF-8'),
    explain: (at) => {
      const byte = shownByte(at)
      const character = legacyGuess(at)
      return character === undefined
        ? msg(
            'the byte {byte} is not UTF-8. Save the file as UTF-8, or type the character again.',
            { byte },
          )
        : msg(
            'the byte {byte} is not UTF-8 (in Windows-1252 it would be "{character}"). Save the file as UTF-8, or type the character again.',
            { byte, character },
          )
    },
  },
  'nul-byte': {
    title: msg('NUL byte'),
    explain: () => msg('a NUL byte (0x00) stands here, which JSON does not allow. Remove it.'),
  },
  bom: {
    title: msg('Byte order mark'),
    explain: () =>
      msg('an invisible byte order mark (U+FEFF) stands where JSON does not allow it. Remove it.'),
  },
  'too-deep': {
    title: msg('Nested too deeply'),
    explain: () =>
      msg(
        'objects and arrays are nested more than 1,024 deep, which most readers refuse. Nest them less.',
      ),
  },
  'record-separator': {
    title: msg('Record separator'),
    explain: () =>
      msg(
        'the byte 0x1E, which JSON text sequences (RFC 7464) put before each value, is not part of JSON Lines. Remove it.',
      ),
  },
  'conflict-marker': {
    title: msg('Git conflict marker'),
    explain: () =>
      msg(
        'git left this line where two versions of the file differ. Choose a version and delete the marker lines.',
      ),
  },
  'unexpected-character': {
    title: msg('Unexpected character'),
    explain: (at) =>
      at.text.charAt(at.offset) === ':'
        ? msg(
            'a colon stands where none belongs: it follows the key of an object. Remove it, or add what is missing before it.',
          )
        : msg(
            'JSON does not allow {character} here. Remove it, or put it in quotes if it belongs to a string.',
            { character: shownCharacter(at) },
          ),
  },
  'cut-record': {
    title: msg('Record is cut off'),
    explain: (at) =>
      openAt(at).inString
        ? msg(
            'the record is cut off here, in the middle of a string. Complete the line, or delete it.',
          )
        : msg(
            'the record is cut off here, in the middle of a value. Complete the line, or delete it.',
          ),
  },
  'unfinished-record': {
    title: msg('Unfinished record before another'),
    explain: (at) =>
      msg(
        'the record before is cut off, and a whole one begins with “{text}”. Keep the whole one, or put each on a line of its own.',
        { text: shownText(at.text.slice(recordStart(at))) },
      ),
  },
  'plain-text': {
    title: msg('Plain text, not JSON'),
    explain: (at) =>
      msg('“{text}” is plain text, not JSON. Delete the line, or write it as a JSON object.', {
        text: shownText(at.text),
      }),
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
export function explainSyntax(code: SyntaxErrorCode, context: SyntaxContext): Message {
  const explanation = CATALOGUE[code].explain(context)
  if (code === 'blank-line' || code === 'plain-text') return explanation
  return msg('At byte {byte, number}: {explanation}', { byte: context.byteOffset, explanation })
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
