// The JSON that a line ends in.

export interface PrefixedJson {
  /** What stands before it. */
  readonly prefix: string
  /** As it stands in the line. */
  readonly json: string
  readonly value: object
}

/** Brackets of a line that are tried. */
const TRIES = 256

/**
 * From the first `{` or `[` on from which everything is one value; undefined where there is none, and where
 * it is a part of a value whose end is cut off.
 */
export function findJsonEnd(line: string): PrefixedJson | undefined {
  const text = line.trimEnd()
  const close = text.at(-1)
  const open = close === '}' ? '{' : close === ']' ? '[' : undefined
  if (open === undefined) return undefined
  let at = text.indexOf(open)
  for (let tries = 0; at >= 0 && tries < TRIES; tries++) {
    const json = text.slice(at)
    const value = parsed(json)
    const prefix = text.slice(0, at)
    if (value) return isWithinValue(prefix) ? undefined : { prefix, json, value }
    at = text.indexOf(open, at + 1)
  }
  return undefined
}

/** A bracket that JSON seems to begin with: quotes within it are those of strings. */
const BEGINS_JSON = /[{[]\s*(?:["{[]|(?:-?[\d.]+|true|false|null)\s*,)/y

/** Whether what follows `prefix` is a member or an element of a value that is open there, or in its string. */
function isWithinValue(prefix: string): boolean {
  /** Of each open bracket, whether JSON seems to begin with it. */
  const open: boolean[] = []
  let isInString = false
  for (let at = 0; at < prefix.length; at++) {
    const sign = prefix[at] as string
    if (isInString) {
      if (sign === '\\') at++
      else if (sign === '"') isInString = false
    } else if (sign === '"') {
      isInString = open.includes(true)
    } else if (sign === '{' || sign === '[') {
      BEGINS_JSON.lastIndex = at
      open.push(BEGINS_JSON.test(prefix))
    } else if (sign === '}' || sign === ']') {
      open.pop()
    }
  }
  return isInString || (open.length > 0 && /[:,[]\s*$/.test(prefix))
}

function parsed(text: string): object | undefined {
  try {
    return JSON.parse(text) as object
  } catch {
    return undefined
  }
}
