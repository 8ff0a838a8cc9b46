// Tables by code in which a trailing * stands for any rest.

/** Looks a code up: itself, or else under the longest pattern that fits. */
export function createCodeTable<Entry>(
  entries: Readonly<Record<string, Entry>>,
): (code: string) => Entry | undefined {
  const patterns = Object.keys(entries)
    .filter((code) => code.endsWith('*'))
    .sort((a, b) => b.length - a.length)
  return (code) => {
    if (Object.hasOwn(entries, code)) return entries[code]
    const pattern = patterns.find((one) => code.startsWith(one.slice(0, -1)))
    return pattern === undefined ? undefined : entries[pattern]
  }
}
