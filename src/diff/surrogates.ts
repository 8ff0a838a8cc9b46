import type { TextOffset } from '../base/units.ts'

/** Whether `at` is between the two halves of a surrogate pair. */
export function splitsPair(text: string, at: TextOffset): boolean {
  if (at <= 0 || at >= text.length) return false
  return (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 && (text.charCodeAt(at) & 0xfc00) === 0xdc00
}
