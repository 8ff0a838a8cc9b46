// Valid lines are damaged in the way that a fix repairs; the fix gives back a line of the same value
// in which nothing but the damaged places differs.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { childrenAt, isContainerAt, isObjectAt, skipSpace, skipValue } from '../json/walkText.ts'
import { proposeFix, textsAfter } from './proposeFixes.ts'
import { getFix } from './registry.ts'
import { diagnosticOf, lineOf } from './testing/lineOf.ts'
import { applySplices } from './textSplice.ts'
import type { TextSplice } from './textSplice.ts'
import { runs } from '../tooling/runs.ts'

/** Words that mislead a reader that does not know strings, and letters of all sizes. */
const word = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    "it's",
    'say "hi"',
    ', ]}',
    '//x',
    '#',
    'None',
    'a: b',
    '中文，',
    '😀',
    '\\',
    '1.0',
  ),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const key = fc.oneof(fc.constantFrom('a', 'b_1', '$c', '名', 'custom_id'), word)

const value = fc.letrec<{ any: unknown; array: unknown[]; object: Record<string, unknown> }>(
  (tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      fc.oneof(word, fc.integer(), fc.constantFrom(0.5, -7, 1e30, true, false, null)),
      tie('array'),
      tie('object'),
    ),
    array: fc.array(tie('any'), { maxLength: 4 }),
    object: fc.dictionary(key, tie('any'), { maxKeys: 4 }),
  }),
)

/** A JSON object as Python or JavaScript would write it, with something in it. */
const line = fc
  .tuple(fc.dictionary(key, value.any, { minKeys: 1, maxKeys: 4 }), fc.boolean())
  .map(([object, isSpaced]) => {
    const text = JSON.stringify(object)
    return isSpaced ? JSON.stringify(object, undefined, 1).replaceAll(/\n */g, ' ') : text
  })

/** What stands in a line: each token once, strings with the place that they have. */
interface Token {
  readonly kind: 'key' | 'string' | 'scalar' | 'open' | 'close' | 'comma' | 'colon'
  readonly from: number
  readonly to: number
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  visit(skipSpace(text, 0))
  return tokens.sort((a, b) => a.from - b.from)

  function visit(at: number): void {
    const to = skipValue(text, at)
    if (!isContainerAt(text, at)) {
      tokens.push({ kind: text[at] === '"' ? 'string' : 'scalar', from: at, to })
      return
    }
    tokens.push({ kind: 'open', from: at, to: at + 1 }, { kind: 'close', from: to - 1, to })
    let previous = -1
    for (const child of childrenAt(text, at)) {
      const from = isObjectAt(text, at) ? child.keyFrom : child.valueFrom
      if (previous >= 0) {
        const comma = text.indexOf(',', previous)
        tokens.push({ kind: 'comma', from: comma, to: comma + 1 })
      }
      if (isObjectAt(text, at)) {
        const colon = text.indexOf(':', child.keyTo)
        tokens.push({ kind: 'key', from, to: child.keyTo })
        tokens.push({ kind: 'colon', from: colon, to: colon + 1 })
      }
      visit(child.valueFrom)
      previous = child.valueTo
    }
  }
}

interface Damage {
  readonly fixId: string
  readonly code: string
  /** The damage to one token; undefined where it cannot be done. */
  readonly damage: (
    text: string,
    token: Token,
    index: number,
    tokens: readonly Token[],
  ) => TextSplice | undefined
  /** Whether the repaired line is the line before, byte for byte. */
  readonly isExact: boolean
}

const at = (token: Token, insert: string): TextSplice => ({
  from: token.from,
  to: token.to,
  insert,
})
const before = (token: Token, insert: string): TextSplice => ({
  from: token.from,
  to: token.from,
  insert,
})
const isText = ({ kind }: Token) => kind === 'string' || kind === 'key'

const DAMAGES: readonly Damage[] = [
  {
    fixId: 'removeTrailingComma',
    code: 'trailing-comma',
    isExact: true,
    damage: (_, token, index, tokens) =>
      token.kind === 'close' && tokens[index - 1]?.kind !== 'open' ? before(token, ',') : undefined,
  },
  {
    fixId: 'insertMissingComma',
    code: 'missing-comma',
    isExact: false,
    damage: (text, token, index, tokens) =>
      // Between two numbers or words a space is needed to keep them apart.
      token.kind === 'comma' ? at(token, isGlued(text, tokens, index) ? ' ' : '') : undefined,
  },
  {
    fixId: 'insertMissingColon',
    code: 'missing-colon',
    isExact: true,
    damage: (text, token) =>
      token.kind === 'colon' && !/[\w-]/.test(text[skipSpace(text, token.to)] ?? '')
        ? at(token, '')
        : undefined,
  },
  {
    fixId: 'quoteKey',
    code: 'unquoted-key',
    isExact: true,
    damage(text, token) {
      const name = text.slice(token.from + 1, token.to - 1)
      return token.kind === 'key' && /^[a-z$名][\w名]*$/i.test(name) ? at(token, name) : undefined
    },
  },
  {
    fixId: 'useDoubleQuotes',
    code: 'single-quotes',
    isExact: false,
    damage(text, token) {
      if (!isText(token)) return undefined
      const content = text.slice(token.from + 1, token.to - 1)
      return at(token, `'${content.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`)
    },
  },
  {
    fixId: 'useDoubleQuotes',
    code: 'smart-quotes',
    isExact: true,
    damage(text, token) {
      const content = text.slice(token.from + 1, token.to - 1)
      return isText(token) && !/[“”"]/.test(content) ? at(token, `“${content}”`) : undefined
    },
  },
  {
    fixId: 'pythonLiterals',
    code: 'python-literal',
    isExact: true,
    damage(text, token) {
      const words: Record<string, string> = { null: 'None', true: 'True', false: 'False' }
      const python = words[text.slice(token.from, token.to)]
      return python ? at(token, python) : undefined
    },
  },
  {
    fixId: 'javascriptLiterals',
    code: 'javascript-literal',
    isExact: true,
    damage: (text, token, index) =>
      text.slice(token.from, token.to) === 'null'
        ? at(token, ['NaN', 'undefined', '-Infinity'][index % 3] as string)
        : undefined,
  },
  {
    fixId: 'removeComment',
    code: 'comment',
    isExact: true,
    damage: (_, token) => (token.from > 0 ? before(token, '/* "x": [1, */') : undefined),
  },
  {
    fixId: 'normaliseNumber',
    code: 'bad-number',
    isExact: true,
    damage: (text, token) =>
      /^[0-9]/.test(text.slice(token.from, token.to)) && token.kind === 'scalar'
        ? before(token, '+00')
        : undefined,
  },
  {
    fixId: 'escapeControlCharacters',
    code: 'control-character',
    isExact: true,
    damage: (_, token) =>
      // The damage is where the content begins; what it becomes is compared by value.
      isText(token) ? { from: token.from + 1, to: token.from + 1, insert: '\t\u0001' } : undefined,
  },
  {
    fixId: 'removeByteOrderMark',
    code: 'bom',
    isExact: true,
    damage: (_, token) => before(token, '\ufeff'),
  },
  {
    fixId: 'removeNul',
    code: 'nul-byte',
    isExact: true,
    damage: (_, token) => before(token, '\0\0'),
  },
  {
    fixId: 'usePlainPunctuation',
    code: 'unexpected-character',
    isExact: true,
    damage: (_, token) =>
      token.kind === 'comma'
        ? at(token, '，')
        : token.kind === 'colon'
          ? at(token, '：')
          : undefined,
  },
]

/** Whether what stands around a comma would be one token without it, or a quote inside a text. */
function isGlued(text: string, tokens: readonly Token[], index: number): boolean {
  const previous = tokens[index - 1]
  const next = tokens[index + 1]
  if (previous?.kind !== 'scalar' && previous?.kind !== 'string') return false
  return next?.from === previous.to + 1 && !/["{[]/.test(text[next.from] ?? '')
}

describe('a damaged line', () => {
  it.each(DAMAGES)('is repaired by $fixId ($code)', ({ fixId, code, damage, isExact }) => {
    const fix = getFix(fixId)
    if (!fix) throw new Error(`no fix ${fixId}`)
    let repairs = 0
    fc.assert(
      fc.property(
        line,
        fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
        (text, chosen) => {
          const splices = tokensOf(text)
            .map((token, index, tokens) =>
              chosen[index % 60] ? damage(text, token, index, tokens) : undefined,
            )
            .filter((splice) => splice !== undefined)
          if (splices.length === 0) return
          const damaged = applySplices(text, splices)
          const proposal = proposeFix(fix, lineOf(damaged), diagnosticOf(code))
          const [repaired] = proposal ? textsAfter(proposal) : []
          const expected =
            fixId === 'escapeControlCharacters'
              ? damaged.replaceAll('\t', '\\t').replaceAll('\u0001', '\\u0001')
              : text
          if (isExact) expect([damaged, repaired]).toEqual([damaged, expected])
          else
            expect([damaged, repaired && JSON.parse(repaired)]).toEqual([damaged, JSON.parse(text)])
          repairs++
        },
      ),
      runs(300),
    )
    expect(repairs).toBeGreaterThan(2)
  })
})
