// What a shape of request lines is: one definition file says how such lines are known, read and written.
import type { Message } from '../i18n/message.ts'
import type { JsonNode, Raw } from './jsonNode.ts'
import type { Request } from './neutral.ts'
import type { Notes } from './notes.ts'
import type { Refusal, ShapeInfo } from './translation.ts'

/**
 * What bodies have in common. Within a family a body is copied as it stands. `chat` and `mistral` are kin:
 * what neither knows is copied, too.
 */
export type Family =
  | 'chat'
  | 'mistral'
  | 'responses'
  | 'messages'
  | 'gemini'
  | 'converse'
  | 'embeddings'

/** A line as its envelope has it. */
export interface SourceLine {
  readonly line: JsonNode
  readonly id: JsonNode | undefined
  readonly model: JsonNode | undefined
  readonly body: JsonNode
  /** Members of the envelope that it does not know. */
  readonly strays: readonly JsonNode[]
}

export interface WriteContext {
  readonly notes: Notes
  readonly source: SourceLine
  readonly family: Family
  /** Id of the provider that the line is of. */
  readonly provider: string
  readonly model: string | undefined
  /** Of the target. */
  readonly providerName: Message
  readonly maxTokens: number
  /** Under which key the target's body stands in its line. */
  readonly bodyKey: string
}

export interface ShapeDefinition extends ShapeInfo {
  /** Where it stands in a list; from 0. */
  readonly order: number
  readonly family: Family
  readonly providerName: Message
  /** Who takes it, as notes name it: the provider, or an endpoint where a provider has several. */
  readonly place: Message
  /** Under which key the body stands in a line. */
  readonly bodyKey: string
  /** Whether a line is one, by the keys that are there. No two shapes may know the same line. */
  isLine(line: JsonNode): boolean
  /** Any line that `isLine` knows; never throws. */
  read(line: JsonNode): SourceLine
  readBody(body: JsonNode, notes: Notes): Request | Refusal
  /** Each line names its model; elsewhere the job does. */
  readonly needsModel: boolean
  /** A line. */
  write(request: Request, context: WriteContext): Raw | Refusal
  /** A line with the body of a line of another shape of the same family. */
  copy(context: WriteContext): Raw | Refusal
  /** Lines of the shape. */
  readonly examples: readonly string[]
}

/** Identity at run time: it is there so that a definition file is checked where it is written. */
export function defineShape(shape: ShapeDefinition): ShapeDefinition {
  return shape
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'ok' in value && value.ok === false
}
