// What happens to whoever sends a line as it is, where many codes have the same consequence.
import { msg, sentences } from '../i18n/message.ts'

export const STOPS_READERS = msg(
  'A line that is not JSON cannot be read: most programs stop there or leave the line out, and OpenAI refuses the whole batch for it.',
)

export const COMES_BACK_400 = msg(
  'The upload is accepted all the same. Hours later this request comes back with status 400 and no answer.',
)

export const BATCH_FAILS = msg(
  'OpenAI checks this before anything runs and fails the whole batch for one such line.',
)

export const MAY_BE_REFUSED = msg(
  'Whoever reads the line may refuse it: OpenAI answers such a request with status 400.',
)

export const NOT_LINES = msg(
  'Programs that read JSON Lines take one value from each line, so nothing in the file can be read as it is.',
)

export const EXAMPLE_REFUSED = msg(
  'The training job refuses the file, or learns nothing from this example.',
)

export const NO_ANSWER = msg(
  'There is no answer to use for this request, although the line itself is in order.',
)

export const CONVERSATION_REFUSED = msg(
  'OpenAI answers 400 to such a request. Of examples for training no refusal was recorded.',
)

export const UNCLEAR_ANSWER = msg(
  'Nobody can tell which of the two calls an answer belongs to, and the request may be refused.',
)

/** Recorded: mavam/pi-web-providers#14 (2026-04), openai/openai-agents-python#992 (2025-07), dottxt-ai/outlines#1666 (2025-06). */
export const SCHEMA_CODES = msg(
  'The code is invalid_json_schema in text.format and invalid_function_parameters in tools; in response_format there is none.',
)

export const STRICT_REFUSED = sentences(
  msg('OpenAI does not take the schema: the request comes back with status 400 and no answer.'),
  SCHEMA_CODES,
)

export const PARAMETERS_REFUSED = msg(
  'OpenAI answers 400 with the code invalid_function_parameters.',
)
