// What a field says, by its JSON text.
import type { TextOffset } from '../../../base/units.ts'
import { childrenAt } from '../../../json/walkText.ts'
import type { CellValue } from '../../cells/cellValue.ts'

/** An array in a cell: its JSON text, its elements one after the other, or how many there are. */
export type ArrayWay =
  | { readonly kind: 'json' }
  | { readonly kind: 'joined'; readonly separator: string }
  | { readonly kind: 'counted' }

const QUOTE = 34
const OPEN_BRACKET = 91
const N = 110

/** Undefined for null. Strings as they read, arrays as is wished, all others as they are written. */
export function fieldValue(
  text: string,
  from: TextOffset,
  to: TextOffset,
  arrays: ArrayWay,
): CellValue | undefined {
  const first = text.charCodeAt(from)
  if (first === QUOTE) return { kind: 'text', text: stringAt(text, from, to) }
  if (first === N) return undefined
  if (first === OPEN_BRACKET && arrays.kind !== 'json') return arrayValue(text, from, arrays)
  return { kind: 'json', source: text.slice(from, to) }
}

function arrayValue(text: string, from: TextOffset, arrays: ArrayWay): CellValue {
  if (arrays.kind !== 'joined') {
    let count = 0
    for (const _ of childrenAt(text, from)) count++
    return { kind: 'number', number: count }
  }
  const parts: string[] = []
  for (const { valueFrom, valueTo } of childrenAt(text, from)) {
    parts.push(readableAt(text, valueFrom, valueTo))
  }
  return { kind: 'text', text: parts.join(arrays.separator) }
}

/** A string as it reads, anything else as JSON. */
export function readableAt(text: string, from: TextOffset, to: TextOffset): string {
  return text.charCodeAt(from) === QUOTE ? stringAt(text, from, to) : text.slice(from, to)
}

/** One half of a surrogate pair has no UTF-8, so its escape stays. */
function stringAt(text: string, from: TextOffset, to: TextOffset): string {
  const inner = text.slice(from + 1, to - 1)
  if (!inner.includes('\\')) return inner
  const read = JSON.parse(text.slice(from, to)) as string
  return read.isWellFormed()
    ? read
    : read.replace(/\p{Surrogate}/gu, (half) => `\\u${half.charCodeAt(0).toString(16)}`)
}
