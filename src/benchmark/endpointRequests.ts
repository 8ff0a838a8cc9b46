// Lines of batch input files for the endpoints beside chat completions, each request as real ones are
// written. Pure functions of a 0-based index.
import { lazy } from './lazy.ts'
import { requestId } from './requestLines.ts'
import { hex } from './resultLines.ts'
import { pick, scramble, seededRandom } from './seededRandom.ts'
import { createTextPool, POOL_SIZE } from './textPool.ts'

const long = lazy(() => createTextPool('ascii', 500, 4))
const short = lazy(() => createTextPool('ascii', 40, 5))

function textAt(pool: readonly string[], index: number): string {
  return pool[scramble(index) & (POOL_SIZE - 1)] as string
}

export const longText = (index: number): string => textAt(long(), index)
const shortText = (index: number): string => textAt(short(), index)

function request(index: number, url: string, body: string): string {
  return `{"custom_id": "${requestId(index + 1)}", "method": "POST", "url": "${url}", "body": {${body}}}`
}

export function responsesRequest(index: number): string {
  return request(
    index,
    '/v1/responses',
    `"model": "gpt-5.4-mini", "instructions": "You are a careful assistant.", "input": "${longText(index)}", ` +
      '"reasoning": {"effort": "low"}, "text": {"verbosity": "low"}, "max_output_tokens": 2048',
  )
}

type Random = () => number

/** The schema of an object whose properties have names of its own, some of them objects again. */
function strictSchema(random: Random, depth: number): object {
  const names = Array.from({ length: 4 }, () => `field_${hex(Math.floor(random() * 2 ** 32))}`)
  const properties = names.map((name, i): [string, object] => [
    name,
    i === 0 && depth > 0 ? strictSchema(random, depth - 1) : leafSchema(random),
  ])
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: names,
    additionalProperties: false,
  }
}

function leafSchema(random: Random): object {
  const description = shortText(Math.floor(random() * 1e6)).replaceAll('\\', '')
  return pick<() => object>(random, [
    () => ({ type: 'string', description }),
    () => ({ type: ['string', 'null'], description }),
    () => ({ type: 'integer', minimum: 0, maximum: Math.floor(random() * 1000) + 1 }),
    () => ({ type: 'array', items: { type: 'number' }, description }),
    () => ({ type: 'string', enum: [hex(Math.floor(random() * 2 ** 32)), 'other'] }),
    () => ({ anyOf: [{ type: 'boolean' }, { type: 'null' }], description }),
  ])()
}

/** Tools of several kinds: which there are, and which keys each has, differs from line to line. */
function tool(random: Random): object {
  const name = `tool_${hex(Math.floor(random() * 2 ** 32))}`
  const isDescribed = random() < 0.5
  const description = isDescribed ? { description: shortText(Math.floor(random() * 1e6)) } : {}
  return pick<() => object>(random, [
    () => ({
      type: 'function',
      name,
      ...description,
      parameters: strictSchema(random, 1),
      strict: true,
    }),
    () => ({ type: 'web_search', search_context_size: pick(random, ['low', 'medium', 'high']) }),
    () => ({
      type: 'file_search',
      vector_store_ids: [`vs_${hex(Math.floor(random() * 2 ** 32))}`],
      ...(isDescribed && { max_num_results: 1 + Math.floor(random() * 50) }),
    }),
    () => ({
      type: 'mcp',
      server_label: name,
      server_url: `https://example.com/${name}`,
      require_approval: 'never',
    }),
    () => ({ type: 'custom', name, ...description }),
  ])()
}

/** Every line has a strict schema of its own, and tools of its own. */
export function responsesWithSchemas(index: number): string {
  const random = seededRandom(scramble(index))
  const format = {
    type: 'json_schema',
    name: `answer_${hex(index)}`,
    schema: strictSchema(random, 3),
    strict: true,
  }
  const tools = Array.from({ length: 3 + Math.floor(random() * 7) }, () => tool(random))
  return request(
    index,
    '/v1/responses',
    `"model": "gpt-5.4-mini", "input": [{"role": "user", "content": "${longText(index)}"}], ` +
      `"text": {"format": ${JSON.stringify(format)}}, "tools": ${JSON.stringify(tools)}`,
  )
}

/** A question, calls of tools with ids of their own, what they gave, and another question. */
export function chatWithCalls(index: number): string {
  const random = seededRandom(scramble(index))
  const ids = Array.from(
    { length: 1 + Math.floor(random() * 4) },
    (_, i) => `call_${hex(index)}${hex(Math.floor(random() * 2 ** 32))}${i}`,
  )
  const calls = ids.map((id) => ({
    id,
    type: 'function',
    function: { name: 'find_report', arguments: `{"page": ${Math.floor(random() * 1000)}}` },
  }))
  const messages = [
    { role: 'user', content: `Find ${index}` },
    { role: 'assistant', content: random() < 0.5 ? null : 'One moment.', tool_calls: calls },
    ...ids.map((id) => ({ role: 'tool', tool_call_id: id, content: `Page ${id.slice(-4)}` })),
  ].map((message) => JSON.stringify(message))
  return request(
    index,
    '/v1/chat/completions',
    `"model": "gpt-5.4-mini", "messages": [${messages.join(', ')}, ` +
      `{"role": "user", "content": "${longText(index)}"}], "tools": [{"type": "function", "function": ` +
      '{"name": "find_report", "parameters": {"type": "object", "properties": {"page": {"type": "integer"}}}}}]',
  )
}

export function embeddingsRequest(index: number): string {
  return request(
    index,
    '/v1/embeddings',
    `"model": "text-embedding-3-small", "input": "${longText(index)}", "dimensions": 512`,
  )
}

export function completionsRequest(index: number): string {
  return request(
    index,
    '/v1/completions',
    `"model": "gpt-3.5-turbo-instruct", "prompt": "${longText(index)}", "max_tokens": 256, "temperature": 0.${index % 10}`,
  )
}

export function moderationsRequest(index: number): string {
  return request(
    index,
    '/v1/moderations',
    `"model": "omni-moderation-latest", "input": "${longText(index)}"`,
  )
}

export function imageRequest(index: number): string {
  return request(
    index,
    '/v1/images/generations',
    `"model": "gpt-image-2.6-sunburst", "prompt": "${longText(index)}", "size": "1024x1536", "quality": "high", "n": ${1 + (index % 4)}`,
  )
}

export function imageEditRequest(index: number): string {
  const id = hex(scramble(index))
  return request(
    index,
    '/v1/images/edits',
    `"model": "gpt-image-2.6-sunburst", "prompt": "${longText(index)}", "images": [{"file_id": "file-${id}"}, ` +
      `{"image_url": "https://example.com/${id}.png"}], "size": "1024x1024"`,
  )
}
