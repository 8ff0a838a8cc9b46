// What counts of the lines of Anthropic's Message Batches: whatever `definitions/anthropic.ts` and
// `bodies/anthropicMessages.ts` look at. shapeReader.test.ts holds the two to each other.
import type { TypesNode } from '../../../scanner/scanPlan.ts'
import { error } from './errorPlan.ts'
import {
  count,
  EXACT,
  FILLED,
  members,
  type PairPlan,
  sequence,
  WORDS_CAPTURE,
} from './pairPlan.ts'

/** Captures of counts. */
const INPUT = 1
const OUTPUT = 2
const CACHED = 3
const CACHE_WRITTEN = 4
const CACHE_WRITTEN_HOUR = 5

const format = members({ type: EXACT })

export const anthropicRequestPlan: PairPlan = {
  root: members({
    params: members({
      model: EXACT,
      output_config: members({ format }),
      output_format: format,
    }),
  }),
}

/** A text, or blocks. */
const content: TypesNode = {
  kind: 'types',
  string: FILLED,
  array: sequence(members({ type: EXACT, text: { ...FILLED, capture: WORDS_CAPTURE } })),
  capture: WORDS_CAPTURE,
}

export const anthropicAnswerPlan: PairPlan = {
  root: members({
    // Tells flat results, which are read one by one.
    type: EXACT,
    result: members({
      type: EXACT,
      message: members({
        model: EXACT,
        stop_reason: EXACT,
        content,
        usage: members({
          input_tokens: count(INPUT),
          output_tokens: count(OUTPUT),
          cache_read_input_tokens: count(CACHED),
          cache_creation_input_tokens: count(CACHE_WRITTEN),
          cache_creation: members({ ephemeral_1h_input_tokens: count(CACHE_WRITTEN_HOUR) }),
        }),
      }),
      error,
    }),
  }),
}
