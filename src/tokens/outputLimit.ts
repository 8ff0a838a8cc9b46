// How long an answer can be, as far as its request says.
import { isObject } from '../json/jsonPath.ts'

/** Of POST /v1/completions, when it states none: OpenAI's description of the API. */
const COMPLETION_DEFAULT = 16

/** Answers that are no text of a model's are billed by no output token. */
const WITHOUT_OUTPUT = /\/(embeddings|moderations)$/

/** Tokens of all answers to the request together; undefined when nothing limits them. */
export function outputLimit(url: string | undefined, body: unknown): number | undefined {
  if (WITHOUT_OUTPUT.test(url ?? '')) return 0
  if (!isObject(body)) return undefined
  const isCompletion = /(?<!\/chat)\/completions$/.test(url ?? '')
  const limit =
    countIn(body, 'max_completion_tokens') ??
    countIn(body, 'max_tokens') ??
    countIn(body, 'max_output_tokens') ??
    (isCompletion ? COMPLETION_DEFAULT : undefined)
  if (limit === undefined) return undefined
  const prompts = isCompletion ? promptsIn(body['prompt']) : 1
  return limit * prompts * Math.max(1, countIn(body, 'n') ?? 1, countIn(body, 'best_of') ?? 1)
}

/** Texts to be completed in one request. */
function promptsIn(prompt: unknown): number {
  if (!Array.isArray(prompt) || typeof prompt[0] === 'number') return 1
  return Math.max(1, prompt.length)
}

function countIn(body: Readonly<Record<string, unknown>>, key: string): number | undefined {
  const value = body[key]
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined
}
