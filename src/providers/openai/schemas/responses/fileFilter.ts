// The filter of a search in files: comparisons, and comparisons within each other.
// Source: OpenAI's OpenAPI description of 2026-08-21, ComparisonFilter and CompoundFilter.
import { z } from '../../../../formats/zod.ts'

const plain = z.union([z.string(), z.number()])

const comparison = z.strictObject({
  type: z.enum(['eq', 'ne', 'gt', 'gte', 'lt', 'lte', 'in', 'nin']),
  key: z.string(),
  value: z.union([z.string(), z.number(), z.boolean(), z.array(plain)]),
})

/**
 * Filters within filters that are looked at. A schema within itself would make every line count by its
 * bytes, and filters are what differs from line to line.
 */
const MAX_DEPTH = 4

function filterOfDepth(depth: number): z.ZodType {
  const inner = depth === 0 ? z.looseObject({}) : filterOfDepth(depth - 1)
  return z.discriminatedUnion('type', [
    comparison,
    z.strictObject({ type: z.enum(['and', 'or']), filters: z.array(inner) }),
  ])
}

export const fileFilter = filterOfDepth(MAX_DEPTH)
