import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { geminiSchemaToJsonSchema } from './geminiSchema.ts'

describe("Gemini's schemas", () => {
  test('become JSON Schema', () => {
    expect(
      geminiSchemaToJsonSchema({
        type: 'OBJECT',
        properties: {
          type: { type: 'STRING', enum: ['a'], format: 'enum' },
          list: { type: 'ARRAY', items: { type: 'NUMBER' }, minItems: '2', max_items: 3 },
          maybe: { type: 'STRING', nullable: true },
          either: { any_of: [{ type: 'BOOLEAN' }, { type: 'INTEGER', minimum: 0 }] },
        },
        required: ['type'],
        property_ordering: ['type', 'list'],
        description: 'words',
      }),
    ).toEqual({
      type: 'object',
      properties: {
        type: { type: 'string', enum: ['a'] },
        list: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 3 },
        maybe: { anyOf: [{ type: 'string' }, { type: 'null' }] },
        either: { anyOf: [{ type: 'boolean' }, { type: 'integer', minimum: 0 }] },
      },
      required: ['type'],
    })
  })

  test('that are none fit everything', () => {
    for (const value of [null, 7, 'OBJECT', [], undefined]) {
      expect(geminiSchemaToJsonSchema(value)).toBe(true)
    }
    expect(geminiSchemaToJsonSchema({ type: 'TYPE_UNSPECIFIED' })).toEqual({})
  })

  test('of any shape are converted without throwing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(() => JSON.stringify(geminiSchemaToJsonSchema(value))).not.toThrow()
      }),
    )
    const deep: unknown = JSON.parse('{"items":'.repeat(20_000) + '{}' + '}'.repeat(20_000))
    expect(() => JSON.stringify(geminiSchemaToJsonSchema(deep))).not.toThrow()
  })
})
