// What the files are called that a document is split into.
import { withEnding } from '../../base/fileName.ts'

/** Digits of the number, at least. */
const DIGITS = 2

/** 'input.jsonl' becomes 'input.part-01.jsonl', 'input.part-02.jsonl', … */
export function partNames(name: string, count: number): readonly string[] {
  const digits = Math.max(DIGITS, String(count).length)
  return Array.from({ length: count }, (_, at) =>
    withEnding(name, `.part-${String(at + 1).padStart(digits, '0')}.jsonl`),
  )
}

/** Lines that are in none of the parts. */
export function restName(name: string): string {
  return withEnding(name, '.rest.jsonl')
}

export function archiveName(name: string): string {
  return withEnding(name, '.parts.zip')
}
