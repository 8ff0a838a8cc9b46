// One example of supervised chat fine-tuning.
// Source: OpenAI's FineTuneChatRequestInput of 2025, its vision fine-tuning guide, and the checks of
// Azure's and OpenAI's own preparation notebooks.
import { isObject } from '../../../json/jsonPath.ts'
import { z } from '../../../formats/zod.ts'
import { functionCall, toolCall } from './chatMessage.ts'
import { functionTools, legacyFunction } from './chatTools.ts'

const textPart = z.strictObject({ type: z.literal('text'), text: z.string() })

/** Only in messages of the user; audio and files are not taken. */
const imagePart = z.strictObject({
  type: z.literal('image_url'),
  image_url: z.strictObject({
    url: z.string().min(1),
    detail: z.enum(['auto', 'low', 'high']).optional(),
  }),
})

const texts = z.union([z.string().min(1), z.array(z.discriminatedUnion('type', [textPart])).min(1)])

const name = z.string().nullable().optional()

/** Without a weight: what is only read, or compared. */
const readAssistant = z.strictObject({
  role: z.literal('assistant'),
  content: z
    .union([z.string(), z.array(z.discriminatedUnion('type', [textPart])).min(1)])
    .nullable()
    .optional(),
  name,
  refusal: z.string().nullable().optional(),
  tool_calls: z.array(toolCall).nullable().optional(),
  function_call: functionCall.nullable().optional(),
})

const asking = [
  z.strictObject({ role: z.literal('system'), content: texts, name }),
  z.strictObject({ role: z.literal('developer'), content: texts, name }),
  z.strictObject({
    role: z.literal('user'),
    content: z.union([
      z.string().min(1),
      z.array(z.discriminatedUnion('type', [textPart, imagePart])).min(1),
    ]),
    name,
  }),
] as const

const answering = [
  z.strictObject({
    role: z.literal('tool'),
    content: z.union([z.string(), z.array(z.discriminatedUnion('type', [textPart])).min(1)]),
    tool_call_id: z.string(),
  }),
  z.strictObject({ role: z.literal('function'), content: z.string().nullable(), name: z.string() }),
] as const

const learntAssistant = readAssistant.extend({
  // 0 leaves the message out of training.
  weight: z.literal([0, 1]).optional(),
})

/** A conversation that the answers of an example belong to. */
export const readMessages = z
  .array(z.discriminatedUnion('role', [...asking, readAssistant, ...answering]))
  .min(1)

/** One answer that is compared with another. */
export const comparedAnswer = z
  .array(z.discriminatedUnion('role', [readAssistant]))
  .min(1)
  .max(1)

export const fineTuningLine = z.strictObject({
  messages: z
    .array(z.discriminatedUnion('role', [...asking, learntAssistant, ...answering]))
    .min(1),
  tools: functionTools.nullable().optional(),
  parallel_tool_calls: z.boolean().nullable().optional(),
  functions: z.array(legacyFunction).min(1).max(128).nullable().optional(),
})

/** Keys of lines that have messages and are something else. */
const FOREIGN_KEYS = [
  'model',
  'custom_id',
  'body',
  'params',
  'request',
  'response',
  'choices',
  'schemaVersion',
]

const KEYS = Object.keys(fineTuningLine.shape)

export type TuningKind = 'supervised' | 'reinforcement'

/**
 * Which kind of tuning an example is for. One for reinforcement ends with the user, since the model is
 * to answer, and has further keys, by which a grader judges the answer.
 */
export function tuningKindOf(value: unknown): TuningKind | undefined {
  if (!isObject(value)) return undefined
  const { messages } = value
  if (!Array.isArray(messages) || messages.length === 0) return undefined
  if (FOREIGN_KEYS.some((key) => Object.hasOwn(value, key))) return undefined
  if (!messages.every((one) => isObject(one) && ('role' in one || 'content' in one)))
    return undefined
  const last: unknown = messages.at(-1)
  const endsWithUser = isObject(last) && last['role'] === 'user'
  const isGraded = Object.keys(value).some((key) => !KEYS.includes(key))
  return endsWithUser && isGraded ? 'reinforcement' : 'supervised'
}
