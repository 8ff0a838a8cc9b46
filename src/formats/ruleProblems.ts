// Applies the line rules and presence rules of a format to the value of a line.
import type { JsonPath } from '../diagnostics/diagnostic.ts'
import { isObject, patternOf, valueAt } from '../json/jsonPath.ts'
import type { LineRule, PresenceRule } from './defineFormat.ts'
import type { Problem } from './problem.ts'

/** What a rule says about a value; undefined when it has nothing to say. */
export function lineRuleProblem(rule: LineRule, value: unknown): Problem | undefined {
  const values: unknown[] = []
  for (const path of rule.reads) values.push(readAt(value, path, 0))
  const answer = rule.check(values)
  if (answer === undefined) return undefined
  const path = plainPath(rule.reads[answer.at] ?? [], value)
  return { kind: 'rule', path, pattern: patternOf(path), rule, message: answer.message }
}

/** Like `valueAt`, with the steps `[]` and `{}` of LineRule.reads. */
function readAt(value: unknown, path: JsonPath, from: number): unknown {
  for (let i = from; i < path.length; i++) {
    const step = path[i] as string | number
    if (step === '[]' || step === '{}') {
      const holder = valueAt(value, path.slice(from, i))
      if (step === '{}') return isObject(holder) ? Object.keys(holder) : undefined
      return Array.isArray(holder) ? holder.map((item) => readAt(item, path, i + 1)) : undefined
    }
  }
  return valueAt(value, from === 0 ? path : path.slice(from))
}

/** The path up to a special step, indexes from the end made plain: a place in this line. */
function plainPath(path: JsonPath, value: unknown): JsonPath {
  const plain: (string | number)[] = []
  for (const step of path) {
    if (step === '[]' || step === '{}') break
    const holder = typeof step === 'number' && step < 0 ? valueAt(value, plain) : undefined
    plain.push(Array.isArray(holder) ? holder.length + (step as number) : step)
  }
  return plain
}

export function presenceProblem(rule: PresenceRule, value: unknown): Problem | undefined {
  const holder = rule.at === undefined ? value : valueAt(value, rule.at)
  if (!isObject(holder)) return undefined
  const key = rule.has.find((one) => Object.hasOwn(holder, one))
  if (key === undefined) return undefined
  if (rule.hasAll?.some((one) => !Object.hasOwn(holder, one))) return undefined
  if (rule.lacks?.some((one) => Object.hasOwn(holder, one))) return undefined
  if (rule.when !== undefined) {
    const text = valueAt(value, rule.when.path)
    if (typeof text !== 'string' || !rule.when.is.includes(text)) return undefined
  }
  const path = [...(rule.at ?? []), key]
  return { kind: 'presence', path, pattern: patternOf(path), rule }
}
