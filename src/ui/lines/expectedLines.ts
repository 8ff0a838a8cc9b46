// How many lines there will be: room for the number is made at once, or it would push others aside.
import type { DocumentFacts } from '../../contracts/documentApi.ts'

/** An estimate while the file is read, never below what is there; exact afterwards. */
export function expectedLines(
  facts: Pick<DocumentFacts, 'lines' | 'readBytes' | 'state' | 'totalBytes'> | undefined,
): number {
  if (!facts) return 0
  const { lines, readBytes, state, totalBytes } = facts
  if (state !== 'reading' || readBytes <= 0) return lines
  return Math.max(lines, Math.round(lines * (totalBytes / readBytes)))
}
