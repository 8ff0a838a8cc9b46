// JSON text made of the texts of values.
import type { Raw } from './jsonNode.ts'

/** A key with its value; undefined is left out. */
export type Member = readonly [key: string, value: Raw | undefined]

export function object(members: readonly Member[]): Raw {
  const written: string[] = []
  for (const [key, value] of members) {
    if (value !== undefined) written.push(`${JSON.stringify(key)}:${value}`)
  }
  return `{${written.join(',')}}`
}

/** undefined where no member is left, so that an empty object is not written. */
export function objectIfAny(members: readonly Member[]): Raw | undefined {
  return members.some(([, value]) => value !== undefined) ? object(members) : undefined
}

export function array(values: readonly Raw[]): Raw {
  return `[${values.join(',')}]`
}

export function arrayIfAny(values: readonly Raw[]): Raw | undefined {
  return values.length === 0 ? undefined : array(values)
}

/** A text as JSON; halves of surrogate pairs become escapes. */
export const quote: (text: string) => Raw = JSON.stringify

/**
 * The JSON text that a string holds, to stand as a value of its own on one line; undefined where it holds
 * none. Line breaks stand between values only, and a half of a surrogate pair is escaped so that it
 * outlives the encoding.
 */
export function unquoted(text: string): Raw | undefined {
  try {
    JSON.parse(text)
  } catch {
    return undefined
  }
  const line = text.trim().replaceAll(/[\r\n]/g, ' ')
  if (line.isWellFormed()) return line
  return line.replaceAll(
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    (half) => `\\u${half.charCodeAt(0).toString(16)}`,
  )
}
