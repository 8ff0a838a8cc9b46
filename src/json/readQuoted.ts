// Text in quotes as people type it: in double quotes as JSON has it, in single ones, or in those that word
// processors and phones make of them.
import type { TextOffset } from '../base/units.ts'

/** By an opening quotation mark, those that close it. */
const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '“': '”“',
  '”': '”“',
  '„': '”“',
  '‘': '’‘',
  '’': '’‘',
  '「': '」',
}

const SHORT: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}

/** `unclosed`: from the opening mark on; `escape`: the escape that there is not. Half-open range. */
export interface QuoteFault {
  readonly kind: 'unclosed' | 'escape'
  readonly from: TextOffset
  readonly to: TextOffset
}

export type QuotedText =
  | { readonly value: string; readonly to: TextOffset; readonly fault?: undefined }
  | { readonly fault: QuoteFault }

export function isOpeningQuote(char: string | undefined): boolean {
  return char !== undefined && Object.hasOwn(CLOSING, char)
}

/**
 * What stands in the quotes that open at `at`. Escapes are those of JSON, and a quotation mark of any kind
 * can be escaped; control characters may stand as they are.
 */
export function readQuoted(text: string, at: TextOffset): QuotedText {
  const closing = CLOSING[text[at] as string] as string
  let value = ''
  let i = at + 1
  while (i < text.length) {
    const char = text[i] as string
    if (closing.includes(char)) return { value, to: i + 1 }
    if (char !== '\\') {
      value += char
      i++
      continue
    }
    const escaped = text[i + 1]
    if (escaped === undefined) break
    if (escaped === 'u') {
      const digits = /^[\dA-Fa-f]{4}/.exec(text.slice(i + 2, i + 6))?.[0]
      if (!digits) return { fault: { kind: 'escape', from: i, to: Math.min(i + 6, text.length) } }
      value += String.fromCharCode(parseInt(digits, 16))
      i += 6
      continue
    }
    const isItself = '\\/"\'“”„‘’「」'.includes(escaped)
    const meant = isItself ? escaped : SHORT[escaped]
    if (meant === undefined) return { fault: { kind: 'escape', from: i, to: i + 2 } }
    value += meant
    i += 2
  }
  return { fault: { kind: 'unclosed', from: at, to: text.length } }
}
