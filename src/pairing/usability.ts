// Answers that came with a good status and are useless all the same. Which of them to ask for again
// is the user's choice; here is only said what is wrong with each.
import { type Message, msg } from '../i18n/message.ts'
import type { Answer, AnswerContent } from './answerReading.ts'
import type { WantsJson } from './requestReading.ts'
import type { SchemaValidator } from './schemaValidator.ts'

/**
 * - `cut-off`: a limit of length ended it
 * - `filtered`: a content filter ended or withheld it
 * - `refused`: the model declined
 * - `empty`: there is nothing in it
 * - `not-json`: JSON was asked for, and the text is none
 * - `schema-mismatch`: it is JSON, but not as the request's JSON Schema wants it
 */
export type Unusable = 'cut-off' | 'filtered' | 'refused' | 'empty' | 'not-json' | 'schema-mismatch'

/** Titles for counts and filters. */
export const UNUSABLE_TITLES: Readonly<Record<Unusable, Message>> = {
  'cut-off': msg('Cut off'),
  filtered: msg('Filtered'),
  refused: msg('Refused'),
  empty: msg('Empty'),
  'not-json': msg('Not JSON'),
  'schema-mismatch': msg('Not as the schema asks'),
}

export interface UsabilityFinding {
  readonly reason: Unusable
  /** A sentence: what is wrong with this answer. */
  readonly message: Message
}

/**
 * What is wrong with the answers of a successful result, each reason once; empty when all of them are
 * usable, and for failures, which have a code of their own. Without `schemas` a schema is not validated.
 */
export function checkUsability(
  { isSuccess, answers }: AnswerContent,
  wantsJson: WantsJson | undefined,
  schemas: SchemaValidator | undefined,
): readonly UsabilityFinding[] {
  if (!isSuccess) return []
  if (answers.length === 0) {
    return [{ reason: 'empty', message: msg('The response has no answer.') }]
  }
  const found = answers.flatMap((answer) => validateAnswer(answer, wantsJson, schemas) ?? [])
  return found.filter(
    ({ reason }, i) => found.findIndex((earlier) => earlier.reason === reason) === i,
  )
}

/** The one reason that explains the others: what was cut off is not JSON either. */
function validateAnswer(
  answer: Answer,
  wantsJson: WantsJson | undefined,
  schemas: SchemaValidator | undefined,
): UsabilityFinding | undefined {
  const { finishReason } = answer
  switch (answer.ending) {
    case 'cutOff':
      return {
        reason: 'cut-off',
        message:
          finishReason === undefined
            ? msg('The answer was cut off. Allow more tokens and send it again.')
            : msg('The answer was cut off ({finishReason}). Allow more tokens and send it again.', {
                finishReason,
              }),
      }
    case 'filtered':
      return {
        reason: 'filtered',
        message:
          finishReason === undefined
            ? msg('A content filter stopped the answer.')
            : msg('A content filter stopped the answer ({finishReason}).', { finishReason }),
      }
    case 'refused':
      return { reason: 'refused', message: msg('The model refused to answer.') }
    case 'complete':
    case 'unknown':
      break
  }
  if (isEmpty(answer)) return { reason: 'empty', message: msg('The answer is empty.') }
  // Words beside a call of a tool are a remark, not the answer that was asked for.
  const isCall = answer.toolCalls.length > 0
  if (wantsJson === undefined || answer.text === undefined || isCall) return undefined
  return validateJson(answer.text, wantsJson, schemas)
}

function isEmpty({ text, toolCalls, parts, embeddings, moderation }: Answer): boolean {
  if (text !== undefined && /\S/.test(text)) return false
  if (toolCalls.length > 0 || embeddings || moderation) return false
  return !parts.some(({ kind }) => kind === 'media')
}

function validateJson(
  text: string,
  { schema }: WantsJson,
  schemas: SchemaValidator | undefined,
): UsabilityFinding | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    const isFenced = /^\s*```/.test(text)
    return {
      reason: 'not-json',
      message: isFenced
        ? msg('JSON was asked for; the answer puts it between code fences.')
        : msg('JSON was asked for; the answer is not JSON.'),
    }
  }
  if (schema === undefined || schemas === undefined) return undefined
  const verdict = schemas.validate(schema, value)
  if (verdict.kind !== 'misfit') return undefined
  return { reason: 'schema-mismatch', message: misfitMessage(verdict.path, verdict.message) }
}

/** `problem`: as the validator of schemas says it, in English. */
function misfitMessage(path: string, problem: string | undefined): Message {
  if (problem === undefined) return msg('The answer does not fit the schema.')
  return path === ''
    ? msg('The answer does not fit the schema: {problem}', { problem })
    : msg('The answer does not fit the schema at {path}: {problem}', { path, problem })
}
