// The prompt of POST /v1/responses. How its parts are put together has not been published: they are counted
// as the messages of a chat.
import { isObject } from '../../json/jsonPath.ts'
import { addMessage, ANSWER_TOKENS, MESSAGE_TOKENS } from './chat.ts'
import { addContent } from './contentParts.ts'
import type { PromptBuilder } from './promptBuilder.ts'

/** What the API keeps, and puts before what is in the line. */
const STORED = ['previous_response_id', 'conversation', 'prompt'] as const

export function responsesPrompt(
  body: Readonly<Record<string, unknown>>,
  prompt: PromptBuilder,
): void {
  const { instructions, input, text, tools } = body
  if (instructions !== undefined && instructions !== null) {
    if (Array.isArray(instructions)) for (const item of instructions) addItem(item, prompt)
    else addMessage({ role: 'developer', content: instructions }, prompt)
  }
  if (typeof input === 'string') addMessage({ role: 'user', content: input }, prompt)
  if (Array.isArray(input)) for (const item of input) addItem(item, prompt)
  prompt.tokens += ANSWER_TOKENS
  prompt.tools(tools)
  if (isObject(text) && isObject(text['format'])) prompt.tools(text['format']['schema'])
  if (STORED.some((key) => body[key] !== undefined && body[key] !== null)) {
    prompt.hasStoredInput = true
  }
}

function addItem(item: unknown, prompt: PromptBuilder): void {
  if (!isObject(item)) return
  const type = item['type'] ?? 'message'
  if (type === 'message') {
    addMessage(item, prompt)
    return
  }
  prompt.tokens += MESSAGE_TOKENS
  switch (type) {
    case 'function_call':
    case 'custom_tool_call':
      prompt.text(item['name'])
      prompt.text(item['arguments'] ?? item['input'])
      return
    case 'function_call_output':
    case 'custom_tool_call_output':
      addContent(item['output'], prompt)
      return
    case 'reasoning':
      addContent(item['summary'], prompt)
      addContent(item['content'], prompt)
      return
    case 'item_reference':
      prompt.hasStoredInput = true
      return
    case 'image_generation_call':
      prompt.media(item['result'])
      return
    default:
      prompt.hasTools = true
      prompt.json(item)
  }
}
