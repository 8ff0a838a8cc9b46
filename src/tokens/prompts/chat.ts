// The prompt of POST /v1/chat/completions.
import { isObject } from '../../json/jsonPath.ts'
import { addContent } from './contentParts.ts'
import type { PromptBuilder } from './promptBuilder.ts'

/**
 * What stands around each message, what a name costs beside its text, and what begins the answer: OpenAI's
 * cookbook, "How to count tokens with tiktoken". The example of the API's description (2026-08-21) agrees;
 * of later models OpenAI has published nothing, and recorded answers of gpt-5 have a token less.
 */
export const MESSAGE_TOKENS = 3
const NAME_TOKENS = 1
export const ANSWER_TOKENS = 3

export function chatPrompt(body: Readonly<Record<string, unknown>>, prompt: PromptBuilder): void {
  const { messages } = body
  for (const message of Array.isArray(messages) ? messages : []) addMessage(message, prompt)
  prompt.tokens += ANSWER_TOKENS
  prompt.tools(body['tools'])
  prompt.tools(body['functions'])
  const format = body['response_format']
  if (isObject(format)) prompt.tools(format['json_schema'])
}

/** Also of messages among the items of a Responses request. */
export function addMessage(message: unknown, prompt: PromptBuilder): void {
  if (!isObject(message)) return
  prompt.tokens += MESSAGE_TOKENS
  prompt.text(message['role'])
  if (typeof message['name'] === 'string') {
    prompt.tokens += NAME_TOKENS
    prompt.text(message['name'])
  }
  addContent(message['content'], prompt)
  prompt.text(message['refusal'])
  const { tool_calls: calls, function_call: legacy } = message
  for (const call of Array.isArray(calls) ? calls : []) {
    if (isObject(call)) addCall(call['function'] ?? call['custom'], prompt)
  }
  addCall(legacy, prompt)
  // Sound that the model spoke before is kept under an id.
  if (isObject(message['audio'])) prompt.media(undefined)
}

function addCall(call: unknown, prompt: PromptBuilder): void {
  if (!isObject(call)) return
  prompt.text(call['name'])
  prompt.text(call['arguments'] ?? call['input'])
}
