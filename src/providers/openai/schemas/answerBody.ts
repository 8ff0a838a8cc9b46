// What is read of an answer, of all endpoints in one: an answer does not say which endpoint gave it, and each
// has keys of its own. Servers that are not OpenAI's answer in these shapes, too, with keys and values beside
// them, so only types are held to, and values that grow (reasons, statuses, kinds of items) to none.
// Source: OpenAI's OpenAPI description of 2026-08-21, and recorded answers of other servers.
import { z } from '../../../formats/zod.ts'

const maybe = <T extends z.ZodType>(schema: T) => schema.nullable().optional()

const count = maybe(z.number())

const toolCall = z.looseObject({
  id: maybe(z.string()),
  function: maybe(z.looseObject({ name: z.string(), arguments: maybe(z.string()) })),
})

const choice = z.looseObject({
  finish_reason: maybe(z.string()),
  // Of chat completions. Some servers give parts of thoughts and words.
  message: maybe(
    z.looseObject({
      content: maybe(z.union([z.string(), z.array(z.looseObject({}))])),
      refusal: maybe(z.string()),
      tool_calls: maybe(z.array(toolCall)),
    }),
  ),
  // Of completions.
  text: maybe(z.string()),
})

/** Of responses. */
const outputItem = z.looseObject({
  type: z.string(),
  content: maybe(z.array(z.looseObject({ text: maybe(z.string()), refusal: maybe(z.string()) }))),
  arguments: maybe(z.string()),
})

/** A vector as numbers or in base64, or a picture. */
const dataItem = z.looseObject({
  // Looking at each of its numbers would take longer than all the rest of a file of vectors.
  embedding: maybe(z.union([z.array(z.unknown()), z.string()])),
  b64_json: maybe(z.string()),
  url: maybe(z.string()),
})

/** Of moderations. */
const result = z.looseObject({
  flagged: maybe(z.boolean()),
  categories: maybe(z.looseObject({})),
})

export const answerBody = z.looseObject({
  model: maybe(z.string()),
  choices: maybe(z.array(choice)),
  output: maybe(z.array(outputItem)),
  data: maybe(z.array(dataItem)),
  results: maybe(z.array(result)),
  usage: maybe(
    z.looseObject({
      prompt_tokens: count,
      completion_tokens: count,
      input_tokens: count,
      output_tokens: count,
      total_tokens: count,
    }),
  ),
})

const READ = ['choices', 'output', 'data', 'results']

/**
 * Of what is found in the body: an error where whoever reads answers stumbles, since what was asked for is of
 * another type or not there; a warning where something beside it is.
 */
export const answerSeverities: Readonly<Record<string, 'error' | 'warning'>> = {
  'type:response.body.*': 'warning',
  'missing:response.body.*': 'warning',
  ...Object.fromEntries(
    READ.flatMap((key) => [key, `${key}[]`]).map((place) => [
      `type:response.body.${place}`,
      'error' as const,
    ]),
  ),
  'type:response.body.choices[].message': 'error',
  'type:response.body.choices[].message.content': 'error',
  'type:response.body.choices[].text': 'error',
  'type:response.body.data[].embedding': 'error',
  'type:response.body.output[].content[].text': 'error',
}
