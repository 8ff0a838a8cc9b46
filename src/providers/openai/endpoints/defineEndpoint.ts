// What an endpoint of the Batch API is: one definition file says how its url is written, which bodies are
// its own, and how its requests and answers are read. The schema of its body is in `schemas/`, apart,
// so that anyone who only reads lines does not load the validator.
import type { Message } from '../../../i18n/message.ts'
import type { AnswerBody, RequestBody } from '../../../pairing/bodyReading.ts'

export interface Endpoint {
  /** camelCase, equal to the file's name. */
  readonly id: string
  /** Endpoints are listed and tried in this order. */
  readonly order: number
  /** As a batch line has to write it: '/v1/embeddings'. */
  readonly url: string
  /** Ends of paths by which others know the same API, beside that of `url` without its version. */
  readonly otherPathEnds?: readonly string[]
  /** The key of a body that holds what is asked. */
  readonly promptKey: 'messages' | 'input' | 'prompt'
  /** Keys of other endpoints that are written here by mistake, each with what to do instead, in a sentence. */
  readonly misplacedKeys?: Readonly<Record<string, Message>>
  /** Said of every line with this url. */
  readonly warning?: EndpointWarning
  /** Whether a body whose line names no endpoint is for this one. Takes any JSON value. */
  readonly takesBody: (body: unknown) => boolean
  /** Takes any JSON value and never throws, as do the following. */
  readonly readRequest: (body: unknown) => RequestBody
  /** Whether the body of an answer is of this API: answers name no endpoint. No other may say so, too. */
  readonly isAnswer: (body: unknown) => boolean
  readonly readAnswer: (body: unknown) => AnswerBody
}

export interface EndpointWarning {
  readonly code: string
  /** An error only where the endpoint itself is known to be gone. */
  readonly severity: 'error' | 'warning'
  readonly title: Message
  /** Made when it is shown: it may depend on the day. */
  readonly message: () => Message
}

/** Identity at run time: it is there so that a definition file is checked where it is written. */
export function defineEndpoint(endpoint: Endpoint): Endpoint {
  return endpoint
}
