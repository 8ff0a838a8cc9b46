// What can be told of a text at a glance and matters to rules: assembly/marks.ts of the scanner tells
// the same.

/** How pictures begin when they are written in base64. */
const IMAGE_STARTS: readonly (readonly [start: string, type: string])[] = [
  ['iVBORw0KGgo', 'image/png'],
  ['/9j/', 'image/jpeg'],
  ['R0lGOD', 'image/gif'],
  ['UklGR', 'image/webp'],
]

/** The media type of a picture in base64, by its beginning. */
export function imageTypeOf(text: string): string | undefined {
  return IMAGE_STARTS.find(([start]) => text.startsWith(start))?.[1]
}

/** Whether a text holds nothing but ASCII letters, digits, `_` and `-`. */
export function isNameText(text: string): boolean {
  return /^[\w-]*$/.test(text)
}

/** Whether a text has white space of ASCII, or one of `<|\\/>`: no name of who speaks. */
export function isBrokenName(text: string): boolean {
  return /[ \t\n\r<|\\/>]/.test(text)
}

/** Whether a text begins as a JSON object with members does, and does not end as an object ends. */
export function isOpenObject(text: unknown): boolean {
  return typeof text === 'string' && /^\{[ \t\n\r]*"/.test(text) && !/\}[ \t\n\r]*$/.test(text)
}

const SPACE = '[ \\t\\n\\r\\u00a0\\u3000\\ufeff]'
const SPACE_BEFORE = new RegExp(`^${SPACE}`)
const SPACE_AFTER = new RegExp(`${SPACE}$`)

/** At which ends of a key there is white space: a space, also a wide or no-break one, a mark, a tab or a line break. */
export function spaceAround(key: string): { before: boolean; after: boolean } {
  return { before: SPACE_BEFORE.test(key), after: SPACE_AFTER.test(key) }
}

export function isPaddedKey(key: string): boolean {
  const { before, after } = spaceAround(key)
  return before || after
}
