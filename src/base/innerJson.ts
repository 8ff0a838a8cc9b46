// Texts that should be JSON texts themselves, as the arguments of calls are: assembly/innerJson.ts of the scanner
// tells the same.

/** Whether the text is no JSON. One with nothing in it stands for no arguments, and is none of these. */
export function isBadJson(text: unknown): text is string {
  if (typeof text !== 'string' || /^[ \t\n\r]*$/.test(text)) return false
  try {
    JSON.parse(text)
    return false
  } catch {
    return true
  }
}
