// Types and values of a line, as messages name them.
import { shortJson, shortText } from '../base/cutText.ts'
import { listOf, msg, type Message, type Value } from '../i18n/message.ts'

/** Code units of a value that a message shows. */
export const VALUE_SHOWN = 60

const AN_OBJECT = msg('an object')
const AN_ARRAY = msg('an array')
const NULL = msg('null')

const TYPES: Readonly<Record<string, Message>> = {
  string: msg('a string'),
  number: msg('a number'),
  integer: msg('an integer'),
  boolean: msg('a boolean'),
  object: AN_OBJECT,
  array: AN_ARRAY,
  null: NULL,
}

/** 'a string, an array or null'. */
export function typeList(types: readonly string[]): Value {
  return alternatives(types.map((type) => TYPES[type] ?? type))
}

/** Texts without quotes, as titles have them. */
export function valueList(values: readonly unknown[]): Value {
  return alternatives(
    values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))),
  )
}

export function alternatives(items: readonly Value[]): Value {
  return items.length === 0 ? msg('something else') : listOf(items, 'or')
}

export function describe(value: unknown): Value {
  if (value === null) return NULL
  if (Array.isArray(value)) return AN_ARRAY
  if (typeof value === 'object') return AN_OBJECT
  if (typeof value === 'string') return msg('the string {value}', { value: json(value) })
  if (typeof value !== 'number') return msg('the boolean {value}', { value: json(value) })
  return Number.isFinite(value) ? msg('the number {value}', { value: json(value) }) : show(value)
}

/** A value as JSON, cut; of objects and arrays what they are. */
export function show(value: unknown): Value {
  if (typeof value === 'object' && value !== null) return describe(value)
  // JSON has no infinity; the line holds a number with a large exponent.
  if (value === Infinity) return msg('too large a number')
  if (value === -Infinity) return msg('too small a number')
  return json(value)
}

export function jsonList(values: readonly unknown[]): string {
  return values.map(json).join(', ')
}

/** A text, a number, a boolean or null as JSON, cut. */
export function json(value: unknown): string {
  if (typeof value === 'string') return shortJson(value, VALUE_SHOWN)
  return shortText(JSON.stringify(value) ?? String(value), VALUE_SHOWN)
}
