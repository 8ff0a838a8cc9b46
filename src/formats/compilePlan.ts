// Compiles a format into a scan plan: lines that the plan cannot tell apart get the same findings,
// uniform values and item count from the format's validator. Held to that by a property test.
import { assert } from '../base/assert.ts'
import type { JsonPath } from '../diagnostics/diagnostic.ts'
import { nextNumber } from '../base/nextNumber.ts'
import { encodePlan } from '../scanner/encodePlan.ts'
import { type LinkUse, type ScanPlan, TEXT_MARK } from '../scanner/scanPlan.ts'
import {
  type FormatDefinition,
  type LineRule,
  type PartialRead,
  pathOf,
  type PresenceRule,
  repeatRuleOf,
} from './defineFormat.ts'
import { componentsOf, type LineComponents } from './lineComponents.ts'
import { KIND_KEYS } from './lineKind.ts'
import { needOfSchema } from './schemaNeed.ts'
import { BYTES, KIND, merge, type Need, objectWith, SKIP, toPlanNode } from './shapeNeed.ts'

/** The number of the capture that reports a line's key, or the line as a whole. */
export const FORMAT_KEY_CAPTURE = 0

/** The number of the capture that counts the elements at the format's `itemsPath`. */
export function itemsCaptureOf(format: FormatDefinition): number {
  return repeatRuleOf(format) ? FORMAT_KEY_CAPTURE + 1 : 0
}

/**
 * Rules that look at nothing but the key. The key differs from line to line, so its text does not
 * count for the shape, and these rules are applied to every line.
 */
export function isKeyRule(format: FormatDefinition, rule: LineRule): boolean {
  const key = format.key && JSON.stringify(format.key.path)
  if (key === undefined || rule.replaces !== undefined) return false
  return rule.reads.every((read) => JSON.stringify(pathOf(read)) === key)
}

interface Compiled {
  readonly plan: ScanPlan | undefined
  readonly components: LineComponents | undefined
}

/** Plans that were compiled before. The first rows of a file wait for its plan. */
const plans = new WeakMap<FormatDefinition, Compiled>()

/** Undefined for a format that is too large for the scanner's table. */
export function compilePlan(format: FormatDefinition): ScanPlan | undefined {
  return compiled(format).plan
}

/** How lines come apart by the plan of the format; undefined where they do not, or there is no plan. */
export function compileComponents(format: FormatDefinition): LineComponents | undefined {
  const { plan, components } = compiled(format)
  return plan && components
}

function compiled(format: FormatDefinition): Compiled {
  const known = plans.get(format)
  if (known) return known
  const wholeLine = format.wholeLines && !format.key ? FORMAT_KEY_CAPTURE : undefined
  const root = toPlanNode(needOfFormat(format))
  const components = componentsOf(format, root)
  const plan = encodePlan(root, format.key?.plain, wholeLine, components?.plan)
  const made = { plan, components }
  plans.set(format, made)
  return made
}

function needOfFormat(format: FormatDefinition): Need {
  const needs: Need[] = [KIND, needOfSchema(format.schema)]
  if (format.fallbackSchema) needs.push(needOfSchema(format.fallbackSchema))
  for (const rule of format.lineRules ?? []) {
    const isAboutKey = isKeyRule(format, rule)
    for (const read of rule.reads) {
      const need = isAboutKey ? besideText(needOfRead(read)) : needOfRead(read)
      const path = pathOf(read)
      const keys = keysSeen(read)
      if (keys === undefined) needs.push(needOfPath(path, need, rule.anyOrder ?? false))
      else {
        const holder = keys.map((key) => objectWith(key, SKIP)).reduce(merge, NO_KEYS)
        needs.push(needOfPath(path.slice(0, -1), holder, rule.anyOrder ?? false))
      }
    }
  }
  for (const rule of format.presenceRules ?? []) needs.push(...needsOfPresence(rule))
  for (const key of KIND_KEYS) needs.push(objectWith(key, SKIP))
  for (const { path } of format.uniform ?? []) needs.push(needOfPath(path, TEXT))
  if (format.itemsPath) needs.push(needOfPath(format.itemsPath, needOfItems(format)))
  if (format.key)
    needs.push(needOfPath(format.key.path, { type: true, capture: FORMAT_KEY_CAPTURE }))
  return needs.reduce(merge)
}

const NO_KEYS: Need = { type: true, object: { keys: new Map(), unknown: 'ignore' } }

/** The keys that alone count of the object whose keys are read. */
function keysSeen(read: JsonPath | PartialRead): readonly string[] | undefined {
  if (!('path' in read) || read.path.at(-1) !== '{}' || typeof read.observes === 'string')
    return undefined
  return 'keys' in read.observes ? read.observes.keys : undefined
}

function needOfItems(format: FormatDefinition): Need {
  const isKey = JSON.stringify(format.itemsPath) === JSON.stringify(format.key?.path)
  const array = { element: KIND, ends: false, bounds: [] }
  // A value is captured once: as a key, its elements are counted by the shape.
  if (isKey) return { type: true, array: { ...array, ordered: true } }
  return { type: true, array: { ...array, ordered: false }, capture: itemsCaptureOf(format) }
}

/** Of values other than texts only the type. */
const TEXT: Need = { type: true, string: 'bytes' }

/** Whether a text or an array has anything in it. */
const FILLED: Need = {
  type: true,
  string: [1],
  array: { element: SKIP, ordered: false, ends: false, bounds: [1] },
}

/** Of objects, what is wrong with them as a JSON Schema. */
const SCHEMA: Need = { type: true, schema: true }

const NAME: Need = { type: true, string: [1], marks: TEXT_MARK.name }
const BROKEN_NAME: Need = { type: true, string: [1], marks: TEXT_MARK.brokenName }
const IMAGE: Need = { type: true, string: [], marks: TEXT_MARK.image }
const OPEN_OBJECT: Need = { type: true, string: [], marks: TEXT_MARK.openObject }
const INNER_JSON: Need = {
  type: true,
  string: [],
  marks: TEXT_MARK.openObject | TEXT_MARK.innerJson,
}
const MANY_IMAGES: Need = { type: true, string: [], marks: TEXT_MARK.manyImages }
const IMAGE_DATA: Need = { type: true, string: [], marks: TEXT_MARK.imageData }

/** What elements of a list have. */
const ID_ROLES: readonly LinkUse['role'][] = ['gives', 'answers', 'byKind', 'kind']

function needOfRead(read: JsonPath | PartialRead): Need {
  if (!('path' in read)) return TEXT
  const { observes } = read
  if (observes === 'words') return SKIP
  if (observes === 'type') return KIND
  if (observes === 'text') return TEXT
  if (observes === 'filled') return FILLED
  if (observes === 'name') return NAME
  if (observes === 'brokenName') return BROKEN_NAME
  if (observes === 'image') return IMAGE
  if (observes === 'openObject') return OPEN_OBJECT
  if (observes === 'imageData') return IMAGE_DATA
  if (observes === 'innerJson') return INNER_JSON
  if (observes === 'manyImages') return MANY_IMAGES
  if (observes === 'schema') return SCHEMA
  if (observes === 'all') return BYTES
  if ('keys' in observes) return SKIP
  if ('lengths' in observes) return { type: true, string: [...observes.lengths] }
  if ('link' in observes) {
    const { role } = observes.link
    if (!ID_ROLES.includes(role)) return { type: true, link: { ...observes.link, depth: 0 } }
    const list = read.path.indexOf('[]')
    assert(list >= 0, 'ids are those of the elements of a list')
    return { type: true, link: { ...observes.link, depth: read.path.length - list - 1 } }
  }
  const ends = (observes.bounds ?? []).flatMap((bound) => [bound, nextNumber(bound)])
  const bounds = [...new Set(ends)].sort((a, b) => a - b)
  return { type: true, number: { integer: observes.integer ?? false, bounds } }
}

/** What counts for rules about a key where it is not a key: empty, or no text. */
function besideText(need: Need): Need {
  return { ...need, type: true, string: [1] }
}

function needsOfPresence(rule: PresenceRule): Need[] {
  const keys = new Set([...rule.has, ...(rule.hasAll ?? []), ...(rule.lacks ?? [])])
  const needs = [...keys].map((key) => needOfPath([...(rule.at ?? []), key], SKIP))
  return rule.when ? [...needs, needOfPath(rule.when.path, TEXT)] : needs
}

/** The need of a whole line in which `need` holds for what is at `path`. */
function needOfPath(path: JsonPath, need: Need, anyOrder = false): Need {
  const [step, ...rest] = path
  if (step === undefined) return need
  if (step === '{}')
    return { type: true, object: { keys: new Map(), unknown: { names: true, value: SKIP } } }
  const inner = needOfPath(rest, need, anyOrder)
  if (step === '[]' || typeof step === 'number') {
    // The first and the last element are known apart; others only by their order.
    const isEnd = step === 0 || step === -1
    const ordered = step === '[]' ? !anyOrder : !isEnd
    return { type: true, array: { element: inner, ordered, ends: isEnd, bounds: [] } }
  }
  return objectWith(step, inner)
}
