// For tests: breaks a body at one place.
import { isObject } from '../../../../json/jsonPath.ts'
import type { Random } from '../../../../session/testing/variedLines.ts'

export const FAULTS = ['missing', 'type', 'range', 'value', 'nesting'] as const
export type Fault = (typeof FAULTS)[number]

export interface Broken {
  readonly body: unknown
  /** Where, with `[]` for any element: `tools[].name`. */
  readonly place: string
  readonly fault: Fault
  readonly value: unknown
}

interface Place {
  readonly holder: Record<string, unknown> | unknown[]
  readonly key: string | number
  readonly shown: string
}

/** Undefined where the body has no place for such a fault. */
export function breakBody(body: unknown, fault: Fault, random: Random): Broken | undefined {
  const copy: unknown = structuredClone(body)
  const fitting = placesOf(copy, '').filter(({ holder, key }) => {
    const value = (holder as Record<string | number, unknown>)[key]
    if (fault === 'missing') return !Array.isArray(holder)
    if (fault === 'range') return typeof value === 'number'
    return fault !== 'value' || typeof value === 'string'
  })
  const place = fitting[Math.floor(random() * fitting.length)]
  if (place === undefined) return undefined
  const holder = place.holder as Record<string | number, unknown>
  const before = holder[place.key]
  if (fault === 'missing') delete holder[place.key]
  else holder[place.key] = brokenValue(before, fault, random)
  return { body: copy, place: place.shown, fault, value: holder[place.key] }
}

function placesOf(value: unknown, shown: string): Place[] {
  if (Array.isArray(value)) {
    return value.flatMap((child: unknown, key) => [
      { holder: value, key, shown: `${shown}[]` },
      ...placesOf(child, `${shown}[]`),
    ])
  }
  if (!isObject(value)) return []
  const holder = value as Record<string, unknown>
  return Object.entries(value).flatMap(([key, child]) => {
    const here = shown === '' ? key : `${shown}.${key}`
    return [{ holder, key, shown: here }, ...placesOf(child, here)]
  })
}

function some(list: readonly unknown[], random: Random): unknown {
  return list[Math.floor(random() * list.length)]
}

function brokenValue(before: unknown, fault: Fault, random: Random): unknown {
  switch (fault) {
    case 'missing':
      return undefined
    case 'type':
      return some(
        [7, 'seven', true, null, [], {}, 1.5].filter((one) => typeof one !== typeof before),
        random,
      )
    case 'range':
      return some([-1e9, 1e9, 10.001, -1, 0], random)
    case 'value':
      return some(['no-such-value', '', String(before).toUpperCase()], random)
    case 'nesting':
      return random() < 0.5 ? [before] : { value: before }
  }
}
