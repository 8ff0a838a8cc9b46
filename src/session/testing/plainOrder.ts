// What sorting is held to: values of JSON.parse, compared one by one.
import { SORT_KINDS, sortValueOf } from '../../fields/sortValue.ts'

/** Which of two values stands first: negative, zero or positive. Undefined is none. */
export function comparePlainly(one: unknown, other: unknown, isDescending: boolean): number {
  const a = sortValueOf(one)
  const b = sortValueOf(other)
  const kinds = SORT_KINDS.indexOf(a.kind) - SORT_KINDS.indexOf(b.kind)
  if (kinds !== 0) return kinds
  const turn = isDescending ? -1 : 1
  if ('number' in a && 'number' in b) {
    return a.number < b.number ? -turn : a.number > b.number ? turn : 0
  }
  return 'text' in a && 'text' in b ? turn * compareNaturally(a.text, b.text) : 0
}

/** Runs of digits as numbers, all else by code points; then by the zeros that numbers begin with. */
export function compareNaturally(one: string, other: string): number {
  const a = partsOf(one)
  const b = partsOf(other)
  for (let i = 0; i < a.length && i < b.length; i++) {
    const order = comparePartsOf(a[i] as string, b[i] as string)
    if (order !== 0) return order
  }
  if (a.length !== b.length) return a.length - b.length
  for (const [i, part] of a.entries()) {
    const zeros = zerosOf(part) - zerosOf(b[i] as string)
    if (zeros !== 0) return zeros
  }
  return 0
}

function partsOf(text: string): readonly string[] {
  return text.toWellFormed().match(/[0-9]+|[^0-9]/gu) ?? []
}

function comparePartsOf(a: string, b: string): number {
  const isNumber = /^[0-9]/
  if (isNumber.test(a) && isNumber.test(b)) {
    return BigInt(a) < BigInt(b) ? -1 : BigInt(a) > BigInt(b) ? 1 : 0
  }
  return codePointOf(a) - codePointOf(b)
}

/** Against other characters a number stands where digits do. */
function codePointOf(part: string): number {
  return part.codePointAt(0) ?? 0
}

function zerosOf(part: string): number {
  return /^0*/.exec(part)?.[0].length ?? 0
}
