// The one JSON object or array that stands in a line of prose.
import type { TextOffset } from '../base/units.ts'
import { skipValue } from '../json/walkText.ts'
import { isValidJson } from './repairSyntax.ts'

/** Openings tried before it is given up. */
const ATTEMPTS = 8

/**
 * Undefined when there is none, when there are several, or when the text around it looks like a part
 * of the same data.
 */
export function valueInText(text: string): string | undefined {
  let attempts = 0
  for (let from = nextOpening(text, 0); from >= 0; from = nextOpening(text, from + 1)) {
    if (++attempts > ATTEMPTS) return undefined
    const to = skipValue(text, from)
    const value = text.slice(from, to)
    if (!isValidJson(value) || isTag(text, from, value)) {
      // Braces before the value would be the beginning of what it is a part of.
      if (text[from] === '{') return undefined
      continue
    }
    const isAlone = isProse(text.slice(0, from)) && !/[{}[\]]/.test(text.slice(to))
    return isAlone ? value : undefined
  }
  return undefined
}

/** `[12]` or `["x"]` before an object is a tag of a log. */
function isTag(text: string, from: TextOffset, value: string): boolean {
  return text[from] === '[' && text.includes('{', from + value.length)
}

function nextOpening(text: string, from: TextOffset): TextOffset {
  for (let at = from; at < text.length; at++) {
    const c = text[at]
    if (c === '{' || c === '[') return at
  }
  return -1
}

/** Whether a text holds no braces, and no more brackets open than closed. */
function isProse(text: string): boolean {
  if (/[{}]/.test(text)) return false
  let depth = 0
  for (const c of text) {
    if (c === '[') depth++
    else if (c === ']' && --depth < 0) return false
  }
  return depth === 0
}
