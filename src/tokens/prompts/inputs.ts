// Prompts that are no conversation: what is to be embedded, moderated, completed or drawn.
import { isObject } from '../../json/jsonPath.ts'
import { addContent, urlIn } from './contentParts.ts'
import type { PromptBuilder } from './promptBuilder.ts'

/** `input`: a text, texts, the tokens of one text or of several, or parts. */
export function inputPrompt(body: Readonly<Record<string, unknown>>, prompt: PromptBuilder): void {
  addTexts(body['input'], prompt)
}

/** `prompt`, as above; and what goes with it in completions and images. */
export function textPrompt(body: Readonly<Record<string, unknown>>, prompt: PromptBuilder): void {
  addTexts(body['prompt'], prompt)
  prompt.text(body['suffix'])
  const { images, image } = body
  for (const each of Array.isArray(images) ? images : image === undefined ? [] : [image]) {
    prompt.media(isObject(each) ? urlIn(each['image_url']) : each)
  }
}

function addTexts(input: unknown, prompt: PromptBuilder): void {
  if (!Array.isArray(input)) {
    prompt.text(input)
    return
  }
  for (const item of input) {
    if (typeof item === 'number') prompt.tokens += 1
    else if (Array.isArray(item)) prompt.tokens += item.length
    else addContent([item], prompt)
  }
}
