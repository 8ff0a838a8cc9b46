// The fields of bodies: what is typed is in the JSON and is read from it, and nothing else changes.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createFormatValidator } from '../../formats/formatValidator.ts'
import { ENDPOINTS } from '../../providers/openai/endpoints/registry.ts'
import { requestDialectOf } from '../../providers/requestDialect.ts'
import { runs } from '../../tooling/runs.ts'
import { type EndpointForm, readBody, rewriteBody, writeBody } from './bodyForm.ts'
import { rulesOf } from '../endpointRules.ts'
import { envelopeOf, linePieces, OTHER_ENDPOINTS } from '../envelopes.ts'
import { carriedOver, ENDPOINT_FORMS, formOf, providerOf } from './endpointForms.ts'
import { templateOfRequests } from './fromRequest.ts'
import { listedValues, variantsOf } from './variants.ts'

test('every endpoint of the format is offered but those of which it warns, and no other', () => {
  const urls = ENDPOINTS.filter(({ warning }) => warning === undefined).map(({ url }) => url)
  expect(ENDPOINT_FORMS.map(({ endpoint }) => endpoint).toSorted()).toEqual(
    [...urls, ...OTHER_ENDPOINTS].toSorted(),
  )
})

test.each(ENDPOINT_FORMS.map((form) => [form.endpoint, form] as const))(
  'the body to begin with at %s is valid, and its provider’s',
  (endpoint, { body }) => {
    const [before, between, after] = linePieces(envelopeOf(endpoint))
    const line: unknown = JSON.parse(`${before}"a"${between}${JSON.stringify(body)}${after}`)
    const { format } = rulesOf(endpoint)
    expect(requestDialectOf(line)).toBe(envelopeOf(endpoint).provider)
    const { findings } = createFormatValidator(format).validate(line)
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(providerOf(endpoint).name).toEqual(format.provider?.name)
  },
)

/** A switch belongs to another field. */
const TYPED = ({ fields }: EndpointForm) => fields.filter(({ kind }) => kind !== 'switch')

const FORMS = ENDPOINT_FORMS.filter(({ fields }) => fields.length > 0)

describe.each(FORMS.map((form) => [form.endpoint, form] as const))('%s', (_, form) => {
  test('has a field for what differs between requests', () => {
    const ids = form.fields.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(form.isModelOfJob ? ['user'] : ['model', 'user']))
  })

  test('what is typed into a field is read from the body, and the others stay', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TYPED(form)), fc.string(), (field, typed) => {
        const other = { ...form.body, seed: 7, metadata: { a: 'b' } }
        const text =
          field.kind === 'number' ? '12' : field.kind === 'json' ? '{"type":"object"}' : `x${typed}`
        const body = readBody(writeBody(field.write(other, text)))
        if (!body) throw new Error('no body')
        expect(JSON.stringify(field.read(body)).replaceAll(/\\n| /g, '')).toBe(
          JSON.stringify(text).replaceAll(/\\n| /g, ''),
        )
        expect(body).toMatchObject({ seed: 7, metadata: { a: 'b' } })
        for (const each of TYPED(form)) {
          if (each !== field) expect(each.read(body)).toBe(each.read(other))
        }
      }),
      runs(60),
    )
  })

  test('an optional field that is emptied leaves no trace', () => {
    for (const field of TYPED(form)) {
      // What is there from the beginning is no option.
      if (field.id === 'user' || field.read(form.body) !== '') continue
      const text = field.kind === 'json' ? '{"type":"object"}' : '1'
      expect(field.write(field.write(form.body, text), '')).toEqual(form.body)
    }
  })
})

test('another endpoint takes over what its fields have, in its own words', () => {
  const chat = formOf('/v1/chat/completions')
  const body = TYPED(chat).reduce(
    (before, { id, write }) =>
      write(
        before,
        { tokenLimit: '50', temperature: '0.5', schema: '{"type":"object"}' }[id as string] ?? id,
      ),
    chat.body,
  )
  expect(JSON.parse(carriedOver(chat.endpoint, writeBody(body), '/v1/responses'))).toEqual({
    model: 'model',
    instructions: 'system',
    input: 'user',
    max_output_tokens: 50,
    temperature: 0.5,
    text: {
      format: { type: 'json_schema', name: 'answer', strict: true, schema: { type: 'object' } },
    },
  })
  expect(JSON.parse(carriedOver(chat.endpoint, writeBody(body), '/v1/embeddings'))).toEqual({
    model: 'text-embedding-3-small',
    input: 'user',
  })
  expect(JSON.parse(carriedOver(chat.endpoint, '{', '/v1/embeddings'))).toEqual(
    formOf('/v1/embeddings').body,
  )
})

test('another provider takes over all but the model', () => {
  const chat = formOf('/v1/chat/completions')
  const body = writeBody({
    model: 'gpt-6-luna',
    messages: [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: '{{text}}' },
    ],
    max_completion_tokens: 50,
    temperature: 0.5,
  })
  const over = (endpoint: string): unknown => JSON.parse(carriedOver(chat.endpoint, body, endpoint))
  expect(over('anthropic:messages')).toEqual({
    model: 'claude-haiku-4-5',
    system: 'Be brief.',
    messages: [{ role: 'user', content: '{{text}}' }],
    max_tokens: 50,
    temperature: 0.5,
  })
  expect(over('gemini:generateContent')).toEqual({
    systemInstruction: { parts: [{ text: 'Be brief.' }] },
    contents: [{ role: 'user', parts: [{ text: '{{text}}' }] }],
    generationConfig: { maxOutputTokens: 50, temperature: 0.5 },
  })
})

test.each([
  '/v1/chat/completions',
  '/v1/responses',
  'mistral:chat/completions',
  'azure:/responses',
])('at %s strict is switched beside a schema, and stays when the schema changes', (endpoint) => {
  const { fields, body } = formOf(endpoint)
  const [schema, strict] = ['schema', 'strict'].map((id) => fields.find((each) => each.id === id))
  if (!schema || !strict) throw new Error('no fields')
  expect(strict.fits?.(body)).toBe(false)
  expect(strict.write(body, 'true')).toEqual(body)
  const withSchema = schema.write(body, '{"type":"object"}')
  expect(strict.fits?.(withSchema)).toBe(true)
  expect(strict.read(withSchema)).toBe('true')
  const loose = strict.write(withSchema, 'false')
  expect(strict.read(schema.write(loose, '{"type":"array"}'))).toBe('false')
  expect(strict.write(loose, 'true')).toEqual(withSchema)
})

test('Gemini’s other spelling is read and written', () => {
  const limit = formOf('gemini:generateContent').fields.find(({ id }) => id === 'tokenLimit')
  const body = { generation_config: { max_output_tokens: 5 } }
  expect(limit?.read(body)).toBe('5')
  expect(limit?.write(body, '9')).toEqual({ generation_config: { max_output_tokens: 9 } })
})

test('an older name of the token limit stays', () => {
  const limit = formOf('/v1/chat/completions').fields.find(({ id }) => id === 'tokenLimit')
  expect(limit?.write({ max_tokens: 5 }, '9')).toEqual({ max_tokens: 9 })
  expect(limit?.write({}, '9')).toEqual({ max_completion_tokens: 9 })
})

const CHAT = formOf('/v1/chat/completions')

test('models and temperatures make a body each', () => {
  expect(listedValues(' a, b,,a\nc ')).toEqual(['a', 'b', 'c'])
  const variants = variantsOf(CHAT, '{"model":"x","n":1}', ['gpt-5.4-mini', 'o3'], ['0', '0.5'])
  expect(variants.map(({ suffix, body }) => [suffix, JSON.parse(body)])).toEqual([
    ['-gpt-5-4-mini-t0', { model: 'gpt-5.4-mini', n: 1, temperature: 0 }],
    ['-gpt-5-4-mini-t0-5', { model: 'gpt-5.4-mini', n: 1, temperature: 0.5 }],
    ['-o3-t0', { model: 'o3', n: 1, temperature: 0 }],
    ['-o3-t0-5', { model: 'o3', n: 1, temperature: 0.5 }],
  ])
  const gemini = formOf('gemini:generateContent')
  expect(
    variantsOf(gemini, '{"contents":[]}', ['m'], ['1']).map(({ body }) => JSON.parse(body)),
  ).toEqual([{ contents: [], generationConfig: { temperature: 1 } }])
  expect(variantsOf(CHAT, '{', ['a'], [])).toEqual([{ body: '{', suffix: '' }])
})

test('what is written into a body leaves the digits of all else', () => {
  const text = '{\n  "seed": 9007199254740993,\n  "model": "a",\n  "top_p": 1.0\n}'
  const [variant] = variantsOf(CHAT, text, ['b'], ['0'])
  expect(variant?.body).toBe(
    '{\n  "seed": 9007199254740993,\n  "model": "b",\n  "top_p": 1.0,\n  "temperature": 0\n}',
  )
  const body = readBody(text) ?? {}
  const { model: _model, ...rest } = body
  expect(rewriteBody(text, body, rest)).toBe('{\n  "seed": 9007199254740993,\n  "top_p": 1.0\n}')
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue()),
      fc.dictionary(fc.string(), fc.jsonValue()),
      (before, after) => {
        const written = JSON.parse(rewriteBody(writeBody(before), before, after)) as object
        expect(new Map(Object.entries(written))).toEqual(
          new Map(Object.entries(JSON.parse(JSON.stringify(after)) as object)),
        )
      },
    ),
    runs(100),
  )
})

test('requests are a template of all their keys, of which no value is written', () => {
  const bodies = ['{"model":"m","messages":[]}', '7', '{"messages":[],"seed":1,"a.b":2,"{{x}}":3}']
  expect(JSON.parse(templateOfRequests(bodies) ?? '')).toEqual({
    model: '{{{body.model}}}',
    messages: '{{{body.messages}}}',
    seed: '{{{body.seed}}}',
  })
  expect(templateOfRequests(['7', '{'])).toBeUndefined()
})

test('messages that come from rows have no fields, which would replace them', () => {
  const { fields } = formOf('/v1/chat/completions')
  const shown = (messages: unknown) =>
    fields.filter(({ fits }) => fits?.({ messages }) ?? true).map(({ id }) => id)
  expect(shown([])).toEqual(expect.arrayContaining(['model', 'system', 'user']))
  expect(shown('{{{body.messages}}}')).not.toEqual(expect.arrayContaining(['system']))
  expect(shown('{{{body.messages}}}')).not.toEqual(expect.arrayContaining(['user']))
})
