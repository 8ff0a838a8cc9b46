// Checks values against a zod schema, for every line of a large file. zod is the judge, but not run
// on whole lines: it copies all it reads and visits every optional key, which is too slow without
// code generation. Objects, arrays and unions are walked here as their schemas say, and zod is asked
// about the parts that a look does not settle. Law, held by a test: the walk accepts exactly what
// zod accepts.
//
// Where a union fits nowhere, the option that was most likely meant speaks, so that nobody reads
// "invalid input".
import type { z } from 'zod'
import type { JsonPath } from '../diagnostics/diagnostic.ts'
import { isObject, patternOf, stepPattern } from '../json/jsonPath.ts'
import { addIssues } from './issueProblems.ts'
import type { Place, Problem } from './problem.ts'
import { acceptsLeaf, definitionOf, expectedTypes } from './schemaParts.ts'
import type { SchemaDefinition } from './schemaParts.ts'

type Schema = z.core.$ZodType

/** Longest part of an unknown key that goes into a code. */
const KEY_IN_CODE = 40

export interface SchemaChecker {
  readonly schema: Schema
  /** Whether zod would accept the value, which comes from JSON.parse. */
  accepts(value: unknown): boolean
  /** Adds what is wrong with a value that is not accepted. */
  report(value: unknown, place: Place, problems: Problem[]): void
}

const checkersBySchema = new WeakMap<Schema, SchemaChecker>()

export function createSchemaChecker(schema: Schema): SchemaChecker {
  let checker = checkersBySchema.get(schema)
  if (checker === undefined) {
    checker = checkerOf(schema)
    checkersBySchema.set(schema, checker)
  }
  return checker
}

function checkerOf(schema: Schema): SchemaChecker {
  const definition = definitionOf(schema)
  switch (definition.type) {
    case 'object':
      return objectChecker(schema, definition)
    case 'array':
      return arrayChecker(schema, definition)
    case 'record':
      return recordChecker(schema, definition)
    case 'union':
      return definition.discriminator === undefined
        ? unionChecker(schema, definition)
        : tagChecker(schema, definition, definition.discriminator)
    case 'optional':
      return wrappedChecker(schema, definition, undefined)
    case 'nullable':
      return wrappedChecker(schema, definition, null)
    case 'lazy': {
      // Resolved at first use: the schema may be inside itself.
      const inner = (): SchemaChecker => createSchemaChecker((definition.getter as () => Schema)())
      return {
        schema,
        accepts: (value) => inner().accepts(value),
        report: (value, place, problems) => inner().report(value, place, problems),
      }
    }
    default:
      return leafChecker(schema)
  }
}

/** What is left to zod alone. `acceptsLeaf` spares it the values that are plainly right. */
function leafChecker(schema: Schema): SchemaChecker {
  const acceptsQuickly = acceptsLeaf(schema)
  return {
    schema,
    accepts: (value) =>
      acceptsQuickly === undefined ? issuesOf(schema, value).length === 0 : acceptsQuickly(value),
    report: (value, place, problems) => addIssues(issuesOf(schema, value), place, problems),
  }
}

const CONTEXT = { async: false } as const

/** zod's raw issues; those of `safeParse` come with messages that nobody reads. */
function issuesOf(schema: Schema, value: unknown): readonly z.core.$ZodRawIssue[] {
  const payload = schema._zod.run({ value, issues: [] }, CONTEXT)
  if (payload instanceof Promise) throw new Error('Bug: a schema of a format is asynchronous')
  return payload.issues
}

function wrappedChecker(
  schema: Schema,
  { innerType }: SchemaDefinition,
  free: null | undefined,
): SchemaChecker {
  const inner = createSchemaChecker(innerType as Schema)
  return {
    schema,
    accepts: (value) => value === free || inner.accepts(value),
    report: (value, place, problems) => inner.report(value, place, problems),
  }
}

function objectChecker(schema: Schema, definition: SchemaDefinition): SchemaChecker {
  if (definition.checks?.length) return leafChecker(schema)
  const members = new Map(
    Object.entries(definition.shape ?? {}).map(([key, member]) => [
      key,
      createSchemaChecker(member),
    ]),
  )
  const required = [...members].filter(([, member]) => !member.accepts(undefined))
  const isStrict =
    definition.catchall !== undefined && definitionOf(definition.catchall).type === 'never'
  return {
    schema,
    accepts(value) {
      if (!isObject(value)) return false
      let found = 0
      for (const key in value) {
        const member = members.get(key)
        if (member === undefined) {
          if (isStrict) return false
        } else {
          if (!member.accepts(value[key])) return false
          found++
        }
      }
      // Fewer members than required keys is the common lack; otherwise they are looked at one by one.
      return found >= required.length && required.every(([key]) => Object.hasOwn(value, key))
    },
    report(value, place, problems) {
      if (!isObject(value)) {
        addIssues(issuesOf(schema, value), place, problems)
        return
      }
      for (const [key, member] of members) {
        const child = Object.hasOwn(value, key) ? value[key] : undefined
        if (!member.accepts(child)) member.report(child, childPlace(place, key), problems)
      }
      if (!isStrict) return
      for (const key of Object.keys(value)) {
        if (members.has(key)) continue
        const path = [...place.path, key]
        const pattern = place.pattern + stepPattern(key.slice(0, KEY_IN_CODE), place.pattern === '')
        problems.push({ kind: 'unknown-key', path, pattern, key })
      }
    },
  }
}

function arrayChecker(schema: Schema, definition: SchemaDefinition): SchemaChecker {
  const element = createSchemaChecker(definition.element as Schema)
  const bounds = acceptsLeaf(schema)
  if (bounds === undefined) return leafChecker(schema)
  return {
    schema,
    accepts(value) {
      if (!Array.isArray(value) || !bounds(value)) return false
      for (let i = 0; i < value.length; i++) if (!element.accepts(value[i])) return false
      return true
    },
    report(value, place, problems) {
      if (!Array.isArray(value)) {
        addIssues(issuesOf(schema, value), place, problems)
        return
      }
      for (let i = 0; i < value.length; i++) {
        if (!element.accepts(value[i])) element.report(value[i], childPlace(place, i), problems)
      }
      // Too few or too many: zod says it, without another look at the elements.
      if (!bounds(value)) {
        const own = issuesOf(schema, value).filter((issue) => (issue.path ?? []).length === 0)
        addIssues(own, place, problems)
      }
    },
  }
}

function recordChecker(schema: Schema, definition: SchemaDefinition): SchemaChecker {
  if (definition.checks?.length) return leafChecker(schema)
  const key = createSchemaChecker(definition.keyType as Schema)
  const member = createSchemaChecker(definition.valueType as Schema)
  return {
    schema,
    accepts(value) {
      if (!isObject(value)) return false
      for (const name in value) {
        if (!key.accepts(name) || !member.accepts(value[name])) return false
      }
      return true
    },
    report(value, place, problems) {
      if (!isObject(value)) {
        addIssues(issuesOf(schema, value), place, problems)
        return
      }
      for (const [name, child] of Object.entries(value)) {
        // The keys are free: a code that held them would be another for every line.
        const inner = { path: [...place.path, name], pattern: `${place.pattern}.*` }
        if (!key.accepts(name)) problems.push({ kind: 'key', ...inner, key: name })
        if (!member.accepts(child)) member.report(child, inner, problems)
      }
    },
  }
}

/** A union by a discriminator: one look-up, and one option speaks. */
function tagChecker(schema: Schema, definition: SchemaDefinition, tag: string): SchemaChecker {
  const optionsByTag = new Map<unknown, SchemaChecker>()
  for (const option of definition.options ?? []) {
    for (const value of option._zod.propValues?.[tag] ?? []) {
      optionsByTag.set(value, createSchemaChecker(option))
    }
  }
  const optionOf = (value: Readonly<Record<string, unknown>>): SchemaChecker | undefined =>
    optionsByTag.get(Object.hasOwn(value, tag) ? value[tag] : undefined)
  return {
    schema,
    accepts: (value) => isObject(value) && optionOf(value)?.accepts(value) === true,
    report(value, place, problems) {
      const option = isObject(value) ? optionOf(value) : undefined
      if (option !== undefined) option.report(value, place, problems)
      else addIssues(issuesOf(schema, value), place, problems)
    },
  }
}

function unionChecker(schema: Schema, definition: SchemaDefinition): SchemaChecker {
  const options = (definition.options ?? []).map(createSchemaChecker)
  return {
    schema,
    accepts(value) {
      for (const option of options) if (option.accepts(value)) return true
      return false
    },
    report(value, place, problems) {
      if (value === undefined) {
        problems.push({ kind: 'missing', ...place })
        return
      }
      const meant = meantOption(options, value, place)
      if (meant !== undefined) problems.push(...meant)
      else problems.push({ kind: 'type', ...place, expected: expectedTypes(schema), value })
    },
  }
}

/**
 * The problems of the option of a union that the value was most likely meant for: of those that take
 * its JSON type, the one that it breaks least. Undefined when no option takes its type.
 */
function meantOption(
  options: readonly SchemaChecker[],
  value: unknown,
  place: Place,
): readonly Problem[] | undefined {
  let best: readonly Problem[] | undefined
  let bestScore = Number.POSITIVE_INFINITY
  for (const option of options) {
    const problems: Problem[] = []
    option.report(value, place, problems)
    if (problems.some((one) => one.kind === 'type' && one.path.length === place.path.length))
      continue
    let score = 0
    for (const problem of problems) score += problem.kind === 'unknown-key' ? 0.01 : 1
    if (score < bestScore) {
      best = problems
      bestScore = score
    }
  }
  return best
}

function childPlace(place: Place, step: string | number): Place {
  return {
    path: [...place.path, step],
    pattern: place.pattern + stepPattern(step, place.pattern === ''),
  }
}

/** The place of the value itself. */
export const ROOT: Place = { path: [] as JsonPath, pattern: patternOf([]) }
