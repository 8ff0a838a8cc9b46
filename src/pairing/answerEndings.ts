// How a model's answer ended: every API's own words in one vocabulary.

/**
 * - `complete`: the model was done, or called a tool
 * - `cutOff`: a limit of length ended it
 * - `filtered`: a content filter ended or withheld it
 * - `refused`: the model declined
 * - `unknown`: the line does not say, or says something new
 */
export type Ending = 'complete' | 'cutOff' | 'filtered' | 'refused' | 'unknown'

export type EndingWords = ReadonlyMap<string, Ending>

/** `finish_reason` of OpenAI's chat completions and look-alikes, and Mistral's `model_length`. */
export const CHAT_ENDINGS: EndingWords = new Map([
  ['stop', 'complete'],
  ['tool_calls', 'complete'],
  ['function_call', 'complete'],
  ['length', 'cutOff'],
  ['model_length', 'cutOff'],
  ['content_filter', 'filtered'],
])

/**
 * `stop_reason` of Anthropic's messages. A paused turn was not brought to its end, and nothing goes on
 * with it in a batch.
 */
export const MESSAGES_ENDINGS: EndingWords = new Map([
  ['end_turn', 'complete'],
  ['stop_sequence', 'complete'],
  ['tool_use', 'complete'],
  ['max_tokens', 'cutOff'],
  ['model_context_window_exceeded', 'cutOff'],
  ['pause_turn', 'cutOff'],
  ['refusal', 'refused'],
])

/** `finishReason` of Gemini. */
export const GEMINI_ENDINGS: EndingWords = new Map([
  ['STOP', 'complete'],
  ['MAX_TOKENS', 'cutOff'],
  ['SAFETY', 'filtered'],
  ['RECITATION', 'filtered'],
  ['BLOCKLIST', 'filtered'],
  ['PROHIBITED_CONTENT', 'filtered'],
  ['SPII', 'filtered'],
  ['IMAGE_SAFETY', 'filtered'],
  ['IMAGE_PROHIBITED_CONTENT', 'filtered'],
  ['IMAGE_RECITATION', 'filtered'],
])

/** Of OpenAI's Responses: `status`, and `incomplete_details.reason`. */
export function endingOfResponse(status: string | undefined, reason: string | undefined): Ending {
  if (status === 'completed') return 'complete'
  if (status !== 'incomplete') return 'unknown'
  return reason === 'content_filter' ? 'filtered' : 'cutOff'
}
