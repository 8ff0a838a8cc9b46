// Paths into a JSON value: how they are read, shown, and told apart from the values they lead to.

/**
 * Keys and 0-based indexes from the root of a JSON value. An index of -1 is the last element, -2 the
 * one before it; such paths are for reading and are never the place of a diagnostic.
 */
export type JsonPath = readonly (string | number)[]

const PLAIN_KEY = /^[A-Za-z_$][\w$-]*$/

/** For people: `body.messages[3].role`, `body["a key"]`; empty for the root. */
export function formatPath(path: JsonPath): string {
  let text = ''
  for (const step of path) text += stepText(step, text === '')
  return text
}

/**
 * The path without its indexes: `body.messages[].role`. Lines with the same fault at different
 * places have the same pattern.
 */
export function patternOf(path: JsonPath): string {
  let text = ''
  for (const step of path) text += stepPattern(step, text === '')
  return text
}

/** What a step adds to a pattern. `isFirst`: the pattern is empty so far. */
export function stepPattern(step: string | number, isFirst: boolean): string {
  return typeof step === 'number' ? '[]' : stepText(step, isFirst)
}

function stepText(step: string | number, isFirst: boolean): string {
  if (typeof step === 'number') return `[${step}]`
  // Whoever reads a typed path takes a `$` at its beginning for the root.
  const isRoot = isFirst && step === '$'
  if (isRoot || !PLAIN_KEY.test(step)) return `[${JSON.stringify(step)}]`
  return isFirst ? step : `.${step}`
}

/** The value at a path; undefined when a step leads nowhere. Inherited properties do not count. */
export function valueAt(value: unknown, path: JsonPath): unknown {
  let current = value
  for (const step of path) {
    if (typeof current !== 'object' || current === null) return undefined
    if (Array.isArray(current)) {
      if (typeof step !== 'number') return undefined
      current = current[step < 0 ? current.length + step : step]
    } else {
      if (typeof step !== 'string' || !Object.hasOwn(current, step)) return undefined
      current = (current as Record<string, unknown>)[step]
    }
  }
  return current
}

/** A JSON object, as against arrays, null and scalars. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
