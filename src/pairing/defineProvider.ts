// What a provider is: one definition file says how its lines are recognised, where their key is, and
// how requests and answers are read. Its examples are in examples/, apart, so that they stay out of
// the page.
import type { Message } from '../i18n/message.ts'
import type { JsonPath } from '../json/jsonPath.ts'
import type { AnswerContent } from './answerReading.ts'
import type { RequestContent } from './requestReading.ts'

/** What a provider takes in one file of requests. Absent: as many as there are. */
export interface RequestFileLimits {
  readonly requests?: number
  readonly bytes?: number
  /** Texts, tokens or token lists to embed, over all requests. */
  readonly inputs?: number
  /** Code units of a request's key. */
  readonly keyLength?: number
}

export interface ProviderDefinition {
  /** camelCase, equal to the file's name. */
  readonly id: string
  readonly title: Message
  readonly requestKeyPath: JsonPath
  readonly resultKeyPath: JsonPath
  /** Where else the key is when it is not at its place: others' keys that the provider gives back. */
  readonly otherKeyPath?: JsonPath
  /** Where a request stands in its own line and is repeated in its answer, by which lines without a key join. */
  readonly echoPath?: JsonPath
  /** Answers that are read one by one: of a shape that is no one's, which no plan of the scanner knows. */
  readonly isFlatResult?: (record: unknown) => boolean
  /** Where the API's own body is in a request. */
  readonly requestBodyPath: JsonPath
  /** Where it is in a result: the first of these that leads to a value other than null. */
  readonly resultBodyPaths: readonly JsonPath[]
  /** Requests of one batch are for one model, though each may name it. */
  readonly hasOneModelPerBatch: boolean
  readonly requestFileLimits: RequestFileLimits
  /** Asked when no other provider claims a line: others write what looks like its lines. */
  readonly isAskedLast?: true
  /** By the keys that are there, not by whether they are right: a line with mistakes has a role too. */
  readonly isRequest: (record: unknown) => boolean
  readonly isResult: (record: unknown) => boolean
  /** For any JSON value; says little about lines that are not requests, and never throws. */
  readonly readRequest: (record: unknown) => RequestContent
  /** For any JSON value; a line that says nothing of its request is a failure. */
  readonly readAnswer: (record: unknown) => AnswerContent
}

/** Identity at run time: it is there so that a definition file is checked where it is written. */
export function defineProvider(provider: ProviderDefinition): ProviderDefinition {
  return provider
}
