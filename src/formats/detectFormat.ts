// Which format a file is, from a sample of its lines.
import type { FormatDefinition } from './defineFormat.ts'

/** Share of the sampled lines that a format has to recognise; below it the plain format is taken. */
const CLEAR_MAJORITY = 0.6

export interface Detection {
  readonly format: FormatDefinition
  /** Share of the sample that the format recognises, 0 to 1; 0 for the plain format. */
  readonly share: number
}

/**
 * `values` are parsed lines; lines that do not parse are left out by the caller. The answer does
 * not depend on the order of `formats`: a tie between two of them is no clear majority.
 */
export function detectFormat(
  formats: readonly FormatDefinition[],
  plain: FormatDefinition,
  values: readonly unknown[],
): Detection {
  let best: FormatDefinition | undefined
  let bestCount = 0
  let isTie = false
  for (const format of formats) {
    let count = 0
    for (const value of values) if (format.recognise(value)) count++
    if (count > bestCount) {
      best = format
      bestCount = count
      isTie = false
    } else if (count === bestCount && count > 0) isTie = true
  }
  if (best === undefined || isTie || bestCount < values.length * CLEAR_MAJORITY) {
    return { format: plain, share: 0 }
  }
  return { format: best, share: bestCount / values.length }
}
