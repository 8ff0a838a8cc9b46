// New objects and arrays for a line, spaced as the line is. Values are JSON as it stands in the line.
import type { TextOffset } from '../base/units.ts'
import type { JsonPath } from '../json/jsonPath.ts'
import { rangeOfPath } from '../json/locate.ts'
import { childrenAt, memberNameAt, skipSpace } from '../json/walkText.ts'

/** A key and its value as JSON. */
export type Member = readonly [key: string, json: string]

export interface Writer {
  readonly object: (members: readonly Member[]) => string
  readonly array: (elements: readonly string[]) => string
}

export function writerFor(text: string): Writer {
  const isSpaced = /^\s*\{\s*"(?:[^"\\]|\\.)*"\s*:\s/.test(text.slice(0, 200))
  const gap = isSpaced ? ' ' : ''
  return {
    object: (members) =>
      `{${members.map(([key, json]) => `${JSON.stringify(key)}:${gap}${json}`).join(`,${gap}`)}}`,
    array: (elements) => `[${elements.join(`,${gap}`)}]`,
  }
}

/** The value at a path as it is written; undefined when the path leads nowhere. */
export function jsonAt(text: string, path: JsonPath): string | undefined {
  const range = rangeOfPath(text, path)?.value
  return range && text.slice(range.from, range.to)
}

/** The members of an object as they are written. */
export function membersOf(object: string): readonly Member[] {
  return [...childrenAt(object, start(object))].map(({ keyFrom, keyTo, valueFrom, valueTo }) => [
    memberNameAt(object, keyFrom, keyTo),
    object.slice(valueFrom, valueTo),
  ])
}

/** The elements of an array as they are written. */
export function elementsOf(array: string): readonly string[] {
  return [...childrenAt(array, start(array))].map(({ valueFrom, valueTo }) =>
    array.slice(valueFrom, valueTo),
  )
}

function start(json: string): TextOffset {
  return skipSpace(json, 0)
}
