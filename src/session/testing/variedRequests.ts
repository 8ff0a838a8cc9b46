// For tests: requests of OpenAI's further endpoints, in which everything varies that does so in real files.
import { decimal, id, type Random, some, text, times, whole } from './variedLines.ts'

function request(random: Random, url: string, body: object): unknown {
  return { custom_id: id(random, 'request-'), method: 'POST', url, body }
}

function inputPart(random: Random): unknown {
  if (random() < 0.5) return { type: 'input_text', text: text(random) }
  return {
    type: 'input_image',
    image_url: `https://example.com/${id(random, '')}.png`,
    detail: some(random, ['auto', 'low', 'high']),
  }
}

/** A question, what the model did about it, and its answer, as they are sent again. */
function turn(random: Random): unknown[] {
  const parts = times(whole(random, 1, 4), () => inputPart(random))
  const user = { role: 'user', content: random() < 0.3 ? parts : text(random) }
  const answer = {
    type: 'message',
    id: id(random, 'msg_'),
    role: 'assistant',
    status: 'completed',
    content: [
      {
        type: 'output_text',
        text: text(random),
        annotations: [
          {
            type: 'url_citation',
            url: `https://example.com/${id(random, '')}`,
            start_index: whole(random, 0, 100),
            end_index: whole(random, 100, 1000),
            title: text(random),
          },
        ],
      },
    ],
  }
  if (random() < 0.5) return [user, answer]
  const calls = times(whole(random, 1, 3), () => ({
    type: 'function_call',
    id: id(random, 'fc_'),
    call_id: id(random, 'call_'),
    name: id(random, 'f_'),
    arguments: JSON.stringify({ q: text(random) }),
  }))
  const outputs = calls.map(({ call_id }) => ({
    type: 'function_call_output',
    call_id,
    output: text(random),
  }))
  const thought = {
    type: 'reasoning',
    id: id(random, 'rs_'),
    summary: [{ type: 'summary_text', text: text(random) }],
    encrypted_content: id(random, ''),
  }
  return [user, thought, ...calls, ...outputs, answer]
}

/** With nearly all parameters that there are. */
export function responsesRequest(random: Random): unknown {
  const name = id(random, 'f_')
  return request(random, '/v1/responses', {
    model: 'gpt-6-luna',
    instructions: text(random),
    input: random() < 0.3 ? text(random) : times(whole(random, 1, 6), () => turn(random)).flat(),
    max_output_tokens: whole(random, 16, 100_000),
    temperature: decimal(random, 2),
    top_p: decimal(random, 1),
    top_logprobs: whole(random, 0, 20),
    max_tool_calls: whole(random, 1, 50),
    reasoning: { effort: some(random, ['none', 'low', 'medium', 'high']), summary: 'auto' },
    service_tier: some(random, ['auto', 'flex']),
    include: ['reasoning.encrypted_content'],
    metadata: { run: id(random, ''), note: text(random) },
    prompt_cache_key: id(random, 'k-'),
    safety_identifier: id(random, 's-'),
    text: {
      format: {
        type: 'json_schema',
        name: id(random, 'n'),
        schema: {
          type: 'object',
          properties: { [id(random, 'p')]: { type: 'string', description: text(random) } },
        },
      },
    },
    tools: [
      {
        type: 'function',
        name,
        description: text(random),
        parameters: { type: 'object', properties: { [id(random, 'p')]: { type: 'string' } } },
      },
      {
        type: 'file_search',
        vector_store_ids: [id(random, 'vs_')],
        max_num_results: whole(random, 1, 50),
        filters: {
          type: 'and',
          filters: [
            { type: 'eq', key: id(random, 'k'), value: id(random, '') },
            { type: 'gte', key: id(random, 'k'), value: whole(random, 0, 1e6) },
          ],
        },
      },
      {
        type: 'mcp',
        server_label: id(random, 'l'),
        server_url: `https://example.com/${id(random, '')}`,
        headers: { [id(random, 'X-')]: id(random, '') },
      },
    ],
    tool_choice: { type: 'function', name },
  })
}

export function moderationRequest(random: Random): unknown {
  const input = some<() => unknown>(random, [
    () => text(random),
    () => times(whole(random, 1, 30), () => text(random)),
    () => [
      { type: 'text', text: text(random) },
      { type: 'image_url', image_url: { url: `https://example.com/${id(random, '')}.png` } },
    ],
  ])()
  return request(random, '/v1/moderations', { model: 'omni-moderation-latest', input })
}

const IMAGE = {
  model: 'gpt-image-2.6-sunburst',
  quality: 'high',
  size: '1024x1536',
  output_format: 'webp',
}

export function imageRequest(random: Random): unknown {
  return request(random, '/v1/images/generations', {
    ...IMAGE,
    prompt: text(random),
    n: whole(random, 1, 10),
    output_compression: whole(random, 0, 100),
    user: id(random, 'u-'),
  })
}

export function imageEdit(random: Random): unknown {
  return request(random, '/v1/images/edits', {
    ...IMAGE,
    prompt: text(random),
    images: times(whole(random, 1, 16), () =>
      random() < 0.5
        ? { file_id: id(random, 'file-') }
        : { image_url: `https://example.com/${id(random, '')}.png` },
    ),
    mask: { file_id: id(random, 'file-') },
    n: whole(random, 1, 10),
    safety_identifier: id(random, 's-'),
  })
}
