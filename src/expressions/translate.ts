// Expressions are written for JavaScript. Where the engine reads the same signs otherwise, or not at
// all, they are put in its syntax first.

/** What \s is in JavaScript; the engine knows five characters of it. */
const SPACES =
  '\\t\\n\\v\\f\\r \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}'
const NO_SPACES =
  '\\x{0}-\\x{8}\\x{e}-\\x{1f}!-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}'

const ANYTHING = '[\\x{0}-\\x{10ffff}]'
const NOTHING = '[^\\x{0}-\\x{10ffff}]'

/** Long names of properties, which the engine knows by their short ones alone. */
const PROPERTIES: Readonly<Record<string, string>> = {
  Letter: 'L',
  Cased_Letter: 'LC',
  Uppercase_Letter: 'Lu',
  Lowercase_Letter: 'Ll',
  Titlecase_Letter: 'Lt',
  Modifier_Letter: 'Lm',
  Other_Letter: 'Lo',
  Mark: 'M',
  Number: 'N',
  Decimal_Number: 'Nd',
  Letter_Number: 'Nl',
  Other_Number: 'No',
  Punctuation: 'P',
  Symbol: 'S',
  Math_Symbol: 'Sm',
  Currency_Symbol: 'Sc',
  Separator: 'Z',
  Space_Separator: 'Zs',
  Other: 'C',
  Control: 'Cc',
  Format: 'Cf',
  Grek: 'Greek',
  Hani: 'Han',
  Hira: 'Hiragana',
  Kana: 'Katakana',
  Hang: 'Hangul',
  Latn: 'Latin',
  Cyrl: 'Cyrillic',
  Arab: 'Arabic',
  Hebr: 'Hebrew',
}

const PROPERTY = /^\\([pP])\{(?:(?:General_Category|gc|Script|sc|Script_Extensions|scx)=)?(\w+)\}/
const SURROGATES = /^\\u([dD][89abAB][\da-fA-F]{2})\\u([dD][c-fC-F][\da-fA-F]{2})/
/** Names of groups are not used here, and may hold letters that the engine does not take. */
const NAMED_GROUP = /^\(\?<[\p{L}_$][\p{L}\p{N}_$]*>/u
const SET_ESCAPE_NEXT = /^-\\[dDwWsSpP]/

/** The expression in the engine's syntax; what is wrong with it stays, for the engine to say. */
export function translateSource(source: string): string {
  let translated = ''
  let isInSet = false
  for (let at = 0; at < source.length; ) {
    const rest = source.slice(at, at + 64)
    const [read, written] = isInSet ? inSet(rest) : outside(rest)
    if (read === '[' && !isInSet) isInSet = true
    else if (read === ']') isInSet = false
    translated += written
    at += read.length
  }
  return translated
}

/** What begins `rest` and what is written for it. */
type Step = readonly [read: string, written: string]

function outside(rest: string): Step {
  if (rest.startsWith('[^]')) return ['[^]', ANYTHING]
  if (rest.startsWith('[]')) return ['[]', NOTHING]
  const group = NAMED_GROUP.exec(rest)?.[0]
  if (group !== undefined) return [group, '(']
  if (rest.startsWith('\\s')) return ['\\s', `[${SPACES}]`]
  if (rest.startsWith('\\S')) return ['\\S', `[^${SPACES}]`]
  return escaped(rest)
}

function inSet(rest: string): Step {
  if (rest.startsWith('\\s')) return ['\\s', SPACES]
  if (rest.startsWith('\\S')) return ['\\S', NO_SPACES]
  if (rest.startsWith('\\b')) return ['\\b', '\\x{8}']
  // Neither a named class, [[:alpha:]], nor the beginning of a range.
  if (rest.startsWith('[')) return ['[', '\\[']
  if (SET_ESCAPE_NEXT.test(rest)) return ['-', '\\-']
  return escaped(rest)
}

function escaped(rest: string): Step {
  const character = String.fromCodePoint(rest.codePointAt(0) as number)
  if (character !== '\\') return [character, character]
  const surrogates = SURROGATES.exec(rest)
  if (surrogates) {
    const [read, high, low] = surrogates as unknown as [string, string, string]
    return [read, `\\x{${codePoint(high, low).toString(16)}}`]
  }
  const property = PROPERTY.exec(rest)
  if (property) {
    const [read, sign, name] = property as unknown as [string, string, string]
    return [read, `\\${sign}{${PROPERTIES[name] ?? name}}`]
  }
  const next = rest.codePointAt(1)
  if (next === undefined) return ['\\', '\\']
  const sign = String.fromCodePoint(next)
  // Beyond ASCII a backslash means nothing.
  return [`\\${sign}`, next > 0x7f ? sign : `\\${sign}`]
}

function codePoint(high: string, low: string): number {
  return 0x10000 + ((parseInt(high, 16) & 0x3ff) << 10) + (parseInt(low, 16) & 0x3ff)
}
