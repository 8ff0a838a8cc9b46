// Runs the zod schema of a line and turns zod's issues into problems. Where a union fits nowhere,
// the option that was most likely meant speaks, so that nobody reads "invalid input".
//
// zod is run through its core (`_zod.run`): the issues of `safeParse` have lost the schema that
// they came from and carry messages that nobody reads.
import type { z } from 'zod'
import type { JsonPath } from '../diagnostics/diagnostic.ts'
import { patternOf } from '../json/jsonPath.ts'
import type { Measured, Problem } from './problem.ts'
import { definitionOf, expectedTypes } from './schemaParts.ts'

type Schema = z.core.$ZodType
type RawIssue = z.core.$ZodRawIssue

const CONTEXT = { async: false } as const
const NO_PROBLEMS: readonly Problem[] = []

/** Longest part of an unknown key that goes into a code. */
const KEY_IN_CODE = 40

export interface SchemaChecker {
  /** Empty when the schema accepts the value. `value` comes from JSON.parse. */
  readonly problemsOf: (schema: Schema, value: unknown) => readonly Problem[]
}

/** `recordPatterns`: patterns of the objects whose keys are free, so that codes do not hold them. */
export function createSchemaChecker(recordPatterns: ReadonlySet<string>): SchemaChecker {
  return {
    problemsOf(schema, value) {
      const issues = run(schema, value)
      if (issues.length === 0) return NO_PROBLEMS
      const problems: Problem[] = []
      for (const issue of issues) addIssue(issue, [], problems)
      return problems
    },
  }

  function addIssue(issue: RawIssue, prefix: JsonPath, problems: Problem[]): void {
    const path = [...prefix, ...((issue.path ?? []) as (string | number)[])]
    const place = { path, pattern: codePattern(path) }
    const value: unknown = issue.input
    switch (issue.code) {
      case 'invalid_type':
        if (value === undefined) problems.push({ kind: 'missing', ...place })
        else problems.push({ kind: 'type', ...place, expected: [typeName(issue.expected)], value })
        return
      case 'invalid_value':
        if (value === undefined) problems.push({ kind: 'missing', ...place })
        else addValue(place, issue.values, value, problems)
        return
      case 'too_small':
      case 'too_big': {
        const isSmall = issue.code === 'too_small'
        problems.push({
          kind: isSmall ? 'too-small' : 'too-big',
          ...place,
          measured: measuredOf(value),
          bound: Number(isSmall ? issue.minimum : issue.maximum),
          isInclusive: issue.inclusive !== false,
          value,
        })
        return
      }
      case 'unrecognized_keys':
        for (const key of issue.keys) {
          const pattern = codePattern([...path, key.slice(0, KEY_IN_CODE)])
          problems.push({ kind: 'unknown-key', path: [...path, key], pattern, key })
        }
        return
      case 'invalid_key':
        problems.push({ kind: 'key', ...place, key: String(path.at(-1)) })
        return
      case 'invalid_union':
        addUnion(issue, path, problems)
        return
      case 'custom':
      case 'invalid_element':
      case 'invalid_format':
      case 'not_multiple_of':
        problems.push({ kind: 'invalid', ...place, message: issue.message ?? 'Not accepted here.' })
    }
  }

  function addUnion(
    issue: RawIssue & { code: 'invalid_union' },
    path: JsonPath,
    problems: Problem[],
  ): void {
    const place = { path, pattern: codePattern(path) }
    const { discriminator, options } = issue as { discriminator?: string; options?: unknown[] }
    if (discriminator !== undefined) {
      // zod's path already ends with the discriminator; the input is the object that holds it.
      const value = (issue.input as Record<string, unknown>)[discriminator]
      if (value === undefined) problems.push({ kind: 'missing', ...place })
      else addValue(place, options ?? [], value, problems)
      return
    }
    if (issue.input === undefined) {
      problems.push({ kind: 'missing', ...place })
      return
    }
    const schema = issue.inst as Schema
    const meant = meantOption(schema, issue.input)
    if (meant === undefined) {
      problems.push({ kind: 'type', ...place, expected: expectedTypes(schema), value: issue.input })
    } else {
      for (const inner of meant) addIssue(inner, path, problems)
    }
  }

  function codePattern(path: JsonPath): string {
    for (let length = 1; length < path.length; length++) {
      const prefix = patternOf(path.slice(0, length))
      if (recordPatterns.has(prefix)) {
        const rest = path.slice(length + 1)
        return `${prefix}.*${rest.length > 0 ? `.${codePattern(rest)}` : ''}`
      }
    }
    return patternOf(path)
  }
}

function run(schema: Schema, value: unknown): readonly RawIssue[] {
  const payload = schema._zod.run({ value, issues: [] }, CONTEXT)
  if (payload instanceof Promise) throw new Error('Bug: a schema of a format is asynchronous')
  return payload.issues
}

/** A wrong value of the right type, or of the wrong type altogether. */
function addValue(
  place: { readonly path: JsonPath; readonly pattern: string },
  allowed: readonly unknown[],
  value: unknown,
  problems: Problem[],
): void {
  const isTypeAllowed = allowed.some((one) => typeof one === typeof value)
  if (isTypeAllowed) problems.push({ kind: 'value', ...place, allowed, value })
  else {
    const expected = [...new Set(allowed.map((one) => (one === null ? 'null' : typeof one)))]
    problems.push({ kind: 'type', ...place, expected, value })
  }
}

/**
 * The issues of the option of a union that the value was most likely meant for: of those that take
 * its JSON type, the one that it breaks least. Undefined when no option takes its type.
 */
function meantOption(union: Schema, value: unknown): readonly RawIssue[] | undefined {
  let best: readonly RawIssue[] | undefined
  let bestScore = Number.POSITIVE_INFINITY
  for (const option of definitionOf(union).options ?? []) {
    const issues = run(option, value)
    if (issues.some((issue) => isOtherType(issue, value))) continue
    let score = 0
    for (const issue of issues) score += issue.code === 'unrecognized_keys' ? 0.01 : 1
    if (score < bestScore) {
      best = issues
      bestScore = score
    }
  }
  return best
}

/** Whether an issue says that the value itself, not a part of it, is of a type not taken. */
function isOtherType(issue: RawIssue, value: unknown): boolean {
  if ((issue.path ?? []).length > 0) return false
  if (issue.code === 'invalid_type') return issue.expected !== 'int' || typeof value !== 'number'
  if (issue.code === 'invalid_value')
    return !issue.values.some((one) => typeof one === typeof value)
  return (
    issue.code === 'invalid_union' && meantOption(issue.inst as Schema, issue.input) === undefined
  )
}

function typeName(expected: string): string {
  if (expected === 'int') return 'integer'
  return expected === 'record' ? 'object' : expected
}

function measuredOf(value: unknown): Measured {
  if (typeof value === 'string') return 'string'
  return Array.isArray(value) ? 'array' : 'number'
}
