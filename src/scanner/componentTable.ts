// The components of a plan as the module reads them (assembly/components.ts has the same offsets).
import { assert } from '../base/assert.ts'
import { MAX_COMPONENTS, MAX_LISTS, type PlanComponents, type Sight } from './planComponents.ts'

const SIGHTS: Readonly<Record<Sight, number>> = { kind: 1, whole: 2, elements: 3 }
const HEADER_SIZE = 112
/** Which members are components, and which of them rules read together. */
const TESTED_AT = 32
const JOINT_AT = 64
const MASK_SIZE = MAX_COMPONENTS / 8
const RULE_SIZE = 48
const OPENED = 0x8000_0000
const PRESENT = 0x4000_0000

/**
 * The table for a plan in which it begins at `from`, a multiple of 16. `placeOf`: where the plan has the
 * node of an open object.
 */
export function encodeComponents(
  components: PlanComponents,
  from: number,
  placeOf: (open: PlanComponents['open'][number]) => number,
): Uint8Array {
  const { memberCount, fixed, opened, present, lists, rules, open } = components
  assert(memberCount + rules.length <= MAX_COMPONENTS, 'components have room')
  assert(lists.length <= MAX_LISTS, 'lists have room')
  const unknowns = open.flatMap((each) =>
    each.unknown === undefined ? [] : [[placeOf(each), each.unknown]],
  )
  const always = [...new Set([...fixed, ...opened])].sort((a, b) => a - b)
  const base = [
    ...always.map((member) => (opened.includes(member) ? member + OPENED : member)),
    ...present.filter((member) => !always.includes(member)).map((member) => member + PRESENT),
  ]
  const entries = rules.map((rule) =>
    [...rule].map(([member, sight]) => member | (SIGHTS[sight] << 16)),
  )
  // What all rules together take of each member: all of it, unless every one of them takes its kind.
  const joint = new Map<number, Sight>()
  for (const [member, sight] of rules.flatMap((rule) => [...rule])) {
    const isKind = sight === 'kind' && (joint.get(member) ?? 'kind') === 'kind'
    joint.set(member, isKind ? 'kind' : 'whole')
  }
  const fixedAt = HEADER_SIZE
  const unknownsAt = fixedAt + base.length * 4
  const listsAt = unknownsAt + unknowns.length * 8
  const jointAt = listsAt + memberCount
  const rulesAt = align(jointAt + memberCount)
  let entriesAt = rulesAt + rules.length * RULE_SIZE
  const size = entriesAt + entries.flat().length * 4
  const bytes = new Uint8Array(align(size))
  const view = new DataView(bytes.buffer)
  const words = (at: number, values: readonly number[]) =>
    values.forEach((value, i) => view.setUint32(at + i * 4, value, true))
  const mark = (at: number, member: number) => {
    bytes[at + (member >> 3)] = (bytes[at + (member >> 3)] as number) | (1 << (member & 7))
  }

  words(0, [
    memberCount,
    rules.length,
    base.length,
    from + fixedAt,
    unknowns.length,
    from + unknownsAt,
    from + listsAt,
    from + rulesAt,
  ])
  for (let member = 0; member < memberCount; member++) {
    if (!always.includes(member)) mark(TESTED_AT, member)
  }
  words(JOINT_AT + MASK_SIZE, [from + jointAt])
  for (const [member, sight] of joint) {
    mark(JOINT_AT, member)
    bytes[jointAt + member] = SIGHTS[sight]
  }
  words(fixedAt, base)
  words(unknownsAt, unknowns.flat())
  lists.forEach((member, list) => {
    bytes[listsAt + member] = list + 1
  })
  entries.forEach((own, i) => {
    const at = rulesAt + i * RULE_SIZE
    for (const entry of own) mark(at, entry & 0xffff)
    words(at + MASK_SIZE, [from + entriesAt, own.length])
    words(entriesAt, own)
    entriesAt += own.length * 4
  })
  return bytes
}

function align(size: number): number {
  return Math.ceil(size / 16) * 16
}
