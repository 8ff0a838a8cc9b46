// The tolerant reading of a line, once for all the fixes that ask for it.
import type { MismatchPolicy, SyntaxReading } from './repair.ts'
import { SyntaxReader } from './syntaxReader.ts'

/** Several fixes ask for the same line, and for what they make of it, one after the other. */
const MOST_KEPT = 2
/** Longest text that may stay in memory for that when all is done. */
const KEPT_LENGTH = 1 << 20
let kept: readonly { readonly text: string; readonly reading: SyntaxReading }[] = []

/** To be called when the fixes of a line are proposed. */
export function forgetLongReadings(): void {
  kept = kept.filter(({ text }) => text.length <= KEPT_LENGTH)
}

/** Cost: linear in the length of the text. */
export function readSyntax(text: string, mismatch?: MismatchPolicy): SyntaxReading {
  if (mismatch) return new SyntaxReader(text, mismatch).read()
  const known = kept.find((one) => one.text === text)
  const entry = known ?? { text, reading: new SyntaxReader(text, undefined).read() }
  kept = [entry, ...kept.filter((one) => one !== entry)].slice(0, MOST_KEPT)
  return entry.reading
}
