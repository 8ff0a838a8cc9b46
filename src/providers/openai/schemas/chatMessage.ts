// Messages of a chat request, one shape per role.
// Source: OpenAI's OpenAPI description of 2026-08-21, ChatCompletionRequest*Message.
import { z } from '../../../formats/zod.ts'
import { assistantContent, textContent, userContent } from './messageParts.ts'

export const toolCall = z.discriminatedUnion('type', [
  z.strictObject({
    id: z.string(),
    type: z.literal('function'),
    // A text that holds JSON; giving the object itself is a frequent mistake.
    function: z.strictObject({ name: z.string(), arguments: z.string() }),
  }),
  z.strictObject({
    id: z.string(),
    type: z.literal('custom'),
    custom: z.strictObject({ name: z.string(), input: z.string() }),
  }),
])

export const functionCall = z.strictObject({ name: z.string(), arguments: z.string() })

const developerMessage = z.strictObject({
  role: z.literal('developer'),
  content: textContent,
  name: z.string().nullable().optional(),
})

const systemMessage = z.strictObject({
  role: z.literal('system'),
  content: textContent,
  name: z.string().nullable().optional(),
})

const userMessage = z.strictObject({
  role: z.literal('user'),
  content: userContent,
  name: z.string().nullable().optional(),
})

/** `content` may be left out beside a call or audio only: see the line rules of the formats. */
const assistantMessage = z.strictObject({
  role: z.literal('assistant'),
  content: assistantContent.optional(),
  refusal: z.string().nullable().optional(),
  name: z.string().nullable().optional(),
  audio: z.strictObject({ id: z.string() }).nullable().optional(),
  tool_calls: z.array(toolCall).min(1).nullable().optional(),
  function_call: functionCall.nullable().optional(),
  // Of answers; OpenAI's guides send the whole answer again, as Python's model_dump() does.
  annotations: z.array(z.unknown()).nullable().optional(),
})

const toolMessage = z.strictObject({
  role: z.literal('tool'),
  content: textContent,
  tool_call_id: z.string(),
  // Not in the description; OpenAI's cookbook (How_to_call_functions_with_chat_models) and LangChain send it.
  name: z.string().nullable().optional(),
})

/** Deprecated in favour of `tool`. */
const functionMessage = z.strictObject({
  role: z.literal('function'),
  content: z.string().nullable(),
  name: z.string(),
})

export const chatMessage = z.discriminatedUnion('role', [
  userMessage,
  systemMessage,
  assistantMessage,
  developerMessage,
  toolMessage,
  functionMessage,
])
