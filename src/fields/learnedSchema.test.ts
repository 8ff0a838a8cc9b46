import Ajv2020 from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../tooling/runs.ts'
import { learnedSchema, learnedSchemaText } from './learnedSchema.ts'
import { figuresOf } from './testing/figuresOf.ts'

describe('the learned schema', () => {
  test('says types, what every line has, and the few values that there are', async () => {
    const lines = Array.from({ length: 40 }, (_, i) =>
      JSON.stringify({
        id: `line ${i}`,
        model: ['small', 'large'][i % 2],
        size: i,
        score: i === 3 ? null : i / 2,
        tags: i % 2 === 0 ? [] : [{ name: 'x' }, { name: 'y', note: 1 }],
        ...(i > 30 && { extra: true }),
      }),
    )
    expect(learnedSchema(await figuresOf(lines))).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      type: 'object',
      properties: {
        id: { type: 'string' },
        model: { type: 'string', enum: ['small', 'large'] },
        size: { type: 'integer' },
        score: { type: ['number', 'null'] },
        tags: {
          type: 'array',
          items: {
            type: 'object',
            properties: {
              name: { type: 'string', enum: ['x', 'y'] },
              note: { type: 'integer', enum: [1] },
            },
            required: ['name'],
          },
        },
        extra: { type: 'boolean' },
      },
      required: ['id', 'model', 'size', 'score', 'tags'],
    })
  })

  test('takes keys that are not told apart as one', async () => {
    const lines = Array.from({ length: 1200 }, (_, i) => `{"by":{"id ${i}":${i}}}`)
    expect(learnedSchema(await figuresOf(lines)).properties).toEqual({
      by: { type: 'object', additionalProperties: { type: 'integer' } },
    })
  })

  test('of no line says nothing', async () => {
    expect(JSON.parse(learnedSchemaText(await figuresOf([])))).toEqual({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
    })
  })

  test('holds for every line that it was learned from', async () => {
    const scalar = fc.oneof(
      fc.constantFrom('a', 'b', 1, 2, 0.5, null, true),
      fc.integer(),
      fc.string({ maxLength: 3 }),
    )
    const value = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        scalar,
        fc.array(tie('value'), { maxLength: 12 }),
        fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd', ''), tie('value'), { maxKeys: 4 }),
      ),
    })).value
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 30 }), async (values) => {
        const lines = values.map((one) => JSON.stringify(one))
        const schema = JSON.parse(learnedSchemaText(await figuresOf(lines))) as object
        const validate = new Ajv2020({ strict: false }).compile(schema)
        for (const line of lines) expect([line, validate(JSON.parse(line))]).toEqual([line, true])
      }),
      runs(200),
    )
  })
})
