// A request laid out for reading: the same text with line breaks between its values.

/** A line that is cut, or no JSON, is shown as it is. */
export function shownJson(line: string): string {
  try {
    return JSON.stringify(JSON.parse(line), null, 2)
  } catch {
    return `${line}…`
  }
}
