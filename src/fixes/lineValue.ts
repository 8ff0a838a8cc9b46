// The value of a line as fixes look at it.
import { isObject } from '../json/jsonPath.ts'
import type { FixProposal } from './defineFix.ts'

export type JsonObject = Readonly<Record<string, unknown>>

/** The value of a line that is a JSON object; a byte order mark before it does not count. */
export function parseObject(text: string): JsonObject | undefined {
  const value = parseJson(text.startsWith('\ufeff') ? text.slice(1) : text)
  return isObject(value) ? value : undefined
}

/** Undefined for what is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** A text, where there is one, as a proposal. */
export function replaceBy(text: string | undefined): FixProposal | undefined {
  return text === undefined ? undefined : { kind: 'replace', text }
}
