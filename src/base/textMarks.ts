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
