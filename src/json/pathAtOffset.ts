// Which value stands at a place of a line's text: the way back from `locate.ts`.
import type { TextOffset } from '../base/units.ts'
import type { JsonPath } from './jsonPath.ts'
import { childrenAt, memberNameAt, skipSpace } from './walkText.ts'

/**
 * The innermost member or element of a valid JSON line that `offset` is in, or at an end of; a key belongs to
 * its member. Between two of them it is the object or array around them; empty for the root.
 */
export function pathAtOffset(text: string, offset: TextOffset): JsonPath {
  const path: (string | number)[] = []
  let at: TextOffset | undefined = skipSpace(text, 0)
  while (at !== undefined) {
    let inside: TextOffset | undefined
    let index = 0
    for (const { keyFrom, keyTo, valueFrom, valueTo } of childrenAt(text, at)) {
      const from = keyFrom < 0 ? valueFrom : keyFrom
      if (offset < from) break
      if (offset <= valueTo) {
        path.push(keyFrom < 0 ? index : memberNameAt(text, keyFrom, keyTo))
        inside = valueFrom
        break
      }
      index++
    }
    at = inside
  }
  return path
}
