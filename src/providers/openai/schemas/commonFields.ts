// Parameters that several endpoints have. Source: OpenAI's OpenAPI description of 2026-08-21.
import { z } from '../../../formats/zod.ts'

/** May be left out or be null. */
export function orNull<T extends z.core.$ZodType>(schema: T): z.ZodOptional<z.ZodNullable<T>> {
  return z.optional(z.nullable(schema))
}

/** Any JSON object, such as a JSON Schema. Its content is not validated. */
export const anyObject = z.looseObject({})

export const model = z.string().min(1)

/** Between -2 and 2: penalties. */
export const penalty = orNull(z.number().min(-2).max(2))

/** Bounds of a 64-bit integer; wider than z.int() allows. That it is whole is a line rule. */
export const SEED_BOUND = 2 ** 63
export const seed = orNull(z.number().min(-SEED_BOUND).max(SEED_BOUND))

/** The least bias bans a token, the largest makes it the only choice. */
export const logitBias = orNull(z.record(z.string(), z.int().min(-100).max(100)))

/** Up to 16 pairs, which a line rule counts. */
export const requestMetadata = orNull(z.record(z.string().max(64), z.string().max(512)))

export const temperature = orNull(z.number().min(0).max(2))
export const topP = orNull(z.number().min(0).max(1))
export const completionCount = orNull(z.int().min(1).max(128))
export const stop = orNull(z.union([z.string(), z.array(z.string()).min(1).max(4)]))
export const safetyIdentifier = orNull(z.string().max(64))

/** `true` is refused in a batch: a line rule says so by name. */
export const stream = orNull(z.boolean())
export const streamOptions = orNull(
  z.strictObject({
    include_usage: z.boolean().optional(),
    include_obfuscation: z.boolean().optional(),
  }),
)

const moderationMode = orNull(z.strictObject({ mode: z.enum(['score', 'block']) }))

/** Of the input and the answer of a request, beside it. */
export const moderation = orNull(
  z.strictObject({
    model: z.string(),
    policy: orNull(z.strictObject({ input: moderationMode, output: moderationMode })),
  }),
)
