// Where the values of a parsed line stand in its text. The text is walked lazily: only the objects
// and arrays on the way are looked into, each once per locator.
import type { TextOffset } from '../base/units.ts'
import type { JsonPath } from './jsonPath.ts'
import type { TextRange } from './textRange.ts'
import { childrenAt, isObjectAt, memberNameAt, skipSpace, skipValue } from './walkText.ts'
import type { Child } from './walkText.ts'

export interface Located {
  /** The key with its quotes; absent for elements of arrays and for the root. */
  readonly key?: TextRange
  readonly value: TextRange
}

export interface Locator {
  /** Undefined when the path leads nowhere. The last of members with the same key counts. */
  rangeOfPath(path: JsonPath): Located | undefined
}

/** For several look-ups in the text of one valid JSON line. */
export function createLocator(text: string): Locator {
  const childrenByOffset = new Map<TextOffset, readonly Child[]>()

  function childrenOf(at: TextOffset): readonly Child[] {
    let children = childrenByOffset.get(at)
    if (children === undefined) {
      children = [...childrenAt(text, at)]
      childrenByOffset.set(at, children)
    }
    return children
  }

  function childOf(at: TextOffset, step: string | number): Child | undefined {
    if (typeof step === 'number') return isObjectAt(text, at) ? undefined : childrenOf(at)[step]
    if (!isObjectAt(text, at)) return undefined
    return childrenOf(at).findLast(
      (child) => memberNameAt(text, child.keyFrom, child.keyTo) === step,
    )
  }

  return {
    rangeOfPath(path) {
      const start = skipSpace(text, 0)
      if (path.length === 0) return { value: { from: start, to: skipValue(text, start) } }
      let at = start
      let child: Child | undefined
      for (const step of path) {
        child = childOf(at, step)
        if (child === undefined) return undefined
        at = child.valueFrom
      }
      return child === undefined ? undefined : locatedChild(child)
    },
  }
}

/** One look-up; see Locator. */
export function rangeOfPath(text: string, path: JsonPath): Located | undefined {
  return createLocator(text).rangeOfPath(path)
}

function locatedChild(child: Child): Located {
  const value = { from: child.valueFrom, to: child.valueTo }
  if (child.keyFrom < 0) return { value }
  return { key: { from: child.keyFrom, to: child.keyTo }, value }
}
