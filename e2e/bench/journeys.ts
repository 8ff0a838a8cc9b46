// With which cases more than opening is timed: a jump, a search, fixing all and an export.
import type { BenchCase } from '../../src/benchmark/benchCases.ts'
import { lineCountOf } from '../../src/benchmark/caseBytes.ts'

export interface Journey {
  /** Whether a thousand lines are given a mistake for 'Fix all'. */
  readonly hasMistakes: boolean
  /** Whether all lines are also exported as one JSON array. */
  readonly exportsArray: boolean
  /** A text of the line that no other line of the case has. */
  readonly textOf: (line: string) => string
}

const customId = (line: string): string => find(line, /"custom_id": "([^"]+)"/)

const JOURNEYS: Readonly<Record<string, Journey>> = {
  ascii: { hasMistakes: true, exportsArray: false, textOf: customId },
  chinese: { hasMistakes: true, exportsArray: false, textOf: customId },
  short: { hasMistakes: false, exportsArray: true, textOf: (line) => find(line, /"n":(\d+)/) },
  'all-invalid': { hasMistakes: false, exportsArray: false, textOf: customId },
}

export function journeyOf(entry: BenchCase): Journey | undefined {
  return JOURNEYS[entry.id]
}

const MISTAKES = 1000

/** Of every mistake, the code of its cause in the app. */
export const MISTAKE_CODE = 'value:method'

/** How many lines `withMistakes` damages; at most every third. */
export function mistakesIn(entry: BenchCase, targetBytes: number): number {
  if (journeyOf(entry)?.hasMistakes !== true) return 0
  return Math.min(MISTAKES, Math.floor(lineCountOf(entry, targetBytes) / 3))
}

/**
 * The case with the mistakes that its journey fixes, evenly over the file: a method in small letters.
 * All lines stay JSON, which some of the programs that are compared need to get to the end.
 */
export function withMistakes(entry: BenchCase, targetBytes: number): BenchCase {
  const count = mistakesIn(entry, targetBytes)
  if (count === 0) return entry
  const step = Math.floor(lineCountOf(entry, targetBytes) / count)
  return {
    ...entry,
    line(index) {
      const line = entry.line(index)
      if (index % step !== 0 || index >= step * count) return line
      return line.replace('"method": "POST"', '"method": "post"')
    },
  }
}

function find(line: string, pattern: RegExp): string {
  const found = pattern.exec(line)?.[1]
  if (found === undefined) throw new Error(`${pattern.source} is not in ${line.slice(0, 200)}`)
  return found
}
