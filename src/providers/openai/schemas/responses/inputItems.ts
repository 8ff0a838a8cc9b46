// What the input of /v1/responses is made of: messages, calls and their outputs, reasoning, references.
// Source: OpenAI's OpenAPI description of 2026-08-21, InputItem, and its SDK 7.57.0 of 2026-11-13.
import { z } from '../../../../formats/zod.ts'
import { moves, moving } from '../../movingValues.ts'
import { orNull } from '../commonFields.ts'
import { builtInCalls } from './builtInCalls.ts'
import { itemId, itemStatus } from './itemFields.ts'
import { messageItem } from './messages.ts'
import { ownCalls } from './ownCalls.ts'
import { textFormat } from './textFormat.ts'
import { tool } from './tools.ts'

/** Characters of a summary that only the API can read. */
const MAX_ENCRYPTED = 20_971_520

const reasoningItem = z.strictObject({
  type: z.literal('reasoning'),
  id: itemId,
  encrypted_content: orNull(z.string()),
  summary: z.array(z.strictObject({ type: z.literal('summary_text'), text: z.string() })),
  content: orNull(z.array(z.strictObject({ type: z.literal('reasoning_text'), text: z.string() }))),
  status: itemStatus,
})

/** Changes how the model answers from here on. */
const configurationUpdate = z.strictObject({
  type: z.literal('configuration_update'),
  id: itemId,
  reasoning: z.strictObject({ effort: orNull(moving('reasoningEffort')) }).optional(),
  text: z.strictObject({ format: textFormat }).optional(),
})

const item = moves(
  z.discriminatedUnion('type', [
    messageItem,
    reasoningItem,
    ...ownCalls,
    ...builtInCalls,
    configurationUpdate,
    z.strictObject({ type: z.literal('item_reference'), id: z.string() }),
    z.strictObject({
      type: z.literal('compaction'),
      id: itemId,
      encrypted_content: z.string().max(MAX_ENCRYPTED),
    }),
    z.strictObject({ type: z.literal('compaction_trigger'), id: itemId }),
    z.strictObject({
      type: z.literal('additional_tools'),
      id: itemId,
      role: z.literal('developer'),
      tools: z.array(tool),
    }),
  ]),
)

/** An id alone refers to an item. */
const bareReference = z.strictObject({ id: z.string(), type: z.null().optional() })

export const responsesInput = z.union([z.string(), z.array(z.union([item, bareReference]))])
