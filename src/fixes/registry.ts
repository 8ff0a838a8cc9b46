// All quick fixes: those for any JSON beside this file, those for a provider's lines with the provider.
// The build finds them, so a new fix needs no line here, and 'go to definition' ends at this glob.
import type { FixDefinition } from './defineFix.ts'

const modules = import.meta.glob<FixDefinition>(
  ['./definitions/*.ts', '../providers/*/fixes/*.ts'],
  { eager: true, import: 'fix' },
)

/** By `order`, then by id, so that the order never depends on the file system. */
export const FIXES: readonly FixDefinition[] = Object.values(modules).sort(
  (a, b) => a.order - b.order || (a.id < b.id ? -1 : 1),
)

/** The files that the fixes came from: '../providers/openai/fixes/addUrl.ts'. @internal For tests. */
export const definitionFiles: readonly string[] = Object.keys(modules)

const fixesById = new Map(FIXES.map((fix) => [fix.id, fix]))
const fixesByCode = new Map<string, readonly FixDefinition[]>()

export function getFix(id: string): FixDefinition | undefined {
  return fixesById.get(id)
}

/** The fixes that answer to a diagnostic code, in the order in which they are offered. */
export function fixesForCode(code: string): readonly FixDefinition[] {
  let fixes = fixesByCode.get(code)
  if (!fixes) {
    fixes = FIXES.filter((fix) => fix.codes.some((pattern) => matchesCode(pattern, code)))
    fixesByCode.set(code, fixes)
  }
  return fixes
}

/** Whether a pattern of `FixDefinition.codes` covers a code: a trailing * stands for any rest. */
export function matchesCode(pattern: string, code: string): boolean {
  return pattern.endsWith('*') ? code.startsWith(pattern.slice(0, -1)) : pattern === code
}
