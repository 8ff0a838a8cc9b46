// Files in which nearly everything varies from line to line have few shapes, so that nearly every
// line is recognised. What makes shapes by the thousand makes reading slow.
import { expect, test } from 'vitest'
import { openText } from './testing/openText.ts'
import {
  chatRequest,
  embeddingRequest,
  id,
  messages,
  type Random,
  randomFrom,
  result,
  some,
  text,
  trainingExample,
  whole,
} from './testing/variedLines.ts'
import {
  imageEdit,
  imageRequest,
  moderationRequest,
  responsesRequest,
} from './testing/variedRequests.ts'

const LINES = 3000

/** Requests with the same turns in another order each. */
test('the order of turns makes no new shape', async () => {
  const random = randomFrom(2)
  const talks = Array.from({ length: 20 }, () => messages(random))
  const lines = Array.from({ length: 200 }, (_, i) => {
    const body = { model: 'm', messages: talks.toSorted(() => random() - 0.5).flat() }
    return JSON.stringify({
      custom_id: `r-${i}`,
      method: 'POST',
      url: '/v1/chat/completions',
      body,
    })
  })
  const { facts } = await openText(lines.join('\n'))
  expect(facts()).toMatchObject({ lines: 200, formatId: 'batchInput', invalid: 0, shapes: 1 })
})

test.each<[string, string, (random: Random) => unknown, number]>([
  ['requests for chat completions', 'batchInput', chatRequest, 200],
  ['requests for embeddings', 'batchInput', embeddingRequest, 20],
  ['requests for responses', 'batchInput', responsesRequest, 100],
  ['requests for moderations', 'batchInput', moderationRequest, 4],
  // One image or several, with loss or without it: SVG and PNG exclude some of that.
  ['requests for images', 'batchInput', imageRequest, 5],
  ['requests to edit images', 'batchInput', imageEdit, 7],
  ['results', 'batchOutput', result, 100],
  ['examples for fine-tuning', 'chatFineTuning', trainingExample, 400],
])('%s have few shapes', async (_, formatId, make, most) => {
  const random = randomFrom(1)
  const lines = Array.from({ length: LINES }, () => JSON.stringify(make(random)))
  const { facts } = await openText(lines.join('\n'))
  const { formatId: detected, invalid, warnings, shapes } = facts()
  expect({ detected, invalid, warnings }).toEqual({ detected: formatId, invalid: 0, warnings: 0 })
  expect(shapes).toBeLessThan(most)
})

/** What is wrong differs from line to line, and is wrong in the same way. */
const request = (i: number, more: object, body: object = {}): unknown => ({
  custom_id: `r-${i}`,
  method: 'POST',
  url: '/v1/chat/completions',
  ...more,
  body: { model: 'm', messages: [{ role: 'user', content: 'Hi' }], ...body },
})

const pictured = (url: string) => ({
  messages: [{ role: 'user', content: [{ type: 'image_url', image_url: { url } }] }],
})

interface ObjectSchema {
  readonly properties: Readonly<Record<string, unknown>>
}

/** With names, texts, values and depth of its own; any order of keys. */
function strictSchema(random: Random, depth = 3): ObjectSchema {
  const properties: Record<string, unknown> = {}
  for (let i = whole(random, 1, 5); i > 0; i--) {
    properties[`${text(random)} ${i}`] = valueSchema(random, depth)
  }
  const required = Object.keys(properties).toSorted(() => random() - 0.5)
  const $defs = { [id(random, 'd')]: { type: 'null', description: text(random) } }
  const members = { type: 'object', properties, required, additionalProperties: false, $defs }
  const shuffled = Object.entries(members).toSorted(() => random() - 0.5)
  return Object.fromEntries(shuffled) as unknown as ObjectSchema
}

function valueSchema(random: Random, depth: number): unknown {
  const description = text(random)
  const inner = (): unknown => valueSchema(random, depth - 1)
  const leaves = [
    () => ({ type: 'string', description, enum: [text(random), id(random, 'v')] }),
    () => ({ description, type: ['integer', 'null'], minimum: whole(random, 0, 99) }),
    () => ({ type: 'string', format: some(random, ['date', 'uuid']), title: description }),
    () => ({ $ref: '#' }),
    () => ({ type: 'string', pattern: `^${id(random, 'p')}\\d+$` }),
  ]
  if (depth === 0) return some(random, leaves)()
  return some<() => unknown>(random, [
    ...leaves,
    () => ({ type: 'array', items: inner(), maxItems: whole(random, 1, 9) }),
    () => ({ anyOf: [inner(), { type: 'null' }], description }),
    () => strictSchema(random, depth - 1),
  ])()
}

function withOptional(schema: ObjectSchema, name: string): ObjectSchema {
  return { ...schema, properties: { ...schema.properties, [name]: { type: 'null' } } }
}

const strictly = (i: number, schema: unknown): unknown =>
  request(
    i,
    {},
    {
      response_format: { type: 'json_schema', json_schema: { name: 'a', strict: true, schema } },
    },
  )

const withTools = (i: number, schemas: readonly unknown[]): unknown =>
  request(
    i,
    {},
    {
      tools: schemas.map((parameters, k) => ({
        type: 'function',
        function: { name: `f${i}_${k}`, strict: true, parameters },
      })),
    },
  )
const OBJECT = { response_format: { type: 'json_object' } }

const calling = (i: number, count: number, given = '{}') => ({
  role: 'assistant',
  tool_calls: Array.from({ length: count }, (_, k) => ({
    id: `call_${k}_${i}`,
    type: 'function',
    function: { name: `f_${i}`, arguments: given },
  })),
})

const answering = (i: number) => ({ role: 'tool', tool_call_id: `call_0_${i}`, content: `${i}` })

const PNG = 'data:image/png;base64,iVBORw0KGgoA'

const base64 = (random: Random): string =>
  Array.from({ length: 80 }, () => Math.floor(random() * 36).toString(36)).join('')

test.each<[string, (i: number, random: Random) => unknown, number, readonly string[]]>([
  [
    'keys that nobody knows',
    (i) => request(i, {}, { [`x${i}`]: i, [`y ${i}`]: [i] }),
    1,
    ['unknown-key'],
  ],
  ['unknown keys beside the body', (i) => request(i, { [`note_${i}`]: 'a' }), 1, ['unknown-key']],
  [
    'unknown keys in messages',
    (i) => request(i, {}, { messages: [{ role: 'user', content: 'Hi', [`x${i}`]: { y: i } }] }),
    1,
    ['unknown-key'],
  ],
  ['logit_bias', (i) => request(i, {}, { logit_bias: { [i]: i % 100, [7 * i + 1]: -5 } }), 1, []],
  [
    'a wrong logit_bias',
    (i) => request(i, {}, { logit_bias: { [i]: 7, [i + 1]: `${i}` } }),
    1,
    ['type:body.logit_bias.*'],
  ],
  ['numbers as ids', (i) => request(i, { custom_id: i }), 1, ['type:custom_id']],
  [
    'texts for a number',
    (i) => request(i, {}, { temperature: `0.${i}` }),
    1,
    ['type:body.temperature'],
  ],
  ['numbers for a text', (i) => request(i, {}, { model: i }), 1, ['type:body.model']],
  [
    'objects for a text',
    (i) => request(i, {}, { safety_identifier: { id: i } }),
    1,
    ['type:body.safety_identifier'],
  ],
  [
    'a number out of bounds',
    (i) => request(i, {}, { temperature: 3 + i }),
    1,
    ['too-big:body.temperature'],
  ],
  ['another method', (i) => request(i, { method: `GET ${i}` }), 1, ['value:method']],
  ['pictures', (i, random) => request(i, {}, pictured(`${PNG}${base64(random)}`)), 1, []],
  [
    'pictures of several kinds',
    (i, random) =>
      request(
        i,
        {},
        pictured(
          i % 2 ? `${PNG}${base64(random)}AA==` : `data:image/jpeg;base64,/9j/${base64(random)}`,
        ),
      ),
    1,
    [],
  ],
  [
    'pictures that are cut off',
    (i, random) =>
      request(i, {}, pictured(`${PNG}${base64(random)}${'A'.repeat(1 + 4 * (i % 3))}`)),
    1,
    ['image-data-base64'],
  ],
  [
    'pictures without their padding',
    (i, random) => request(i, {}, pictured(`${PNG}${base64(random)}${'A'.repeat(2 + (i % 2))}`)),
    1,
    ['image-data-padding'],
  ],
  [
    'pictures in base64 for urls',
    (i, random) => request(i, {}, pictured(`${PNG}${base64(random)}${'-_'.repeat(1 + (i % 3))}`)),
    1,
    ['image-data-alphabet'],
  ],
  [
    'pictures of another kind',
    (i, random) => request(i, {}, pictured(`data:image/gif;base64,${base64(random)}`)),
    1,
    ['image-data-differs'],
  ],
  [
    'pictures in edits',
    (i, random) => ({
      ...(request(i, { url: '/v1/images/edits' }) as object),
      body: {
        model: 'm',
        prompt: text(random),
        images: [{ image_url: `${PNG}${base64(random)}` }],
      },
    }),
    1,
    [],
  ],
  [
    'arguments of calls that break off',
    (i) =>
      request(
        i,
        {},
        { messages: [{ role: 'user', content: 'Hi' }, calling(i, 1, `{"a":${i}`), answering(i)] },
      ),
    1,
    ['arguments-cut-off'],
  ],
  [
    'arguments of calls that are no JSON',
    (i) =>
      request(
        i,
        {},
        {
          messages: [{ role: 'user', content: 'Hi' }, calling(i, 1, `{'a': ${i}}`), answering(i)],
        },
      ),
    1,
    ['arguments-bad-json'],
  ],
  [
    'pictures without "data:"',
    (i, random) => request(i, {}, pictured(`${i % 2 ? '/9j/' : 'iVBORw0KGgo'}${base64(random)}`)),
    1,
    ['bare-base64-image'],
  ],
  [
    'other tools',
    (i) => request(i, {}, { tools: [{ type: 'function', function: { name: `get_${i}` } }] }),
    1,
    [],
  ],
  [
    'other tools of one name',
    (i) =>
      request(
        i,
        {},
        {
          tools: ['f', 'g', 'f'].map((name) => ({
            type: 'function',
            function: { name: `${name}_${i}` },
          })),
        },
      ),
    1,
    ['tool-name-twice'],
  ],
  [
    'other tools with odd names',
    (i) => request(i, {}, { tools: [{ type: 'function', function: { name: `get ${i}` } }] }),
    1,
    ['tool-name-characters'],
  ],
  [
    'calls of tools without an answer',
    (i) =>
      request(i, {}, { messages: [{ role: 'user', content: 'Hi' }, calling(i, 2), answering(i)] }),
    1,
    ['call-at-end'],
  ],
  [
    'answers to no call',
    (i) => request(i, {}, { messages: [answering(i), { role: 'user', content: `${i}` }] }),
    1,
    ['answer-without-call'],
  ],
  [
    'chosen tools that are not there',
    (i) =>
      request(
        i,
        {},
        {
          tools: [{ type: 'function', function: { name: `f_${i}` } }],
          tool_choice: { type: 'function', function: { name: `g_${i}` } },
        },
      ),
    1,
    ['chosen-tool-unknown'],
  ],
  [
    'prompts for JSON',
    (i) => request(i, {}, { ...OBJECT, messages: [{ role: 'user', content: `JSON ${i}` }] }),
    1,
    [],
  ],
  [
    'prompts for JSON without the word',
    (i) => request(i, {}, { ...OBJECT, messages: [{ role: 'user', content: `${i} \n "é"` }] }),
    1,
    ['no-json-word'],
  ],
  ['numbers for a url', (i) => request(i, { url: i }), 1, ['type:url']],
  ['other strict schemas', (i, random) => strictly(i, strictSchema(random)), 1, []],
  [
    'other strict schemas in tools',
    (i, random) => withTools(i, [strictSchema(random), strictSchema(random)]),
    1,
    [],
  ],
  [
    'other strict schemas of answers',
    (i, random) => ({
      ...(request(i, { url: '/v1/responses' }) as object),
      body: {
        model: 'm',
        input: 'Hi',
        text: {
          format: { type: 'json_schema', name: 'a', strict: true, schema: strictSchema(random) },
        },
        tools: [{ type: 'function', name: 'f', strict: true, parameters: strictSchema(random) }],
      },
    }),
    1,
    [],
  ],
  [
    'other strict schemas that are open',
    (i, random) => strictly(i, { ...strictSchema(random), additionalProperties: true }),
    1,
    ['strict-schema-open'],
  ],
  [
    'other strict schemas with a key that is not required',
    (i, random) => strictly(i, withOptional(strictSchema(random), `k${i}`)),
    1,
    ['strict-schema-optional'],
  ],
])('%s in every line are few shapes', async (_, make, most, codes) => {
  const random = randomFrom(1)
  const lines = Array.from({ length: 500 }, (_, i) => JSON.stringify(make(i, random)))
  const { facts } = await openText(lines.join('\n'))
  const { formatId, causes, shapes } = facts()
  expect(formatId).toBe('batchInput')
  expect(causes.map(({ code }) => code)).toEqual(codes)
  expect(shapes).toBeLessThanOrEqual(most)
})
