// A prompt as it is being put together.
import { exactJson } from '../../pairing/jsonReading.ts'

export interface Prompt {
  /** Each is counted by itself. */
  readonly texts: readonly string[]
  /** Beside those of the texts: what stands between messages, and what was sent as numbers of tokens. */
  readonly tokens: number
  /** Code units of images, sound and files in the line, which are no text. */
  readonly mediaLength: number
  readonly hasMedia: boolean
  /** Tools or a JSON schema, whose own form the model is not shown: their JSON is counted. */
  readonly hasTools: boolean
  /** Earlier answers, conversations or prompts that the API keeps. */
  readonly hasStoredInput: boolean
}

export class PromptBuilder implements Prompt {
  readonly texts: string[] = []
  tokens = 0
  mediaLength = 0
  hasMedia = false
  hasTools = false
  hasStoredInput = false

  /** Anything that is no string counts for nothing. */
  text(text: unknown): void {
    if (typeof text === 'string' && text !== '') this.texts.push(text)
  }

  /** `content`: where it is in the line, if it is; a URL or an id does not count as text either. */
  media(content: unknown): void {
    this.hasMedia = true
    if (typeof content === 'string') this.mediaLength += content.length
  }

  /** As JSON; nothing when it is absent. */
  json(value: unknown): void {
    if (value !== undefined && value !== null) this.text(exactJson(value))
  }

  tools(value: unknown): void {
    if (value === undefined || value === null) return
    if (Array.isArray(value) && value.length === 0) return
    this.hasTools = true
    this.json(value)
  }
}
