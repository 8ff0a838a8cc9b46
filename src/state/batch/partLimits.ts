// What one batch of a document may hold.
import { MAX_BYTES, MAX_REQUESTS } from '../../batch/batchLimits.ts'
import type { PartLimits } from '../../contracts/batchParts.ts'
import type { DocumentFacts } from '../../contracts/documentApi.ts'

/** The limits of the format, where it has any, within those of OpenAI. */
export function limitsOf(facts: Pick<DocumentFacts, 'meters'>): PartLimits {
  const limit = (of: 'lines' | 'bytes' | 'items'): number =>
    Math.min(...facts.meters.filter((meter) => meter.of === of).map((meter) => meter.limit))
  const items = limit('items')
  return {
    lines: Math.min(limit('lines'), MAX_REQUESTS),
    bytes: Math.min(limit('bytes'), MAX_BYTES),
    ...(Number.isFinite(items) && { items }),
  }
}
