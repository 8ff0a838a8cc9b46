// Parts of a line's text put together again, each as it stands there.
import type { TextOffset } from '../../../base/units.ts'
import { childrenAt, memberNameAt } from '../../../json/walkText.ts'

/**
 * The object at `at` with the members of these keys alone, the last where a key is doubled; its own
 * text when it has no others.
 */
export function pickMembers(text: string, at: TextOffset, to: TextOffset, keys: readonly string[]) {
  const members = [...childrenAt(text, at)].map((child) => ({
    key: memberNameAt(text, child.keyFrom, child.keyTo),
    source: text.slice(child.keyFrom, child.valueTo),
  }))
  const kept = members.filter(
    ({ key }, i) => keys.includes(key) && !members.slice(i + 1).some((later) => later.key === key),
  )
  if (kept.length === members.length) return text.slice(at, to)
  return `{${kept.map(({ source }) => source).join(',')}}`
}
