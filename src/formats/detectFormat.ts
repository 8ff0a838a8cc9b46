// Which format a file is, from a sample of its lines.
import { isObject } from '../json/jsonPath.ts'
import type { FormatDefinition } from './defineFormat.ts'

/**
 * Share of the sampled objects that formats of one kind have to recognise; below it the plain format
 * is taken.
 */
const CLEAR_MAJORITY = 0.6

/**
 * Share of all sampled lines that these have to be: a few requests in a log or in a text make no
 * file of requests.
 */
const LEAST_SHARE = 0.2

export interface Detection {
  readonly format: FormatDefinition
  /** Share of the sampled objects that the format's kind recognises, 0 to 1; 0 for the plain format. */
  readonly share: number
}

/**
 * `values`: what lines hold, as far as they can be read. Lines that are not objects, or objects
 * without keys, look like nothing and neither speak for a format nor against it.
 *
 * First the kind is found (requests, results, examples) and then whose it is, so that some lines of
 * another provider's do not hide what the file is. The answer does not depend on the order of
 * `formats`: a tie between two kinds is not a clear majority, and one between providers goes to the
 * format that the others are variants of.
 */
export function detectFormat(
  formats: readonly FormatDefinition[],
  plain: FormatDefinition,
  values: readonly unknown[],
): Detection {
  const objects = values.filter((value) => isObject(value) && Object.keys(value).length > 0)
  const formatsByKind = new Map<string, FormatDefinition[]>()
  for (const format of formats) {
    formatsByKind.set(kindOf(format), [...(formatsByKind.get(kindOf(format)) ?? []), format])
  }
  let best: readonly FormatDefinition[] = []
  let bestCount = 0
  let isTie = false
  for (const ofKind of formatsByKind.values()) {
    const count = objects.filter((value) => ofKind.some((each) => each.recognise(value))).length
    if (count > bestCount) {
      best = ofKind
      bestCount = count
      isTie = false
    } else if (count === bestCount && count > 0) isTie = true
  }
  const isClear =
    bestCount >= objects.length * CLEAR_MAJORITY && bestCount >= values.length * LEAST_SHARE
  if (bestCount === 0 || isTie || !isClear) return { format: plain, share: 0 }
  return { format: variantOf(best, objects), share: bestCount / objects.length }
}

/** Formats of one kind are the same thing as different providers take it. */
export function kindOf({ id, variantOf: base }: FormatDefinition): string {
  return base ?? id
}

/** Of formats of one kind the one that recognises the most; the one that others vary before those. */
function variantOf(
  formats: readonly FormatDefinition[],
  values: readonly unknown[],
): FormatDefinition {
  const counted = formats.map((format) => ({
    format,
    count: values.filter((value) => format.recognise(value)).length,
    isVariant: format.variantOf === undefined ? 0 : 1,
  }))
  counted.sort(
    (a, b) =>
      b.count - a.count ||
      a.isVariant - b.isVariant ||
      a.format.id.localeCompare(b.format.id, 'en'),
  )
  return (counted[0] as (typeof counted)[number]).format
}
