// The reference of codes: everything that is explained about a code, found by it.
import type { CodeEntries, CodeEntry } from './codeEntry.ts'

const files = import.meta.glob<CodeEntries>('./definitions/*.ts', {
  eager: true,
  import: 'entries',
})

/** All that there are, as they are written. @internal For tests. */
export const allEntries: readonly CodeEntries[] = Object.values(files)

const byCode = new Map(allEntries.flatMap((entries) => Object.entries(entries)))

/** The longest first, without the *. */
const beginnings = [...byCode.keys()]
  .filter((code) => code.endsWith('*'))
  .map((code) => code.slice(0, -1))
  .sort((a, b) => b.length - a.length)

/** Under which code or pattern a code is explained. */
export function entryNameOf(code: string): string | undefined {
  if (byCode.has(code)) return code
  const beginning = beginnings.find((one) => code.startsWith(one))
  return beginning === undefined ? undefined : `${beginning}*`
}

/** Undefined where nothing is known of it, which a test rules out for all codes that can be given. */
export function findCodeEntry(code: string): CodeEntry | undefined {
  const name = entryNameOf(code)
  const entry = name === undefined ? undefined : byCode.get(name)
  if (typeof entry !== 'function') return entry
  return entry(code.slice((name as string).length - 1))
}
