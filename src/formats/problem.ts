// What is wrong at one place of one line, before it has words.
import type { JsonPath } from '../diagnostics/diagnostic.ts'
import type { Message } from '../i18n/message.ts'
import { stepPattern } from '../json/jsonPath.ts'
import type { LineRule, PresenceRule } from './defineFormat.ts'

/** `path` leads to the value, or to where it is missing; `pattern` is its form in codes. */
export interface ProblemPlace {
  readonly path: JsonPath
  readonly pattern: string
}

export function childPlace(place: ProblemPlace, step: string | number): ProblemPlace {
  return {
    path: [...place.path, step],
    pattern: place.pattern + stepPattern(step, place.pattern === ''),
  }
}

/** Under a key that is the line's own and not the schema's. */
export function anyChildPlace(place: ProblemPlace, key: string): ProblemPlace {
  return { path: [...place.path, key], pattern: `${place.pattern}.*` }
}

/** What a bound counts. */
export type Measured = 'string' | 'number' | 'array'

export type Problem =
  | (ProblemPlace & { readonly kind: 'missing' })
  /** `expected`: names of JSON types, 'integer' among them. `allowed`: where only these values are. */
  | (ProblemPlace & {
      readonly kind: 'type'
      readonly expected: readonly string[]
      readonly value: unknown
      readonly allowed?: readonly unknown[]
    })
  | (ProblemPlace & {
      readonly kind: 'value'
      readonly allowed: readonly unknown[]
      readonly value: unknown
    })
  /** Of a growing list: it may be newer than `asOf`. */
  | (ProblemPlace & {
      readonly kind: 'unknown-value'
      readonly allowed: readonly unknown[]
      readonly value: string
      readonly asOf: string
    })
  | (ProblemPlace & {
      readonly kind: 'too-small' | 'too-big'
      readonly measured: Measured
      readonly bound: number
      readonly isInclusive: boolean
      readonly value: unknown
    })
  /** `known`: the keys that the object may have, as far as its schema tells. */
  | (ProblemPlace & {
      readonly kind: 'unknown-key'
      readonly key: string
      readonly known: readonly string[]
    })
  /** A key that the schema of a record refuses. */
  | (ProblemPlace & { readonly kind: 'key'; readonly key: string })
  /** zod found something that has no words here; a format should not come to this. */
  | (ProblemPlace & { readonly kind: 'invalid'; readonly message: Message })
  | RuleProblem

/** What a rule beside the schema says. */
export type RuleProblem =
  | (ProblemPlace & {
      readonly kind: 'rule'
      readonly rule: LineRule
      readonly message: Message
      /** Placeholders that quote a number of the line, with its place. */
      readonly quotes?: readonly (readonly [string, JsonPath])[]
    })
  | (ProblemPlace & { readonly kind: 'presence'; readonly rule: PresenceRule })

/**
 * The code of a problem: equal for the same fault at the same kind of place. Nothing in it comes from
 * a line: a key that no schema knows is a value of the problem, as its place is.
 */
export function codeOf(problem: Problem): string {
  return problem.kind === 'unknown-key' ? problem.kind : placedCodeOf(problem)
}

/** What `replaces` of a rule means: the code, and of an unknown key also where it is. */
export function placedCodeOf(problem: Problem): string {
  if (problem.kind === 'rule' || problem.kind === 'presence') return problem.rule.code
  if (problem.kind === 'type' && problem.pattern === '') {
    return problem.expected[0] === 'object' ? 'not-an-object' : 'type:'
  }
  return `${problem.kind}:${problem.pattern}`
}
