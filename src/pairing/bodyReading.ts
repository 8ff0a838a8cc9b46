// What a reader of one API's bodies gives. The provider around it adds key, url and status.
import type { JsonPath } from '../json/jsonPath.ts'
import type { Answer, Ending } from './answerReading.ts'
import type { Message } from './conversation.ts'
import type { ApiFailure } from './failure.ts'
import { countField, field, filledText } from './jsonReading.ts'
import type { RequestContent, TokenLimit, WantsJson } from './requestReading.ts'
import type { TokenCounts } from './usage.ts'

/** Paths are from the body. */
export interface RequestBody {
  readonly isConversation: boolean
  readonly model: string | undefined
  readonly conversation: readonly Message[]
  readonly wantsJson?: WantsJson | undefined
  readonly inputCount?: number | undefined
  readonly tokenLimit?: TokenLimit | undefined
}

export interface AnswerBody {
  readonly model: string | undefined
  readonly answers: readonly Answer[]
  readonly usage: TokenCounts | undefined
  /** The body itself says that the request failed, whatever the status around it. */
  readonly failure?: ApiFailure | undefined
}

/** A request body as the content of a line in which it stands at `path`. */
export function contentOf(
  body: RequestBody,
  path: JsonPath,
  line: { readonly modelPath: JsonPath | undefined; readonly url: string | undefined },
): RequestContent {
  const { isConversation, model, conversation, wantsJson, inputCount, tokenLimit } = body
  return {
    isConversation,
    model,
    conversation,
    wantsJson,
    inputCount,
    tokenLimit: tokenLimit && { ...tokenLimit, path: [...path, ...tokenLimit.path] },
    ...line,
  }
}

/** The limit that the body sets under one of `names`, in its object `inside`; or where it would go. */
export function limitIn(
  body: unknown,
  names: readonly [string, ...string[]],
  inside: readonly string[] = [],
): TokenLimit {
  const holder = inside.reduce(field, body)
  const name = names.find((candidate) => countField(holder, candidate) !== undefined)
  return {
    path: [...inside, name ?? names[0]],
    value: name === undefined ? undefined : countField(holder, name),
  }
}

/** An API's own word for how an answer ended, in the vocabulary of all. */
export function endingOf(
  endings: ReadonlyMap<string, Ending>,
  reason: unknown,
): { readonly finishReason: string | undefined; readonly ending: Ending } {
  const finishReason = filledText(reason)
  const ending = finishReason === undefined ? undefined : endings.get(finishReason)
  return { finishReason, ending: ending ?? 'unknown' }
}

/** Items in the order of their `index`, where all have one; else as they stand. */
export function byIndex(items: readonly unknown[]): readonly unknown[] {
  const indexes = items.map((item) => countField(item, 'index'))
  if (indexes.some((index) => index === undefined)) return items
  return items
    .map((item, i) => ({ item, index: indexes[i] as number }))
    .sort((a, b) => a.index - b.index)
    .map(({ item }) => item)
}
