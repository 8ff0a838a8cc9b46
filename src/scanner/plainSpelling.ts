// A value as JSON in which no key stands twice, for the module to read in place of a line that is not as plain.

/** What JSON has no word for: numbers that are too large are Infinity to JSON.parse. */
const TOO_LARGE = '1e999'

export function spellPlainly(value: unknown): string {
  if (typeof value === 'number') {
    return Number.isFinite(value) ? String(value) : value < 0 ? `-${TOO_LARGE}` : TOO_LARGE
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(spellPlainly).join(',')}]`
  const members = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}:${spellPlainly(member)}`,
  )
  return `{${members.join(',')}}`
}
