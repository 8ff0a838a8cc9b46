// Edits of a valid JSON line that leave every other byte alone: numbers, escapes, spaces and the
// order of keys stay as they are. New text is JSON text, which the caller has made.
import type { TextOffset } from '../base/units.ts'
import type { JsonPath } from './jsonPath.ts'
import { rangeOfPath } from './locate.ts'
import type { TextRange } from './textRange.ts'
import { childrenAt, isObjectAt, memberNameAt, skipSpace } from './walkText.ts'
import type { Child } from './walkText.ts'

export function replaceRange(text: string, { from, to }: TextRange, insert: string): string {
  return text.slice(0, from) + insert + text.slice(to)
}

/**
 * Sets a member: its value is replaced where the key is there (the last, if it is doubled), and the
 * member is added as the last one where it is not. Undefined when `holder` leads to no object.
 */
export function setMember(
  text: string,
  holder: JsonPath,
  key: string,
  json: string,
): string | undefined {
  const object = objectAt(text, holder)
  if (object === undefined) return undefined
  const member = findMember(text, object.from, key)
  if (member !== undefined) {
    return replaceRange(text, { from: member.valueFrom, to: member.valueTo }, json)
  }
  return insertMember(text, holder, key, json)
}

/**
 * Adds a member in front of `before`, or at the end of the object. It is spaced as the members that
 * are there. Undefined when `holder` leads to no object.
 */
export function insertMember(
  text: string,
  holder: JsonPath,
  key: string,
  json: string,
  before?: string,
): string | undefined {
  const object = objectAt(text, holder)
  if (object === undefined) return undefined
  const members = [...childrenAt(text, object.from)]
  const [first] = members
  const last = members.at(-1)
  const name = JSON.stringify(key)
  if (first === undefined || last === undefined) {
    return replaceRange(text, { from: object.from + 1, to: object.to - 1 }, `${name}:${json}`)
  }
  const colon = text.slice(first.keyTo, first.valueFrom)
  const second = members[1]
  const comma =
    second === undefined
      ? `,${colon.slice(colon.indexOf(':') + 1)}`
      : text.slice(first.valueTo, second.keyFrom)
  const next = before === undefined ? undefined : findMember(text, object.from, before)
  return next === undefined
    ? replaceRange(text, { from: last.valueTo, to: last.valueTo }, `${comma}${name}${colon}${json}`)
    : replaceRange(text, { from: next.keyFrom, to: next.keyFrom }, `${name}${colon}${json}${comma}`)
}

/** Removes every member with this key, each with one comma. The text itself when there is none. */
export function removeMember(text: string, holder: JsonPath, key: string): string {
  let result = text
  for (;;) {
    const object = objectAt(result, holder)
    if (object === undefined) return result
    const members = [...childrenAt(result, object.from)]
    const index = members.findLastIndex(
      (one) => memberNameAt(result, one.keyFrom, one.keyTo) === key,
    )
    if (index < 0) return result
    result = replaceRange(result, memberExtent(members, index, object), '')
  }
}

/** Of several members with this key, removes all but the last. The text itself when there is one. */
export function removeMembersBefore(text: string, holder: JsonPath, key: string): string {
  let result = text
  for (;;) {
    const object = objectAt(result, holder)
    if (object === undefined) return result
    const members = [...childrenAt(result, object.from)]
    const same = members.filter((one) => memberNameAt(result, one.keyFrom, one.keyTo) === key)
    const [first] = same
    if (same.length < 2 || first === undefined) return result
    result = replaceRange(result, memberExtent(members, members.indexOf(first), object), '')
  }
}

/** The member with the comma and the spaces that go with it. */
function memberExtent(members: readonly Child[], index: number, object: TextRange): TextRange {
  const member = members[index] as Child
  const next = members[index + 1]
  if (next !== undefined) return { from: member.keyFrom, to: next.keyFrom }
  const previous = members[index - 1]
  if (previous !== undefined) return { from: previous.valueTo, to: member.valueTo }
  return { from: object.from + 1, to: object.to - 1 }
}

/** Renames a key (the last, if it is doubled). Undefined when it is not there. */
export function renameKey(
  text: string,
  holder: JsonPath,
  key: string,
  newKey: string,
): string | undefined {
  const object = objectAt(text, holder)
  const member = object && findMember(text, object.from, key)
  if (member === undefined) return undefined
  return replaceRange(text, { from: member.keyFrom, to: member.keyTo }, JSON.stringify(newKey))
}

/** Replaces the value at a path. Undefined when the path leads nowhere. */
export function setValue(text: string, path: JsonPath, json: string): string | undefined {
  const located = rangeOfPath(text, path)
  return located && replaceRange(text, located.value, json)
}

function objectAt(text: string, path: JsonPath): TextRange | undefined {
  const range = rangeOfPath(text, path)?.value
  return range !== undefined && isObjectAt(text, skipSpace(text, range.from)) ? range : undefined
}

function findMember(text: string, at: TextOffset, key: string): Child | undefined {
  let found: Child | undefined
  for (const child of childrenAt(text, at)) {
    if (memberNameAt(text, child.keyFrom, child.keyTo) === key) found = child
  }
  return found
}
