// What the scanner can say about one line. The place in the list is the status byte that the
// WebAssembly module writes (assembly/codes.ts holds the same list; a test compares them).

/**
 * Where `errorAt` points: at the first byte at which no continuation could be valid JSON, but
 * - `unterminated-string`: at the opening quote, which is what people look for
 * - `invalid-utf8`: at the first byte of the ill-formed sequence (where a decoder puts U+FFFD)
 * - `unclosed-bracket`, `truncated-line`, `cut-record`: at the end of the content
 * - `valid`, `blank-line`: 0
 */
export const SYNTAX_CODES = [
  /** A JSON text by RFC 8259 in strict UTF-8. */
  'valid',
  /** Nothing, or only the whitespace of JSON (space, tab, CR). */
  'blank-line',
  /** A comma right before a closing bracket, or after the whole value. */
  'trailing-comma',
  'missing-comma',
  'missing-colon',
  /** `{"a":}`, `[1,,2]`, `{,`: a comma or bracket where a value or member belongs. */
  'missing-value',
  'unquoted-key',
  /** A bare word that is none of the known literals, or a date, in an object or array. */
  'unquoted-string',
  'single-quotes',
  /** The line ends inside a string, the closing brackets of the record in place. */
  'unterminated-string',
  /** A string closed and its text goes on: most likely a `"` that lacks its `\`. */
  'unescaped-quote',
  'bad-escape',
  /** A raw byte below 0x20 in a string, or one outside of strings that is not whitespace. */
  'control-character',
  /** Leading zero or plus, `.5`, `1.`, `1e`, hex, `1_000`. */
  'bad-number',
  /** `None`, `True`, `False`. */
  'python-literal',
  /** `NaN`, `Infinity`, `-Infinity`, `undefined`; also `nan` and `inf`. */
  'javascript-literal',
  /** A comment that begins with two slashes, slash and asterisk, or `#`. */
  'comment',
  /** U+2018, U+2019, U+201C or U+201D where a quote belongs. */
  'smart-quotes',
  /** The line ends inside an object or array. */
  'unclosed-bracket',
  'unopened-bracket',
  'mismatched-bracket',
  /** The last line of the file has no LF and ends inside a value. */
  'truncated-line',
  /** A second complete value follows, right behind or after a comma or the letters \n. */
  'two-values',
  /** Prose before a `{` or `[`. */
  'text-before',
  'text-after',
  'invalid-utf8',
  /** Byte 0, in a string or outside. */
  'nul-byte',
  /** U+FEFF at the start of a line that is not the file's first, or between tokens. */
  'bom',
  /** More than MAX_DEPTH objects and arrays inside each other. */
  'too-deep',
  /** Byte 0x1E outside of a string (RFC 7464 puts one before each text). */
  'record-separator',
  /** A line of `<<<<<<<`, `|||||||`, `=======` or `>>>>>>>`, as git leaves them. */
  'conflict-marker',
  'unexpected-character',
  /** The line, which is not the end of the file, ends in the middle of a string, number or member. */
  'cut-record',
  /** A record breaks off, and where it does a whole one begins. */
  'unfinished-record',
  /** Words, a date or columns, and nothing that looks like an object, array or string. */
  'plain-text',
] as const

export type SyntaxCode = (typeof SYNTAX_CODES)[number]

/** Objects and arrays may be this deep inside each other; a scalar line has depth 0. */
export const MAX_DEPTH = 1024
