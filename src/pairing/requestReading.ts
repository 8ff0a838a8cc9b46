// What a request line says, whatever its provider.
import type { JsonPath } from '../json/jsonPath.ts'
import type { Message } from './conversation.ts'
import type { RecordKey } from './recordKey.ts'

/** The request asks for an answer that is JSON. */
export interface WantsJson {
  /** JSON Schema that the answer must keep to; undefined when any JSON will do. */
  readonly schema: unknown
  /** The provider promises to keep to the schema. */
  readonly isStrict: boolean
}

/** A limit of the answer's length, for files that ask again with a larger one. */
export interface TokenLimit {
  /** Where the limit is in the line, or where it would be. */
  readonly path: JsonPath
  /** undefined when the request sets none. */
  readonly value: number | undefined
}

export interface RequestContent {
  /** Messages are exchanged: chat, whatever its API is called; not embeddings, moderations or images. */
  readonly isConversation: boolean
  readonly model: string | undefined
  /** Where the model is in the line, or would be; undefined where the job names it, not the line. */
  readonly modelPath: JsonPath | undefined
  /** As the line says; undefined for providers whose lines have none. */
  readonly url: string | undefined
  readonly conversation: readonly Message[]
  readonly wantsJson: WantsJson | undefined
  /** Texts to embed; undefined for other kinds. */
  readonly inputCount: number | undefined
  /** undefined where answers have no length to limit. */
  readonly tokenLimit: TokenLimit | undefined
}

export interface RequestReading extends RequestContent {
  readonly key: RecordKey
  /** One line, cut. */
  readonly promptPreview: string
}
