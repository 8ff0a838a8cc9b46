// Fields that items of many kinds have in /v1/responses, and the ways in which they may be empty.
import { z } from '../../../../formats/zod.ts'
import { orNull } from '../commonFields.ts'

/** Items that come back as the API gave them have an id and a status; people leave both out. */
export const itemId = orNull(z.string())
export const itemStatus = orNull(z.enum(['in_progress', 'completed', 'incomplete']))

/** The id by which a call and its output belong together. */
export const callId = z.string().min(1).max(64)

/** Who made a call: the model, or a program of its. */
export const caller = orNull(
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('direct') }),
    z.strictObject({ type: z.literal('program'), caller_id: z.string().min(1).max(64) }),
  ]),
)
