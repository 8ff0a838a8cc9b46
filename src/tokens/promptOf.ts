// What of a request body becomes prompt, by the endpoint that it is for: texts to be counted, tokens that
// are known, and whether there is more that cannot be counted.
import { chatPrompt } from './prompts/chat.ts'
import { inputPrompt, textPrompt } from './prompts/inputs.ts'
import { PromptBuilder, type Prompt } from './prompts/promptBuilder.ts'
import { responsesPrompt } from './prompts/responses.ts'
import { isObject } from '../json/jsonPath.ts'

export type { Prompt } from './prompts/promptBuilder.ts'

type JsonObject = Readonly<Record<string, unknown>>

/** By the end of the url, so that bases of other providers fit, too. */
const READERS: readonly (readonly [RegExp, (body: JsonObject, prompt: PromptBuilder) => void])[] = [
  [/\/chat\/completions$/, chatPrompt],
  [/\/responses$/, responsesPrompt],
  [/\/embeddings$/, inputPrompt],
  [/\/moderations$/, inputPrompt],
  [/\/completions$/, textPrompt],
  [/\/images\/(generations|edits)$/, textPrompt],
]

export function promptOf(url: string | undefined, body: unknown): Prompt {
  const prompt = new PromptBuilder()
  if (!isObject(body)) return prompt
  const reader = READERS.find(([pattern]) => pattern.test(url ?? ''))?.[1] ?? readerByKeys(body)
  reader(body, prompt)
  return prompt
}

function readerByKeys(body: JsonObject): (body: JsonObject, prompt: PromptBuilder) => void {
  if ('messages' in body) return chatPrompt
  if ('prompt' in body) return textPrompt
  return 'instructions' in body || 'max_output_tokens' in body ? responsesPrompt : inputPrompt
}
