// The content of a message: a text, or parts of it. Chat and Responses name theirs differently, and people
// mix them up, so both are known in both.
import { isObject } from '../../json/jsonPath.ts'
import type { PromptBuilder } from './promptBuilder.ts'

export function addContent(content: unknown, prompt: PromptBuilder): void {
  if (typeof content === 'string') prompt.text(content)
  if (Array.isArray(content)) for (const part of content) addPart(part, prompt)
}

function addPart(part: unknown, prompt: PromptBuilder): void {
  if (typeof part === 'string') prompt.text(part)
  if (!isObject(part)) return
  switch (part['type']) {
    case 'image_url':
    case 'input_image':
      prompt.media(urlIn(part['image_url']))
      return
    case 'input_audio':
    case 'audio':
      prompt.media(dataIn(part['input_audio']))
      return
    case 'file':
    case 'input_file':
      prompt.media(dataIn(part['file'] ?? part))
      return
    case 'refusal':
      prompt.text(part['refusal'])
      return
    default:
      prompt.text(part['text'])
  }
}

/** `{"url":…}` in chat, the URL itself in Responses. */
export function urlIn(holder: unknown): unknown {
  return isObject(holder) ? holder['url'] : holder
}

function dataIn(holder: unknown): unknown {
  return isObject(holder) ? (holder['data'] ?? holder['file_data']) : undefined
}
