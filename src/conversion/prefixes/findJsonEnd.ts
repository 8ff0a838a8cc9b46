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

/** From the first `{` or `[` on from which everything is one value; undefined where there is none. */
export function findJsonEnd(line: string): PrefixedJson | undefined {
  const text = line.trimEnd()
  const close = text.at(-1)
  const open = close === '}' ? '{' : close === ']' ? '[' : undefined
  if (open === undefined) return undefined
  let at = text.indexOf(open)
  for (let tries = 0; at >= 0 && tries < TRIES; tries++) {
    const json = text.slice(at)
    const value = parsed(json)
    if (value) return { prefix: text.slice(0, at), json, value }
    at = text.indexOf(open, at + 1)
  }
  return undefined
}

function parsed(text: string): object | undefined {
  try {
    return JSON.parse(text) as object
  } catch {
    return undefined
  }
}
