// What counts of the lines of OpenAI's Batch API. Whatever `providers/definitions/openai.ts` and the
// bodies that it reads look at must be here; shapeReader.test.ts holds the two to each other.
import type { PlanNode, TypesNode } from '../../scanner/scanPlan.ts'
import { error } from '../../pairing/plans/errorPlan.ts'
import {
  count,
  EXACT,
  FILLED,
  members,
  type PairPlan,
  PRESENT,
  sequence,
  setOf,
  TYPE,
  WORDS_CAPTURE,
} from '../../pairing/plans/pairPlan.ts'
import type { ScanPlans } from '../../pairing/plans/planRegistry.ts'

/** Captures of counts. */
const PROMPT = 1
const COMPLETION = 2
const TOTAL = 3
const CACHED = 4
const REASONING = 5
const CACHE_WRITTEN = 6

const requests: PairPlan = {
  root: members({
    url: EXACT,
    body: members({
      model: EXACT,
      // Without a url they tell which API it is.
      messages: PRESENT,
      prompt: PRESENT,
      input: PRESENT,
      response_format: members({ type: EXACT }),
      text: members({ format: members({ type: EXACT }) }),
    }),
  }),
}

/** A text, its parts, or nothing. */
const words: TypesNode = {
  kind: 'types',
  string: FILLED,
  array: sequence({
    kind: 'types',
    string: FILLED,
    object: members({
      type: EXACT,
      text: { ...FILLED, capture: WORDS_CAPTURE },
      refusal: TYPE,
    }),
    capture: WORDS_CAPTURE,
  }),
  capture: WORDS_CAPTURE,
}

const functionCall = members({ name: TYPE })

const choices = sequence(
  members({
    index: EXACT,
    finish_reason: EXACT,
    text: words,
    message: members({
      content: words,
      refusal: FILLED,
      audio: members({ data: FILLED, id: FILLED }),
      tool_calls: setOf(members({ function: functionCall, custom: functionCall })),
      function_call: members({ name: FILLED }),
    }),
  }),
)

const output = sequence(
  members({ type: EXACT, status: EXACT, phase: EXACT, name: TYPE, content: words }),
)

const inputDetails = members({
  cached_tokens: count(CACHED),
  cache_write_tokens: count(CACHE_WRITTEN),
})
const outputDetails = members({ reasoning_tokens: count(REASONING) })

const usage = members({
  prompt_tokens: count(PROMPT),
  input_tokens: count(PROMPT),
  completion_tokens: count(COMPLETION),
  output_tokens: count(COMPLETION),
  total_tokens: count(TOTAL),
  prompt_tokens_details: inputDetails,
  input_tokens_details: inputDetails,
  completion_tokens_details: outputDetails,
  output_tokens_details: outputDetails,
})

const bodyMembers: Readonly<Record<string, PlanNode>> = {
  object: EXACT,
  model: EXACT,
  choices,
  output,
  output_text: { ...FILLED, capture: WORDS_CAPTURE },
  status: EXACT,
  incomplete_details: members({ reason: EXACT }),
  data: setOf(members({ embedding: TYPE, b64_json: PRESENT, url: PRESENT })),
  results: setOf(PRESENT),
  usage,
  // Some servers send the error itself for a body.
  error,
  message: error,
  detail: error,
  code: EXACT,
  type: EXACT,
}

const body: TypesNode = {
  kind: 'types',
  string: FILLED,
  number: EXACT,
  object: members(bodyMembers),
  array: setOf(PRESENT),
}

const answers: PairPlan = {
  root: members({
    // Tell flat results, which are read one by one.
    choices: TYPE,
    output: TYPE,
    // Fireworks puts the body's members right into the response.
    response: members({ status_code: EXACT, ...bodyMembers, body }),
    error,
  }),
  tie: { whole: TOTAL, parts: [PROMPT, COMPLETION, REASONING] },
}

export const scanPlans: ScanPlans = { requests, answers }
