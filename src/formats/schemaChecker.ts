// Checks values against a zod schema, for every line of a large file. zod is the validator, but not run
// on whole lines: it copies all it reads and visits every optional key, which is too slow without
// code generation. Objects, arrays and unions are walked here as their schemas say, and zod is asked
// about the parts that a look does not settle. Law, held by a test: the walk accepts exactly what
// zod accepts.
//
// Where a union fits nowhere, the option that was most likely meant speaks, so that no one reads
// "invalid input".
import type { z } from 'zod'
import { countCodePoints } from '../base/codePoints.ts'
import type { JsonPath } from '../diagnostics/diagnostic.ts'
import { isObject, patternOf } from '../json/jsonPath.ts'
import { knownAsOf, mayBeNew } from './growingValues.ts'
import { addIssues, tightest, unknownKey } from './issueProblems.ts'
import { anyChildPlace, childPlace, codeOf } from './problem.ts'
import type { ProblemPlace, Problem } from './problem.ts'
import { expectedTypes, partsOf, PASSED_OVER } from './schemaParts.ts'
import type { Lengths, NumberLimit, Schema, SchemaParts } from './schemaParts.ts'

export interface SchemaChecker {
  /** Whether zod would accept the value, which comes from JSON.parse. */
  accepts(value: unknown): boolean
  /** Adds what is wrong with a value that is not accepted. */
  report(value: unknown, place: ProblemPlace, problems: Problem[]): void
}

const checkersBySchema = new WeakMap<Schema, SchemaChecker>()

export function createSchemaChecker(schema: Schema): SchemaChecker {
  const known = checkersBySchema.get(schema)
  if (known !== undefined) return known
  // A schema that is inside itself meets this one, which is complete before it is used.
  let checker: SchemaChecker | undefined
  const made = (): SchemaChecker => checker as SchemaChecker
  checkersBySchema.set(schema, {
    accepts: (value) => made().accepts(value),
    report: (value, place, problems) => made().report(value, place, problems),
  })
  checker = checkerOf(schema)
  checkersBySchema.set(schema, checker)
  return checker
}

function checkerOf(schema: Schema): SchemaChecker {
  const parts = partsOf(schema)
  switch (parts.kind) {
    case 'object':
      return objectChecker(schema, parts)
    case 'array':
      return arrayChecker(schema, parts)
    case 'record':
      return recordChecker(schema, parts)
    case 'tagged':
      return tagChecker(schema, parts)
    case 'union':
      return unionChecker(schema, parts)
    case 'wrapped': {
      const inner = createSchemaChecker(parts.inner)
      if (!parts.takesNull) return inner
      return { ...inner, accepts: (value) => value === null || inner.accepts(value) }
    }
    case 'unknown':
      return {
        accepts: (value) => issuesOf(schema, value).length === 0,
        report: (value, place, problems) =>
          addIssues(issuesOf(schema, value), place, problems, true),
      }
    case 'anything':
      return leafChecker(schema, () => true)
    case 'nothing':
      return leafChecker(schema, () => false)
    case 'null':
      return leafChecker(schema, (value) => value === null)
    case 'boolean':
      return leafChecker(schema, (value) => typeof value === 'boolean')
    case 'values':
      return valuesChecker(schema, parts)
    case 'string':
      return {
        accepts: (value) => typeof value === 'string' && isTextWithin(value, parts.lengths),
        report(value, place, problems) {
          if (typeof value !== 'string') reportType(schema, value, place, problems)
          else addIssues(issuesOf(schema, value), place, problems)
        },
      }
    case 'number':
      return numberChecker(schema, parts)
  }
}

/** What zod has the words for. `accepts` spares it the values that a look settles. */
function leafChecker(schema: Schema, accepts: (value: unknown) => boolean): SchemaChecker {
  return {
    accepts,
    report: (value, place, problems) => addIssues(issuesOf(schema, value), place, problems),
  }
}

function valuesChecker(schema: Schema, { values }: Parts<'values'>): SchemaChecker {
  const asOf = knownAsOf(schema)
  const leaf = leafChecker(schema, (value) => values.has(value))
  if (asOf === undefined) return leaf
  const allowed = [...values]
  return {
    ...leaf,
    report(value, place, problems) {
      if (mayBeNew(value)) problems.push({ kind: 'unknown-value', ...place, allowed, value, asOf })
      else leaf.report(value, place, problems)
    },
  }
}

function numberChecker(schema: Schema, { isInteger, limits }: Parts<'number'>): SchemaChecker {
  return {
    accepts: isInteger
      ? (value) => Number.isSafeInteger(value) && keepsLimits(value as number, limits)
      : (value) => Number.isFinite(value) && keepsLimits(value as number, limits),
    report(value, place, problems) {
      if (value === Infinity || value === -Infinity) {
        problems.push(infiniteNumber(place, value, limits))
      } else if (isInteger && typeof value !== 'number' && value !== undefined) {
        // zod asks for a number first; anyone who fixes it should know that it must be whole.
        problems.push({ kind: 'type', ...place, expected: ['integer'], value })
      } else addIssues(tightest(issuesOf(schema, value)), place, problems)
    },
  }
}

/** JSON.parse makes an infinity of numbers like 1e999: beyond the limit on its side, if there is one. */
function infiniteNumber(
  place: ProblemPlace,
  value: number,
  limits: readonly NumberLimit[],
): Problem {
  const isBig = value > 0
  const beyond = limits
    .filter(({ isUpper }) => isUpper === isBig)
    .toSorted((a, b) => (isBig ? a.bound - b.bound : b.bound - a.bound))[0]
  return {
    kind: isBig ? 'too-big' : 'too-small',
    ...place,
    measured: 'number',
    bound: beyond?.bound ?? value,
    isInclusive: beyond?.isInclusive ?? true,
    value,
  }
}

/** zod measures the length of strings and arrays even where the other was wanted; that is no news. */
function reportType(
  schema: Schema,
  value: unknown,
  place: ProblemPlace,
  problems: Problem[],
): void {
  addIssues(issuesOf(schema, value).slice(0, 1), place, problems)
}

/** Code points are counted only where the code units, one or two each, leave it open. */
function isTextWithin(text: string, { min, max }: Lengths): boolean {
  const units = text.length
  if (units < min || units > 2 * max) return false
  if (units <= max && (min <= 1 || units >= 2 * min)) return true
  const count = countCodePoints(text)
  return count >= min && count <= max
}

function isWithin({ length }: readonly unknown[], { min, max }: Lengths): boolean {
  return length >= min && length <= max
}

function keepsLimits(value: number, limits: readonly NumberLimit[]): boolean {
  for (const { bound, isUpper, isInclusive } of limits) {
    if (isUpper ? value > bound : value < bound) return false
    if (value === bound && !isInclusive) return false
  }
  return true
}

const CONTEXT = { async: false } as const

/** zod's raw issues; those of `safeParse` come with messages that no one reads. */
function issuesOf(schema: Schema, value: unknown): readonly z.core.$ZodRawIssue[] {
  const payload = schema._zod.run({ value, issues: [] }, CONTEXT)
  if (payload instanceof Promise) throw new Error('Bug: a schema of a format is asynchronous')
  return payload.issues
}

/** Whether zod lets an object do without a key that has this schema. */
function acceptsAbsence(schema: Schema): boolean {
  const { optin, optout } = schema._zod
  if (optin === undefined) return false
  return optout === 'optional' || issuesOf(schema, undefined).length === 0
}

type Parts<K extends SchemaParts['kind']> = Extract<SchemaParts, { kind: K }>

function objectChecker(schema: Schema, { members, isStrict }: Parts<'object'>): SchemaChecker {
  const checkers = new Map([...members].map(([key, member]) => [key, createSchemaChecker(member)]))
  const required = new Set(
    [...members.keys()].filter((key) => !acceptsAbsence(members.get(key) as Schema)),
  )
  const requiredKeys = [...required]
  const known = [...checkers.keys()]
  return {
    accepts(value) {
      if (!isObject(value)) return false
      let found = 0
      for (const key in value) {
        const member = checkers.get(key)
        if (member === undefined) {
          if (isStrict) return false
        } else {
          if (!member.accepts(value[key])) return false
          found++
        }
      }
      // Fewer members than required keys is the common lack; otherwise they are looked at one by one.
      return found >= requiredKeys.length && requiredKeys.every((key) => Object.hasOwn(value, key))
    },
    report(value, place, problems) {
      if (!isObject(value)) {
        reportType(schema, value, place, problems)
        return
      }
      for (const [key, member] of checkers) {
        if (Object.hasOwn(value, key)) {
          const child = value[key]
          if (!member.accepts(child)) member.report(child, childPlace(place, key), problems)
        } else if (required.has(key)) problems.push({ kind: 'missing', ...childPlace(place, key) })
      }
      if (!isStrict) return
      for (const key of Object.keys(value)) {
        if (!checkers.has(key)) problems.push(unknownKey(place, key, known))
      }
    },
  }
}

function arrayChecker(schema: Schema, parts: Parts<'array'>): SchemaChecker {
  const { lengths } = parts
  const element = createSchemaChecker(parts.element)
  return {
    accepts(value) {
      if (!Array.isArray(value) || !isWithin(value, lengths)) return false
      for (let i = 0; i < value.length; i++) if (!element.accepts(value[i])) return false
      return true
    },
    report(value, place, problems) {
      if (!Array.isArray(value)) {
        reportType(schema, value, place, problems)
        return
      }
      for (let i = 0; i < value.length; i++) {
        if (!element.accepts(value[i])) element.report(value[i], childPlace(place, i), problems)
      }
      // Too few or too many: zod says it, without another look at the elements.
      if (!isWithin(value, lengths)) {
        const own = issuesOf(schema, value).filter((issue) => (issue.path ?? []).length === 0)
        addIssues(own, place, problems)
      }
    },
  }
}

function recordChecker(schema: Schema, parts: Parts<'record'>): SchemaChecker {
  const key = createSchemaChecker(parts.key)
  const member = createSchemaChecker(parts.value)
  return {
    accepts(value) {
      if (!isObject(value)) return false
      for (const name in value) {
        if (name === PASSED_OVER) continue
        if (!key.accepts(name) || !member.accepts(value[name])) return false
      }
      return true
    },
    report(value, place, problems) {
      if (!isObject(value)) {
        reportType(schema, value, place, problems)
        return
      }
      for (const [name, child] of Object.entries(value)) {
        if (name === PASSED_OVER) continue
        const inner = anyChildPlace(place, name)
        if (!key.accepts(name)) problems.push({ kind: 'key', ...inner, key: name })
        if (!member.accepts(child)) member.report(child, inner, problems)
      }
    },
  }
}

/** A union by a discriminator: one look-up, and one option speaks. */
function tagChecker(schema: Schema, { tag, optionByTag }: Parts<'tagged'>): SchemaChecker {
  const checkersByTag = new Map(
    [...optionByTag].map(([value, option]) => [value, createSchemaChecker(option)]),
  )
  const optionOf = (value: Readonly<Record<string, unknown>>): SchemaChecker | undefined =>
    checkersByTag.get(Object.hasOwn(value, tag) ? value[tag] : undefined)
  const asOf = knownAsOf(schema)
  const allowed = [...optionByTag.keys()].filter((one) => one !== undefined)
  return {
    accepts: (value) => isObject(value) && optionOf(value)?.accepts(value) === true,
    report(value, place, problems) {
      const option = isObject(value) ? optionOf(value) : undefined
      const own: unknown = isObject(value) ? value[tag] : undefined
      if (option !== undefined) option.report(value, place, problems)
      else if (asOf !== undefined && mayBeNew(own)) {
        problems.push({
          kind: 'unknown-value',
          ...childPlace(place, tag),
          allowed,
          value: own,
          asOf,
        })
      } else addIssues(issuesOf(schema, value), place, problems)
    },
  }
}

function unionChecker(schema: Schema, parts: Parts<'union'>): SchemaChecker {
  const options = parts.options.map(createSchemaChecker)
  return {
    accepts(value) {
      for (const option of options) if (option.accepts(value)) return true
      return false
    },
    report(value, place, problems) {
      const meant = meantOption(options, value, place)
      if (meant !== undefined) problems.push(...meant)
      else problems.push({ kind: 'type', ...place, expected: expectedTypes(schema), value })
    },
  }
}

/** What is merely not known says less against an option than anything else. */
const WEIGHT_OF_UNKNOWN = 1
const WEIGHT = 100

/**
 * The problems of the option of a union that the value was most likely meant for: of those that take
 * its JSON type, the one that it breaks in the fewest ways. How often it breaks it in one way decides
 * only between options with the same codes: so the codes of a line do not depend on how many elements
 * of one kind an array has, and lines can be recognised whatever their length. Undefined when no
 * option takes the value's type.
 */
function meantOption(
  options: readonly SchemaChecker[],
  value: unknown,
  place: ProblemPlace,
): readonly Problem[] | undefined {
  let best: readonly Problem[] | undefined
  let bestCodes: ReadonlySet<string> = new Set()
  let bestWeight = Number.POSITIVE_INFINITY
  for (const option of options) {
    const problems: Problem[] = []
    option.report(value, place, problems)
    if (problems.some((one) => one.kind === 'type' && one.path.length === place.path.length))
      continue
    const weightByCode = new Map(
      problems.map((one) => [
        codeOf(one),
        one.kind === 'unknown-key' || one.kind === 'unknown-value' ? WEIGHT_OF_UNKNOWN : WEIGHT,
      ]),
    )
    let weight = 0
    for (const each of weightByCode.values()) weight += each
    const isSame =
      weight === bestWeight && [...weightByCode.keys()].every((code) => bestCodes.has(code))
    if (weight < bestWeight || (isSame && problems.length < (best as readonly Problem[]).length)) {
      best = problems
      bestCodes = new Set(weightByCode.keys())
      bestWeight = weight
    }
  }
  return best
}

/** The place of the value itself. */
export const ROOT: ProblemPlace = { path: [] as JsonPath, pattern: patternOf([]) }
