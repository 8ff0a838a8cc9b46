// What a line of JSON holds, counted in one pass over its text.
import { skipString } from '../json/walkText.ts'
import { isValidJson } from './repairSyntax.ts'

export interface Members {
  /** Keys that stood in their object before. */
  readonly doubled: number
  /** Strings, numbers, literals, empty objects and arrays. */
  readonly leaves: number
  /** Keys, as they are written, that hold the beginning of an object. */
  readonly oddKeys: readonly string[]
}

const OPEN_BRACE = 123
const CLOSE_BRACE = 125
const OPEN_BRACKET = 91
const CLOSE_BRACKET = 93
const QUOTE = 34
const COLON = 58
const COMMA = 44

/** Undefined for what is not JSON; a byte order mark does not count. */
export function readMembers(text: string): Members | undefined {
  // The fixes have read the line: that is known, and JSON.parse would throw, which is slow.
  if (!isValidJson(text)) return undefined
  const json = text.startsWith('\ufeff') ? text.slice(1) : text
  const open: (Set<string> | undefined)[] = []
  const oddKeys: string[] = []
  let doubled = 0
  let leaves = 0
  let isEmpty = false
  let isKey = false
  for (let at = 0; at < json.length; ) {
    const c = json.charCodeAt(at)
    if (c === QUOTE) {
      const to = skipString(json, at)
      isEmpty = false
      if (isKey) {
        const key = json.slice(at, to)
        const keys = open.at(-1)
        if (keys?.has(key)) doubled++
        else keys?.add(key)
        if (/\{\s*\\"/.test(key)) oddKeys.push(key)
      } else leaves++
      isKey = false
      at = to
      continue
    }
    at++
    if (c === OPEN_BRACE || c === OPEN_BRACKET) {
      open.push(c === OPEN_BRACE ? new Set() : undefined)
      isEmpty = true
      isKey = c === OPEN_BRACE
    } else if (c === CLOSE_BRACE || c === CLOSE_BRACKET) {
      if (isEmpty) leaves++
      isEmpty = false
      isKey = false
      open.pop()
    } else if (c === COMMA) isKey = open.at(-1) !== undefined
    else if (c !== COLON && c > 32) {
      leaves++
      isEmpty = false
      while (at < json.length && isScalar(json.charCodeAt(at))) at++
    }
  }
  return { doubled, leaves, oddKeys }
}

/** Digits, letters, signs and dots. */
function isScalar(code: number): boolean {
  return code > 32 && code !== COMMA && code !== CLOSE_BRACE && code !== CLOSE_BRACKET
}
