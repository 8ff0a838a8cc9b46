// JSON inside a text, laid out for reading.
import { formatJson } from '../text/formatJson.ts'

/** Code units of layout. */
const LIMIT = 1_000_000

/**
 * The text with one member a line, its spelling kept; undefined when it is not a JSON object or array,
 * or too long. A bare number or word is read as well without.
 */
export function prettyJson(text: string): string | undefined {
  if (text.length > LIMIT || !/^\s*[{[]/.test(text)) return undefined
  try {
    JSON.parse(text)
  } catch {
    return undefined
  }
  const { text: formatted, isCut } = formatJson(text, 2 * LIMIT)
  return isCut ? undefined : formatted
}
