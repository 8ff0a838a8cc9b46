import { english } from '../loadTranslator.ts'
import type { Message } from '../message.ts'

/** The same value with every message in it, however deep, as its English text. */
export function inEnglish<T>(value: T): InEnglish<T> {
  return textsOf(value) as InEnglish<T>
}

export type InEnglish<T> = T extends Message
  ? string
  : T extends readonly (infer Item)[]
    ? InEnglish<Item>[]
    : T extends object
      ? { [Key in keyof T]: InEnglish<T[Key]> }
      : T

function textsOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(textsOf)
  if (isMessage(value)) return english.t(value)
  if (Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, textsOf(part)]))
}

function isMessage(value: object): value is Message {
  return (
    'source' in value && Object.keys(value).every((key) => key === 'source' || key === 'values')
  )
}
