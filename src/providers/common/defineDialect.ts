// How lines of requests tell whose they are. Each provider says in its `provider.ts` what distinguishes
// its own; `requestDialect.ts` asks all of them, so that no line is two providers'.

export type Line = Readonly<Record<string, unknown>>

/** By what one provider's requests are known. No two providers may claim the same line. */
export interface Dialect {
  /** camelCase; the provider's id. */
  readonly id: string
  /** Lines that are not in OpenAI's envelope, and not results. */
  readonly isRequest?: (line: Line) => boolean
  /** In OpenAI's envelope: a url that the provider documents and OpenAI does not have. */
  readonly isUrl?: (url: string) => boolean
  /** A model that only the provider serves. */
  readonly isModel?: (model: string) => boolean
  /** Asked when no url and no model tells: other signs in a body. */
  readonly isBody?: (body: Line) => boolean
  /** Of lines with `custom_id` and `body` alone, which name no endpoint: whose the model is. */
  readonly isModelOfJob?: (model: string) => boolean
}

/** Identity at run time: it is there so that a dialect is checked where it is written. */
export function defineDialect(dialect: Dialect): Dialect {
  return dialect
}
