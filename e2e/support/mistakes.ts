// Mistakes to plant in a generated batch input line: how each is made, and the one code that the app
// has to give it.

export interface Mistake {
  /** Code of the only finding that the line then has. */
  readonly code: string
  /** The good line made bad. */
  readonly damage: (line: string) => string
}

/** Applied to lines of `generateBatchInput`: one flat envelope with a `body` of a chat completion. */
export const MISTAKES = {
  trailingComma: {
    code: 'trailing-comma',
    damage: (line) => `${line.slice(0, -1)},}`,
  },
  missingComma: {
    code: 'missing-comma',
    damage: (line) => line.replace('"POST", ', '"POST" '),
  },
  missingColon: {
    code: 'missing-colon',
    damage: (line) => line.replace('"method": ', '"method" '),
  },
  unquotedKey: {
    code: 'unquoted-key',
    damage: (line) => line.replace('"method"', 'method'),
  },
  singleQuotes: {
    code: 'single-quotes',
    damage: (line) => line.replace('"POST"', "'POST'"),
  },
  pythonLiteral: {
    code: 'python-literal',
    damage: (line) => line.replace('"body": {', '"body": {"store": True, '),
  },
  notANumber: {
    code: 'javascript-literal',
    damage: (line) => line.replace('"body": {', '"body": {"temperature": NaN, '),
  },
  rawTab: {
    code: 'control-character',
    damage: (line) => line.replace('"content": "', '"content": "\t'),
  },
  unclosed: {
    code: 'unclosed-bracket',
    damage: (line) => line.slice(0, -1),
  },
} as const satisfies Record<string, Mistake>

export type MistakeName = keyof typeof MISTAKES

export const MISTAKE_NAMES = Object.keys(MISTAKES) as MistakeName[]
