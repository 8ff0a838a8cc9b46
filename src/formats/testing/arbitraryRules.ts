// For property tests: rules about lines that keep to what they declare, and whose answers depend on
// all of what they may see.
import fc from 'fast-check'
import type { JsonPath } from '../../diagnostics/diagnostic.ts'
import { verbatim } from '../../i18n/message.ts'
import { isObject, patternOf } from '../../json/jsonPath.ts'
import type { LineRule, PartialRead, PresenceRule, Projection } from '../defineFormat.ts'
import { isBadJson } from '../../base/innerJson.ts'
import { imageFaultNumber } from '../../base/testing/imageFaultNumber.ts'
import { imageTypeOf, isBrokenName, isOpenObject, isNameText } from '../../base/textMarks.ts'
import { schemaMarks } from '../../base/testing/schemaMarks.ts'
import { KEYS } from './arbitraryObjects.ts'
import { choices, type Pick, pickFrom, pickOne } from './arbitrarySchema.ts'

const SIGHTS: readonly (Projection | undefined)[] = [
  undefined,
  'words',
  'type',
  'text',
  'filled',
  'name',
  'brokenName',
  'image',
  'openObject',
  'innerJson',
  { lengths: [1, 3] },
  'imageData',
  'schema',
  'all',
  { integer: true },
  { bounds: [0, 1] },
  { integer: true, bounds: [0.5, 2 ** 53] },
]

const SEVERITIES = ['error', 'warning', 'attention', 'hint'] as const

/** A path that leads somewhere in `value`, or a step beyond. `isPlain`: by keys alone. */
export function pathIn(value: unknown, pick: Pick, isPlain = false): JsonPath {
  const path: (string | number)[] = []
  let at = value
  for (let depth = 0; depth < 4; depth++) {
    if (depth > 0 && pick(4) === 3) break
    if (Array.isArray(at) && !isPlain) {
      const step = pickOne(['[]', '[]', 0, -1, 1, -2], pick)
      path.push(step)
      at = at.at(step === '[]' ? 0 : (step as number)) as unknown
    } else if (isObject(at)) {
      if (!isPlain && pick(6) === 5) return [...path, '{}']
      const key = pickOne([...Object.keys(at), pickOne(KEYS, pick)], pick)
      path.push(key)
      at = Object.hasOwn(at, key) ? at[key] : undefined
    } else break
  }
  return path
}

/** All that a rule may see of a value at a path with `lists` steps of `[]` in it. */
function seen(value: unknown, observes: Projection | undefined, lists: number): unknown {
  if (lists > 0 && Array.isArray(value)) return value.map((one) => seen(one, observes, lists - 1))
  if (observes === 'words') return 'words'
  if (typeof observes === 'object' && 'keys' in observes) {
    return Array.isArray(value) && observes.keys.filter((key) => value.includes(key))
  }
  const type = value === null || typeof value === 'boolean' ? String(value) : typeof value
  if (observes === 'all') return [type, typeof value === 'number' ? String(value) : value]
  const shownType = Array.isArray(value) ? 'array' : type
  if (observes === 'type') return shownType
  if (observes === 'filled') {
    return [shownType, (typeof value === 'string' || Array.isArray(value)) && value.length > 0]
  }
  if (observes === 'brokenName') {
    return typeof value === 'string' ? [value === '', isBrokenName(value)] : shownType
  }
  if (observes === 'name' || observes === 'image' || observes === 'openObject') {
    if (typeof value !== 'string') return shownType
    if (observes === 'name') return [value === '', isNameText(value)]
    return observes === 'image' ? imageTypeOf(value) !== undefined : isOpenObject(value)
  }
  if (observes === 'innerJson') {
    return typeof value === 'string' ? [isOpenObject(value), isBadJson(value)] : shownType
  }
  if (typeof observes === 'object' && 'lengths' in observes) {
    if (typeof value !== 'string') return shownType
    return observes.lengths.map((length) => Array.from(value).length >= length)
  }
  if (observes === 'imageData')
    return typeof value === 'string' ? imageFaultNumber(value) : shownType
  if (observes === 'schema') return isObject(value) ? schemaMarks(value) : shownType
  if (observes === 'text' || observes === undefined)
    return [shownType, typeof value === 'string' ? value : '']
  if (typeof value !== 'number' || observes === 'manyImages' || 'link' in observes) return shownType
  return [
    observes.integer === true && Number.isInteger(value),
    (observes.bounds ?? []).map((bound) => Math.sign(value - bound)),
  ]
}

/** Which elements there are in `lists` arrays inside each other. */
function unordered(value: unknown, lists: number): unknown {
  if (lists === 0 || !Array.isArray(value)) return value
  return setOf(value.map((one) => unordered(one, lists - 1)))
}

function setOf(values: readonly unknown[]): string[] {
  return [...new Set(values.map((value) => JSON.stringify(value)))].sort()
}

/** What is read, made the same for all that the rule must not tell apart. */
function viewOf(reads: readonly PartialRead[], values: readonly unknown[], anyOrder: boolean) {
  const shown = reads.map(({ path, observes }, i) => {
    const lists = path.filter((step) => step === '[]').length
    return { path, lists, value: seen(values[i], observes, lists) }
  })
  if (!anyOrder) return shown.map(({ value }) => value)
  // Elements of one array go together, whatever their order.
  const groups = new Map<string, (typeof shown)[number][]>()
  shown.forEach((read, i) => {
    const list = read.path.indexOf('[]')
    const name = list < 0 ? String(i) : JSON.stringify(read.path.slice(0, list))
    groups.set(name, [...(groups.get(name) ?? []), read])
  })
  return [...groups.values()].map((members) => {
    const lists = members.map(({ value }) => value)
    if (members.some(({ lists: depth, value }) => depth === 0 || !Array.isArray(value))) {
      return members.map(({ value, lists: depth }) => unordered(value, depth))
    }
    const [first] = lists as readonly (readonly unknown[])[]
    return setOf(
      (first ?? []).map((_, i) =>
        members.map(({ value, lists: depth }) =>
          unordered((value as readonly unknown[])[i], depth - 1),
        ),
      ),
    )
  })
}

function hashOf(text: string, seed: number): number {
  let sum = seed
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193)
  return (sum ^ (sum >>> 15)) >>> 0
}

export interface RuleDrawing {
  readonly paths: readonly (readonly number[])[]
  readonly sights: readonly (Projection | undefined)[]
  readonly anyOrder: boolean
  readonly seed: number
  readonly severity: (typeof SEVERITIES)[number]
  readonly replaces: string | undefined
}

export const ruleDrawing: fc.Arbitrary<RuleDrawing> = fc.record({
  paths: fc.array(choices, { minLength: 1, maxLength: 3 }),
  sights: fc.array(fc.constantFrom(...SIGHTS), { minLength: 3, maxLength: 3 }),
  anyOrder: fc.boolean(),
  seed: fc.nat(),
  severity: fc.constantFrom(...SEVERITIES),
  replaces: fc.constantFrom(undefined, undefined, undefined, 'missing:*', 'type:a'),
})

/** `sample`: a line of the format, by which the paths are chosen, unless `path` is given. */
export function ruleOf(
  drawing: RuleDrawing,
  code: string,
  sample: (pick: Pick) => unknown,
  path?: JsonPath,
): LineRule {
  const { anyOrder, seed, severity, replaces, sights } = drawing
  const partial = drawing.paths.map((picks, i) => {
    const pick = pickFrom(picks)
    const read = path ?? pathIn(sample(pick), pick)
    const keys = [pickOne(KEYS, pick), pickOne(KEYS, pick)]
    return { path: read, observes: read.at(-1) === '{}' && pick(2) === 1 ? { keys } : sights[i] }
  })
  // The keys of an object are told whole where nothing else is said.
  const seenReads = partial.map(({ path: at, observes }) => ({
    path: at,
    observes: observes ?? (at.at(-1) === '{}' ? 'all' : 'text'),
  }))
  return {
    code,
    severity,
    title: verbatim(code),
    reads: partial.map(({ path: at, observes }) =>
      observes === undefined ? at : { path: at, observes },
    ),
    anyOrder,
    ...(replaces !== undefined && path === undefined && { replaces: [replaces] }),
    check(values) {
      const view = JSON.stringify(viewOf(seenReads, values, anyOrder))
      return hashOf(view, seed) % 2 === 0 ? { message: verbatim(`${code}.`), at: 0 } : undefined
    },
  }
}

const someKeys = fc.uniqueArray(fc.constantFrom<string>(...KEYS), { minLength: 1, maxLength: 2 })

export interface PresenceDrawing {
  readonly at: readonly number[]
  readonly when: readonly number[]
  readonly isWhen: boolean
  readonly has: readonly string[]
  readonly hasAll: readonly string[] | undefined
  readonly lacks: readonly string[] | undefined
  readonly replaces: 'none' | 'its key' | 'all unknown keys'
  readonly severity: (typeof SEVERITIES)[number]
}

export const presenceDrawing: fc.Arbitrary<PresenceDrawing> = fc.record({
  at: choices,
  when: choices,
  isWhen: fc.boolean(),
  has: someKeys,
  hasAll: fc.option(someKeys, { nil: undefined }),
  lacks: fc.option(someKeys, { nil: undefined }),
  replaces: fc.constantFrom('none', 'its key', 'all unknown keys'),
  severity: fc.constantFrom(...SEVERITIES),
})

export function presenceRuleOf(
  { at, when, isWhen, has, hasAll, lacks, replaces, severity }: PresenceDrawing,
  code: string,
  sample: (pick: Pick) => unknown,
): PresenceRule {
  const atPick = pickFrom(at)
  const whenPick = pickFrom(when)
  const holder = atPick(2) === 1 ? pathIn(sample(atPick), atPick, true) : undefined
  return {
    code,
    severity,
    title: verbatim(code),
    message: verbatim(`${code}.`),
    has,
    ...(holder && { at: holder }),
    ...(replaces !== 'none' && {
      replaces: [
        replaces === 'all unknown keys'
          ? 'unknown-key:*'
          : `unknown-key:${patternOf([...(holder ?? []), has[0] as string])}`,
      ],
    }),
    ...(hasAll && { hasAll }),
    ...(lacks && { lacks }),
    ...(isWhen && {
      when: { path: pathIn(sample(whenPick), whenPick, true), is: ['a', 'ab', ''] },
    }),
  }
}
