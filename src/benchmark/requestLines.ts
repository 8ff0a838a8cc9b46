// Lines of batch input files: requests for chat completions.
import { lazy } from './lazy.ts'
import { scramble } from './seededRandom.ts'
import { createTextPool, POOL_SIZE, type Script } from './textPool.ts'

const texts: Readonly<Record<Script, () => readonly string[]>> = {
  ascii: lazy(() => createTextPool('ascii', 500)),
  chinese: lazy(() => createTextPool('chinese', 500)),
  mixed: lazy(() => createTextPool('mixed', 500)),
}
const shortTexts = lazy(() => createTextPool('ascii', 180))

/** `number` is 1-based. */
export function requestId(number: number): string {
  return `request-${String(number).padStart(8, '0')}`
}

/**
 * The request of a 1-based number. `text` is the inside of a JSON string, `options` are further
 * members of the body, each with a comma before it.
 */
export function benchRequestLine(number: number, text: string, options = ''): string {
  return (
    `{"custom_id": "${requestId(number)}", "method": "POST", "url": "/v1/chat/completions", ` +
    '"body": {"model": "gpt-5.4-mini", "messages": [' +
    '{"role": "system", "content": "You are a careful assistant."}, ' +
    `{"role": "user", "content": "${text}"}], "max_completion_tokens": 256${options}}}`
  )
}

/** The inside of a JSON string, of about 500 characters, for the line of a 0-based index. */
export function requestText(script: Script, index: number): string {
  return textFrom(texts[script](), index)
}

/** The request of a 0-based index; each has an id of its own. */
export function benchRequestIn(script: Script): (index: number) => string {
  return (index) => benchRequestLine(index + 1, requestText(script, index))
}

/** Optional members that the schema of a request looks at; any set of them makes a valid line. */
const OPTIONS: readonly string[] = [
  '"temperature": 0.7',
  '"top_p": 0.9',
  '"n": 1',
  '"frequency_penalty": 0.5',
  '"presence_penalty": -0.5',
  '"logprobs": true',
  '"store": false',
  '"prompt_cache_options": {"mode": "implicit"}',
  '"user": "analyst-7"',
  '"safety_identifier": "a41f"',
  '"prompt_cache_key": "reports"',
  '"metadata": {"run": "7"}',
  '"stop": ["END"]',
  '"response_format": {"type": "text"}',
  '"modalities": ["text"]',
  '"logit_bias": {"50256": -100}',
  '"stream": false',
  '"tools": [{"type": "function", "function": {"name": "find"}}]',
  '"seed": 7',
  '"service_tier": "flex"',
  '"verbosity": "low"',
  '"reasoning_effort": "low"',
  '"prompt_cache_retention": "24h"',
].map((member) => `, ${member}`)

/** Lines before a set of options comes again. */
const OWN_SHAPES = 2 ** OPTIONS.length

/** Odd, so that multiplying by it puts the sets of options into another order and repeats none. */
const STRIDE = 0x9e3779b1

/** A request with a set of options that no other of OWN_SHAPES lines in a row has. */
export function requestOfOwnShape(index: number): string {
  const bits = Math.imul(index, STRIDE) & (OWN_SHAPES - 1)
  let options = ''
  for (let i = 0; i < OPTIONS.length; i++) {
    if ((bits >>> i) & 1) options += OPTIONS[i] as string
  }
  return benchRequestLine(index + 1, textFrom(shortTexts(), index), options)
}

function textFrom(pool: readonly string[], index: number): string {
  return pool[scramble(index) & (POOL_SIZE - 1)] as string
}
