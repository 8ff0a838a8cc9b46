// Whether the word JSON stands somewhere in a value: assembly/words.ts of the scanner tells the same.

const WORD = /json/i

/** In a text, or in the texts and keys of an array, in letters of either case. */
export function hasJsonWord(value: unknown): boolean {
  if (typeof value === 'string') return WORD.test(value)
  return Array.isArray(value) && hasInside(value)
}

function hasInside(value: unknown): boolean {
  if (typeof value === 'string') return WORD.test(value)
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, inner]) => WORD.test(key) || hasInside(inner))
}
