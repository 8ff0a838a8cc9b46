// What one batch of a document may hold.
import { MAX_BYTES, MAX_REQUESTS } from '../../batch/batchLimits.ts'
import type { PartLimits } from '../../contracts/batchParts.ts'
import type { DocumentFacts } from '../../contracts/documentApi.ts'

/** The limits of the format; OpenAI's where it has none. */
export function formatLimitsOf(facts: Pick<DocumentFacts, 'meters'>): PartLimits {
  const limit = (of: 'lines' | 'bytes' | 'items'): number | undefined => {
    const limits = facts.meters.filter((meter) => meter.of === of).map((meter) => meter.limit)
    return limits.length > 0 ? Math.min(...limits) : undefined
  }
  const items = limit('items')
  return {
    lines: limit('lines') ?? MAX_REQUESTS,
    bytes: limit('bytes') ?? MAX_BYTES,
    ...(items !== undefined && { items }),
  }
}

/** The same, within what OpenAI's API takes: of batches that are started from here. */
export function limitsOf(facts: Pick<DocumentFacts, 'meters'>): PartLimits {
  const { lines, bytes, ...others } = formatLimitsOf(facts)
  return { lines: Math.min(lines, MAX_REQUESTS), bytes: Math.min(bytes, MAX_BYTES), ...others }
}
