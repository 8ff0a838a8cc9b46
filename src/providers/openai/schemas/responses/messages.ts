// Messages in the input of /v1/responses, by role; `type` may be left out.
// Source: OpenAI's OpenAPI description of 2026-08-21, EasyInputMessage, InputMessage and OutputMessage.
import { z } from '../../../../formats/zod.ts'
import { orNull } from '../commonFields.ts'
import { assistantPart, inputPart } from './contentParts.ts'
import { itemId, itemStatus } from './itemFields.ts'

const common = {
  type: z.literal('message').optional(),
  id: itemId,
  status: itemStatus,
  phase: orNull(z.enum(['commentary', 'final_answer'])),
}

export const messageItem = z.discriminatedUnion('role', [
  z.strictObject({
    ...common,
    role: z.enum(['user', 'system', 'developer']),
    content: z.union([z.string(), z.array(inputPart)]),
  }),
  z.strictObject({
    ...common,
    role: z.literal('assistant'),
    content: z.union([z.string(), z.array(assistantPart)]),
  }),
])
