// Rules that say of themselves that each element, or each read, decides by itself are held to it: lines are
// recognised by their parts on their word.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type FormatDefinition,
  type LineRule,
  pathOf,
  typicalLines,
} from '../formats/defineFormat.ts'
import { formats } from '../formats/registry.ts'
import { createRuleChecker } from '../formats/ruleChecker.ts'
import { isObject, valueAt } from '../json/jsonPath.ts'
import { mutatedLine } from './testing/mutateLine.ts'

/** Keys whose values stay: they choose the schema, or are uniform. */
const KEPT = new Set(['url', 'model', 'method', 'custom_id'])

type Members = Readonly<Record<string, unknown>>

/** The part of the line that comes apart: its body, or itself. */
function holderOf(line: Members, rule: LineRule): readonly string[] {
  const isInBody = rule.reads.some((read) => pathOf(read)[0] === 'body')
  return isInBody && isObject(line['body']) ? ['body'] : []
}

function withMembers(line: Members, holder: readonly string[], members: Members): Members {
  return holder.length === 0 ? members : { ...line, body: members }
}

/** The line with one element, or with one read, of each. */
function partsOf(line: Members, rule: LineRule): Members[] {
  const holder = holderOf(line, rule)
  const members = valueAt(line, holder) as Members
  const paths = rule.reads.map((read) => pathOf(read).slice(holder.length))
  const keys = new Set(paths.map(([key]) => String(key)).filter((key) => !KEPT.has(key)))
  // That there is a key may be read of the object.
  if (keys.has('{}')) return []
  const lists = [...keys].filter(
    (key) =>
      paths.some(([first, next]) => first === key && next === '[]') && Array.isArray(members[key]),
  )
  const emptied = { ...members, ...Object.fromEntries(lists.map((key) => [key, []])) }
  const byElement = lists.flatMap((key) =>
    (members[key] as readonly unknown[]).map((one) => ({ ...emptied, [key]: [one] })),
  )
  const own =
    rule.apart === 'elements'
      ? byElement
      : [emptied, ...byElement].flatMap((each) =>
          [...keys].map((key) =>
            Object.fromEntries(
              Object.entries(each).filter(([name]) => name === key || !keys.has(name)),
            ),
          ),
        )
  return own.map((each) => withMembers(line, holder, each))
}

const rules = formats.flatMap((format) =>
  (format.lineRules ?? [])
    .filter(({ apart }) => apart !== undefined)
    .map((rule) => [`${format.id} ${rule.code}`, format, rule] as const),
)

test.each(rules)('%s', (_, format: FormatDefinition, rule) => {
  const checker = createRuleChecker({ ...format, lineRules: [rule], presenceRules: [] })
  const speaks = (line: unknown): boolean => checker.problemsOf(line).length > 0
  const seeds = [
    ...typicalLines(format),
    ...format.examples.invalid.map(({ line }) => line),
  ].filter((line) => !line.includes('\n'))
  const pieces = seeds.flatMap((seed) => {
    const holder = parsed(seed)
    return holder ? [holder] : []
  })
  fc.assert(
    fc.property(mutatedLine(seeds), fc.constantFrom(...pieces), (text, other) => {
      const mutated = parsed(text)
      if (mutated === undefined) return
      const line = joined(mutated, other)
      const parts = partsOf(line, rule)
      if (parts.length > 0) expect([line, speaks(line)]).toEqual([line, parts.some(speaks)])
    }),
  )
})

function parsed(text: string): Members | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** Members and elements of both lines. */
function joined(a: Members, b: Members): Members {
  const entries = Object.entries(b).map(([key, other]) => {
    const own = a[key]
    if (Array.isArray(own) && Array.isArray(other)) return [key, [...own, ...other]] as const
    if (isObject(own) && isObject(other)) return [key, joined(own, other)] as const
    return [key, own ?? other] as const
  })
  return { ...a, ...Object.fromEntries(entries) }
}
