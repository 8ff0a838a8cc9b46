// Requests that are there as a template: every value comes from its own row, which is a request line, too, so
// that nothing changes but what is written in the place of a value.
import { readBody, writeBody } from './bodyForm.ts'

/** Keys that a placeholder can name as a step of a path. */
const NAMEABLE = /^[^.{}\s]+$/

/**
 * `bodyTexts`: JSON of bodies; what is no object is passed over. Undefined when none is. Keys that none of
 * them has are told when the rows are looked at, see RowDifferences.
 */
export function templateOfRequests(bodyTexts: readonly string[]): string | undefined {
  const bodies = bodyTexts.map(readBody).filter((body) => body !== undefined)
  if (bodies.length === 0) return undefined
  const keys = new Set(bodies.flatMap((body) => Object.keys(body)))
  const named = [...keys].filter((key) => NAMEABLE.test(key))
  return writeBody(Object.fromEntries(named.map((key) => [key, `{{{body.${key}}}}`])))
}
