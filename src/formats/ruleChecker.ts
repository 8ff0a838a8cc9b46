// Applies the line rules and presence rules of a format to the values of lines.
import type { JsonPath } from '../diagnostics/diagnostic.ts'
import { isObject, patternOf, valueAt } from '../json/jsonPath.ts'
import {
  type FormatDefinition,
  type LineRule,
  pathOf,
  type PresenceRule,
  type RuleAnswer,
} from './defineFormat.ts'
import type { RuleProblem } from './problem.ts'
import { createReader } from './reader.ts'
import type { Reader } from './reader.ts'

export interface RuleChecker {
  /** A shared empty array when no rule speaks. */
  problemsOf(value: unknown): readonly RuleProblem[]
}

const NO_PROBLEMS: readonly RuleProblem[] = []

export function createRuleChecker(format: FormatDefinition): RuleChecker {
  const lineRules = format.lineRules ?? []
  const holders = holdersOf(format.presenceRules ?? [])
  // Rules share what they read: each distinct path is read once per line.
  const readers: Reader[] = []
  const indexByPath = new Map<string, number>()
  const indexesByRule = lineRules.map((rule) =>
    rule.reads.map((read) => {
      const path = pathOf(read)
      const key = JSON.stringify(path)
      let index = indexByPath.get(key)
      if (index === undefined) {
        index = readers.push(createReader(path)) - 1
        indexByPath.set(key, index)
      }
      return index
    }),
  )
  // Filled again for every line; a rule may not keep them.
  const read: unknown[] = readers.map(() => undefined)
  const valuesByRule: unknown[][] = indexesByRule.map((indexes) => indexes.map(() => undefined))

  return {
    problemsOf(value) {
      let problems: RuleProblem[] | undefined
      for (const holder of holders) {
        const object = holder.read(value)
        if (!isObject(object)) continue
        for (const key in object) {
          const rules = holder.rulesByKey.get(key)
          if (rules === undefined) continue
          for (const rule of rules) {
            const problem = presenceProblem(rule, key, object, value)
            if (problem !== undefined) (problems ??= []).push(problem)
          }
        }
      }
      for (let i = 0; i < readers.length; i++) read[i] = (readers[i] as Reader)(value)
      for (let i = 0; i < lineRules.length; i++) {
        const rule = lineRules[i] as LineRule
        const indexes = indexesByRule[i] as number[]
        const values = valuesByRule[i] as unknown[]
        for (let k = 0; k < indexes.length; k++) values[k] = read[indexes[k] as number]
        const answer = rule.check(values)
        if (answer === undefined) continue
        const pointed = rule.reads[answer.at]
        const { message, inside, below = [] } = answer
        const path = [...plainPath(pointed ? pathOf(pointed) : [], value, inside), ...below]
        const quotes = quotesOf(rule, answer)
        ;(problems ??= []).push({
          kind: 'rule',
          path,
          pattern: patternOf(path),
          rule,
          message,
          ...(quotes && { quotes }),
        })
      }
      return problems ?? NO_PROBLEMS
    },
  }
}

function quotesOf(rule: LineRule, { quotes }: RuleAnswer): [string, JsonPath][] | undefined {
  if (quotes === undefined) return undefined
  return Object.entries(quotes).flatMap(([name, at]) => {
    const read = rule.reads[at]
    return read === undefined ? [] : [[name, pathOf(read)]]
  })
}

/** The presence rules about one object of the line, by the keys that they wait for. */
interface Holder {
  readonly read: Reader
  readonly rulesByKey: ReadonlyMap<string, readonly PresenceRule[]>
}

function holdersOf(rules: readonly PresenceRule[]): Holder[] {
  const holdersByPath = new Map<string, { read: Reader; rulesByKey: Map<string, PresenceRule[]> }>()
  for (const rule of rules) {
    const at = rule.at ?? []
    const path = JSON.stringify(at)
    let holder = holdersByPath.get(path)
    if (holder === undefined) {
      holder = { read: createReader(at), rulesByKey: new Map() }
      holdersByPath.set(path, holder)
    }
    for (const key of rule.has) {
      holder.rulesByKey.set(key, [...(holder.rulesByKey.get(key) ?? []), rule])
    }
  }
  return [...holdersByPath.values()]
}

function presenceProblem(
  rule: PresenceRule,
  key: string,
  holder: Readonly<Record<string, unknown>>,
  value: unknown,
): RuleProblem | undefined {
  // Of several keys that are there, the first of the rule speaks, and once.
  if (rule.has.length > 1 && rule.has.find((one) => Object.hasOwn(holder, one)) !== key)
    return undefined
  if (rule.hasAll?.some((one) => !Object.hasOwn(holder, one))) return undefined
  if (rule.lacks?.some((one) => Object.hasOwn(holder, one))) return undefined
  if (rule.when !== undefined) {
    const text = valueAt(value, rule.when.path)
    if (typeof text !== 'string' || !rule.when.is.includes(text)) return undefined
  }
  const path = [...(rule.at ?? []), key]
  return { kind: 'presence', path, pattern: patternOf(path), rule }
}

/**
 * The path up to a special step, indexes from the end made plain: a place in this line. `inside`: which
 * elements steps of `[]` are, as far as that is said.
 */
function plainPath(path: JsonPath, value: unknown, inside: readonly number[] = []): JsonPath {
  const plain: (string | number)[] = []
  let lists = 0
  for (const step of path) {
    const element = step === '[]' ? inside[lists++] : undefined
    if (element !== undefined) {
      plain.push(element)
      continue
    }
    if (step === '[]' || step === '{}') break
    const holder = typeof step === 'number' && step < 0 ? valueAt(value, plain) : undefined
    plain.push(Array.isArray(holder) ? holder.length + (step as number) : step)
  }
  return plain
}
