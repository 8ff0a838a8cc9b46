// What counts of the lines of Anthropic's Message Batches: whatever `definitions/anthropic.ts` and
// `bodies/anthropicMessages.ts` look at. shapeReader.test.ts holds the two to each other.
import type { TypesNode } from '../../scanner/scanPlan.ts'
import { error } from '../../pairing/plans/errorPlan.ts'
import {
  count,
  EXACT,
  FILLED,
  members,
  type PairPlan,
  sequence,
  WORDS_CAPTURE,
} from '../../pairing/plans/pairPlan.ts'
import type { ScanPlans } from '../../pairing/plans/planRegistry.ts'

/** Captures of counts. */
const INPUT = 1
const OUTPUT = 2
const CACHED = 3
const CACHE_WRITTEN = 4
const CACHE_WRITTEN_HOUR = 5

const format = members({ type: EXACT })

const requests: PairPlan = {
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

const answers: PairPlan = {
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

export const scanPlans: ScanPlans = { requests, answers }
