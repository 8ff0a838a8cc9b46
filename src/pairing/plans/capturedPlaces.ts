// Where in a parsed line the values are that a plan captures.
import { isObject } from '../../json/jsonPath.ts'
import { MAX_CAPTURES, type PlanNode } from '../../scanner/scanPlan.ts'

/** A value, and what holds it. */
export interface CapturedPlace {
  readonly holder: unknown[] | Record<string, unknown>
  readonly key: string | number
  readonly value: unknown
  /** It is in the last elements of all arrays around it: the scanner forgets what is in others. */
  readonly isLast: boolean
}

/** [capture]: its places. Several may stand in a line, of which the scanner captures the last. */
export function capturedPlaces(
  plan: PlanNode,
  record: unknown,
): readonly (readonly CapturedPlace[])[] {
  const places: CapturedPlace[][] = Array.from({ length: MAX_CAPTURES }, () => [])
  const root = [record]
  visit(plan, root, 0, true, places)
  return places
}

function visit(
  node: PlanNode,
  holder: unknown[] | Record<string, unknown>,
  key: string | number,
  isLast: boolean,
  places: readonly CapturedPlace[][],
): void {
  if (node.kind === 'lazy') {
    // Errors inside errors hold nothing that is captured, and they may nest without end.
    return
  }
  const value = (holder as Record<string | number, unknown>)[key]
  if (node.capture !== undefined) places[node.capture]?.push({ holder, key, value, isLast })
  const object = node.kind === 'types' ? node.object : node
  const array = node.kind === 'types' ? node.array : node
  if (isObject(value) && object?.kind === 'object') {
    for (const [name, member] of object.keys) {
      if (Object.hasOwn(value, name)) visit(member, value, name, isLast, places)
    }
  } else if (Array.isArray(value) && array?.kind === 'array') {
    const elements: unknown[] = value
    for (let i = 0; i < elements.length; i++) {
      visit(array.element, elements, i, isLast && i === elements.length - 1, places)
    }
  }
}

/** What `read` gives while the places hold other values. */
export function withValues<T>(
  values: readonly (readonly [CapturedPlace, unknown])[],
  read: () => T,
): T {
  const put = (place: CapturedPlace, value: unknown): void => {
    ;(place.holder as Record<string | number, unknown>)[place.key] = value
  }
  for (const [place, value] of values) put(place, value)
  try {
    return read()
  } finally {
    for (const [place] of values) put(place, place.value)
  }
}
