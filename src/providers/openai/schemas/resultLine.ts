// One line of the files that a batch answers with: output and errors have the same shape. Written
// as OpenAI writes it; what Azure and local runners do otherwise are warnings, by the severities of
// the format. Source: OpenAI's API reference of 2026 and recorded answers.
import { isObject } from '../../../json/jsonPath.ts'
import { z } from '../../../formats/zod.ts'
import { answerBody } from './answerBody.ts'

export const resultLine = z.strictObject({
  id: z.string().min(1),
  custom_id: z.string().min(1),
  // An answer with its HTTP status: the model's, or {"error": …} with a status of 400 or more.
  response: z
    .strictObject({
      status_code: z.int(),
      request_id: z.string(),
      body: answerBody,
    })
    .nullable(),
  // Only for requests that were never answered: batch_expired, batch_cancelled, request_timeout.
  error: z
    .looseObject({
      code: z.string(),
      message: z.string(),
    })
    .nullable(),
})

const REQUEST_KEYS = ['body', 'method', 'params']
/** Keys that only Gemini's answers have. */
const GEMINI_KEYS = ['candidates', 'promptFeedback', 'usageMetadata', 'modelVersion']

export function recogniseResultLine(value: unknown): boolean {
  if (!isObject(value)) return false
  if (!Object.hasOwn(value, 'custom_id') && !isResultWithoutId(value)) return false
  if (REQUEST_KEYS.some((key) => Object.hasOwn(value, key))) return false
  if (isGeminiAnswer(value['response'])) return false
  return Object.hasOwn(value, 'response') || Object.hasOwn(value, 'error')
}

/** A result that lost its id is one all the same: nothing else is told by a status with a body. */
function isResultWithoutId({ response }: Readonly<Record<string, unknown>>): boolean {
  return (
    isObject(response) && Object.hasOwn(response, 'status_code') && Object.hasOwn(response, 'body')
  )
}

export function isGeminiAnswer(response: unknown): boolean {
  return isObject(response) && GEMINI_KEYS.some((key) => Object.hasOwn(response, key))
}
