// A request between two shapes: what all of them can say, in the words of none. Values are JSON texts of
// the source with the place that they come from, so that a note can point there.
import type { JsonNode, Raw } from './jsonNode.ts'

export type Role = 'system' | 'developer' | 'user' | 'assistant' | 'tool'

export type MediaKind = 'image' | 'audio' | 'video' | 'file'

/** `data` is the inside of a JSON string: base64 with its escapes, or, of `text`, characters. */
export type MediaSource =
  | { readonly kind: 'base64'; readonly mediaType: string; readonly data: string }
  | { readonly kind: 'text'; readonly data: string }
  /** `url`, `id`: strings with their quotes. `mediaType` as far as the source says it. */
  | { readonly kind: 'url'; readonly url: Raw; readonly mediaType?: string }
  | { readonly kind: 'id'; readonly id: Raw }

export interface TextPart {
  readonly kind: 'text'
  readonly text: Raw
  readonly at: JsonNode
}

export interface MediaPart {
  readonly kind: 'media'
  readonly media: MediaKind
  readonly source: MediaSource
  /** Name of the file. */
  readonly name?: Raw
  /** Of an image: how closely it is looked at, in OpenAI's words. */
  readonly detail?: Raw
  readonly at: JsonNode
}

export interface RefusalPart {
  readonly kind: 'refusal'
  readonly text: Raw
  readonly at: JsonNode
}

export interface CallPart {
  readonly kind: 'call'
  readonly id: Raw
  readonly name: Raw
  /** `json`: a JSON value; `text`: a string, which of a function should hold JSON. */
  readonly input: { readonly kind: 'json' | 'text'; readonly raw: Raw }
  /** Of a tool that takes any text. */
  readonly isCustom: boolean
  readonly at: JsonNode
}

export interface ResultPart {
  readonly kind: 'result'
  readonly callId: Raw
  readonly parts: readonly Part[]
  /** The result was one text, without parts. */
  readonly isPlain: boolean
  /** A JSON object instead of parts. */
  readonly json?: Raw
  readonly isError: boolean
  readonly at: JsonNode
}

export type Part = TextPart | MediaPart | RefusalPart | CallPart | ResultPart

export interface Turn {
  readonly role: Role
  readonly parts: readonly Part[]
  /** The content was one text, without parts. */
  readonly isPlain: boolean
  /** Of the participant. */
  readonly name?: JsonNode
  readonly at: JsonNode
}

export interface Tool {
  readonly name: Raw
  readonly description?: Raw
  /** JSON Schema; of a tool that takes any text, its format in OpenAI's words. */
  readonly schema?: Raw
  readonly strict?: JsonNode
  readonly isCustom: boolean
  readonly at: JsonNode
}

export interface ToolChoice {
  /** `some`: only those named, with or without having to call one. */
  readonly mode: 'auto' | 'none' | 'required' | 'one' | 'some'
  readonly names: readonly Raw[]
  /** Of `some`. */
  readonly mustCall: boolean
  readonly at: JsonNode
}

/** `schema` absent: any JSON. */
export interface Format {
  readonly schema?: Raw
  readonly name?: Raw
  readonly description?: Raw
  /** `kept`: the source's API enforces every schema; `asked`, `loose`: the request says so. */
  readonly strictness: 'kept' | 'asked' | 'loose'
  readonly at: JsonNode
}

/** How much to think: a level in OpenAI's words, or tokens. */
export interface Effort {
  readonly level: string
  readonly budget?: Raw
  readonly at: JsonNode
}

export type SettingName =
  | 'maxTokens'
  | 'temperature'
  | 'topP'
  | 'topK'
  | 'stop'
  | 'n'
  | 'seed'
  | 'presencePenalty'
  | 'frequencyPenalty'
  | 'logprobs'
  | 'topLogprobs'
  | 'logitBias'
  | 'metadata'
  | 'user'
  | 'safetyIdentifier'
  | 'serviceTier'
  | 'store'
  | 'cacheKey'
  | 'cacheOptions'
  | 'cacheRetention'
  | 'moderation'
  | 'verbosity'

export interface Chat {
  readonly kind: 'chat'
  readonly turns: readonly Turn[]
  readonly tools: readonly Tool[]
  readonly toolChoice?: ToolChoice
  /** Whether several tools may be called at once. */
  readonly parallel?: { readonly isAllowed: boolean; readonly at: JsonNode }
  readonly format?: Format
  readonly effort?: Effort
  readonly settings: ReadonlyMap<SettingName, JsonNode>
  /** Members of the body that the source's shape does not know. */
  readonly extras: readonly JsonNode[]
}

export interface Embedding {
  readonly kind: 'embedding'
  /** Texts, or, where one of them is no text, tokens. */
  readonly inputs: readonly JsonNode[]
  /** The input is a list, be it of one. */
  readonly isList: boolean
  readonly input: JsonNode
  readonly dimensions?: JsonNode
  readonly encoding?: JsonNode
  readonly user?: JsonNode
  readonly extras: readonly JsonNode[]
}

export type Request = Chat | Embedding
