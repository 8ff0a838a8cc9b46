// Small changes to the members of objects in a valid JSON line, as splices of its text.
import { assert } from '../base/assert.ts'
import type { TextOffset } from '../base/units.ts'
import type { JsonPath } from '../json/jsonPath.ts'
import { rangeOfPath } from '../json/locate.ts'
import { childrenAt, isObjectAt, keyAt, skipSpace, skipValue } from '../json/walkText.ts'
import { isValidJson } from './repairSyntax.ts'
import type { TextSplice } from './textSplice.ts'

export interface Member {
  readonly key: string
  /** Of the key with its quotes. */
  readonly keyFrom: TextOffset
  readonly keyTo: TextOffset
  readonly valueFrom: TextOffset
  readonly valueTo: TextOffset
}

/** An object of a line with its members in the order of the text. */
export interface ObjectText {
  readonly from: TextOffset
  readonly to: TextOffset
  readonly members: readonly Member[]
}

/** The object at a path; undefined where the text is no valid JSON or no object is there. */
export function objectAt(text: string, path: JsonPath = []): ObjectText | undefined {
  if (!isValidJson(text)) return undefined
  const from = path.length ? rangeOfPath(text, path)?.value.from : skipSpace(text, 0)
  if (from === undefined || !isObjectAt(text, from)) return undefined
  const members = [...childrenAt(text, from)].map((child) => ({
    ...child,
    key: keyAt(text, child.keyFrom, child.keyTo),
  }))
  return { from, to: skipValue(text, from), members }
}

/** The member with a key; of several with the same key the last, which is the one that counts. */
export function findMember(object: ObjectText | undefined, key: string): Member | undefined {
  return object?.members.findLast((member) => member.key === key)
}

/** The value of a member, parsed. */
export function memberValue(text: string, member: Member | undefined): unknown {
  if (!member) return undefined
  return JSON.parse(text.slice(member.valueFrom, member.valueTo))
}

/** How a line separates: `: ` or `:` after a key, `, ` or `,` between members. */
export interface Spacing {
  readonly colon: string
  readonly comma: string
}

/** The spacing of the first member of an object; that of most writers when it has none. */
export function spacingOf(text: string, object: ObjectText): Spacing {
  const [first, second] = object.members
  if (!first) return { colon: ': ', comma: ', ' }
  const colon = text.slice(first.keyTo, first.valueFrom)
  if (!second) return { colon, comma: colon === ':' ? ',' : ', ' }
  return { colon, comma: text.slice(first.valueTo, second.keyFrom) }
}

/** A new member after the one with the key `after`, or as the first. `value` is JSON. */
export function insertMember(
  text: string,
  object: ObjectText,
  after: string | undefined,
  key: string,
  value: string,
): TextSplice {
  const { colon, comma } = spacingOf(text, object)
  const member = `${JSON.stringify(key)}${colon}${value}`
  const previous = after === undefined ? undefined : findMember(object, after)
  if (previous) return insertion(previous.valueTo, comma + member)
  const first = object.members[0]
  return first ? insertion(first.keyFrom, member + comma) : insertion(object.from + 1, member)
}

/** Takes members out with the commas that separated them. At most all of the object. */
export function removeMembers(
  object: ObjectText,
  isRemoved: (member: Member) => boolean,
): readonly TextSplice[] {
  const splices: TextSplice[] = []
  const { members } = object
  let kept: Member | undefined
  for (let i = 0; i < members.length; i++) {
    const member = members[i] as Member
    if (!isRemoved(member)) {
      kept = member
      continue
    }
    let last = i
    while (last + 1 < members.length && isRemoved(members[last + 1] as Member)) last++
    const next = members[last + 1]
    const removed = members[last] as Member
    if (kept) splices.push({ from: kept.valueTo, to: removed.valueTo, insert: '' })
    else splices.push({ from: member.keyFrom, to: next?.keyFrom ?? removed.valueTo, insert: '' })
    i = last
  }
  return splices
}

export function renameMember(member: Member, key: string): TextSplice {
  return { from: member.keyFrom, to: member.keyTo, insert: JSON.stringify(key) }
}

export function replaceValue(member: Member, value: string): TextSplice {
  assert(value !== '', 'a member has a value')
  return { from: member.valueFrom, to: member.valueTo, insert: value }
}

function insertion(at: TextOffset, insert: string): TextSplice {
  return { from: at, to: at, insert }
}
