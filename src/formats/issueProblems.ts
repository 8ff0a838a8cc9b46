// Turns zod's raw issues into problems.
import type { z } from 'zod'
import { msg, verbatim } from '../i18n/message.ts'
import { stepPattern } from '../json/jsonPath.ts'
import {
  anyChildPlace,
  childPlace,
  type Measured,
  type ProblemPlace,
  type Problem,
} from './problem.ts'

type RawIssue = z.core.$ZodRawIssue

/**
 * `place` is that of the value that zod was run on. `isOpaque`: its schema is not looked into, so keys
 * on the way may be the line's own, which no code holds.
 */
export function addIssues(
  issues: readonly RawIssue[],
  place: ProblemPlace,
  problems: Problem[],
  isOpaque = false,
): void {
  for (const issue of issues) addIssue(issue, innerPlace(place, issue, isOpaque), problems)
}

function innerPlace(place: ProblemPlace, issue: RawIssue, isOpaque: boolean): ProblemPlace {
  const steps = (issue.path ?? []) as (string | number)[]
  return steps.reduce(
    (at, step) =>
      isOpaque && typeof step === 'string' ? anyChildPlace(at, step) : childPlace(at, step),
    place,
  )
}

/** zod bounds integers by what a double keeps, beside the limits of the schema: of several on one side one is told. */
export function tightest(issues: readonly RawIssue[]): readonly RawIssue[] {
  const isBound = ({ code }: RawIssue): boolean => code === 'too_big' || code === 'too_small'
  if (issues.length < 2 || !issues.every(isBound)) return issues
  return issues
    .toSorted((a, b) => (a.code === 'too_big' ? boundOf(a) - boundOf(b) : boundOf(b) - boundOf(a)))
    .slice(0, 1)
}

function boundOf(issue: RawIssue): number {
  if (issue.code === 'too_big') return Number(issue.maximum)
  return issue.code === 'too_small' ? Number(issue.minimum) : 0
}

/** `place` is that of the object, `known` what it may have. */
export function unknownKey(place: ProblemPlace, key: string, known: readonly string[]): Problem {
  const pattern = place.pattern + stepPattern(key, place.pattern === '')
  return { kind: 'unknown-key', path: [...place.path, key], pattern, key, known }
}

function addIssue(issue: RawIssue, place: ProblemPlace, problems: Problem[]): void {
  const value: unknown = issue.input
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined) problems.push({ kind: 'missing', ...place })
      else if (isInfinite(value) && issue.expected === 'number') {
        addInfinite(place, value, problems)
      } else problems.push({ kind: 'type', ...place, expected: [typeName(issue.expected)], value })
      return
    case 'invalid_value':
      addValue(place, issue.values, value, problems)
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
    case 'invalid_union': {
      const { discriminator, options } = issue as { discriminator?: string; options?: unknown[] }
      if (discriminator === undefined) addInvalid(place, issue, problems)
      else {
        // Its path ends with the discriminator, and its input is the object that holds it.
        const holder = value as Readonly<Record<string, unknown>>
        addValue(place, options ?? [], holder[discriminator], problems)
      }
      return
    }
    case 'unrecognized_keys':
      for (const key of issue.keys) problems.push(unknownKey(place, key, []))
      return
    case 'invalid_key':
      problems.push({ kind: 'key', ...place, key: String(place.path.at(-1)) })
      return
    case 'custom':
    case 'invalid_element':
    case 'invalid_format':
    case 'not_multiple_of':
      addInvalid(place, issue, problems)
  }
}

function addInvalid(place: ProblemPlace, { message }: RawIssue, problems: Problem[]): void {
  const words = message === undefined ? msg('Not accepted here.') : verbatim(message)
  problems.push({ kind: 'invalid', ...place, message: words })
}

function isInfinite(value: unknown): value is number {
  return value === Infinity || value === -Infinity
}

/** JSON.parse makes an infinity of numbers like 1e999, and zod takes none for a number. */
function addInfinite(place: ProblemPlace, value: number, problems: Problem[]): void {
  const kind = value > 0 ? 'too-big' : 'too-small'
  const bound = value > 0 ? Number.MAX_VALUE : -Number.MAX_VALUE
  problems.push({ kind, ...place, measured: 'number', bound, isInclusive: true, value })
}

/** Missing, a wrong value of the right type, or of the wrong type altogether. */
function addValue(
  place: ProblemPlace,
  values: readonly unknown[],
  value: unknown,
  problems: Problem[],
): void {
  // A discriminator that may be left out is no value to write.
  const allowed = values.filter((one) => one !== undefined)
  if (value === undefined) {
    problems.push({ kind: 'missing', ...place })
  } else if (
    allowed.some((one) => typeof one === typeof value && (one === null) === (value === null))
  ) {
    problems.push({ kind: 'value', ...place, allowed, value })
  } else {
    const expected = [...new Set(allowed.map((one) => (one === null ? 'null' : typeof one)))]
    problems.push({ kind: 'type', ...place, expected, value, allowed })
  }
}

function typeName(expected: string): string {
  if (expected === 'int') return 'integer'
  return expected === 'record' ? 'object' : expected
}

function measuredOf(value: unknown): Measured {
  if (typeof value === 'string') return 'string'
  return Array.isArray(value) ? 'array' : 'number'
}
