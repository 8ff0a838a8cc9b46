// The check of schemas for structured output: what is told, and where.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { english } from '../../i18n/loadTranslator.ts'
import { z } from '../../formats/zod.ts'
import { runs } from '../../tooling/runs.ts'
import { schemaProblems } from './schemaProblems.ts'

/** The paths, with whatever is said there. */
const told = (schema: unknown, isStrict = false) =>
  schemaProblems(JSON.stringify(schema), isStrict).map(
    ({ path, message }) => `${path}: ${english.t(message)}`,
  )

const GOOD = {
  type: 'object',
  properties: {
    name: { type: 'string', pattern: '^[A-Z]' },
    parts: { type: 'array', items: { $ref: '#/$defs/part' } },
    kind: { anyOf: [{ type: 'string', enum: ['a', 'b'] }, { type: 'null' }] },
  },
  required: ['name', 'parts', 'kind'],
  additionalProperties: false,
  $defs: {
    part: {
      type: 'object',
      properties: { n: { type: ['integer', 'null'], minimum: 0 } },
      required: ['n'],
      additionalProperties: false,
    },
  },
}

describe('a schema', () => {
  test('that is one has no problem, nor has none, nor a placeholder for one', () => {
    expect(told(GOOD)).toEqual([])
    expect(told(GOOD, true)).toEqual([])
    for (const text of ['', ' ', '{{{schema}}}', ' {{schema}} ']) {
      expect(schemaProblems(text, true)).toEqual([])
    }
  })

  test('that is no JSON is told with the place', () => {
    expect(schemaProblems('{"type": "object",\n}', false)).toMatchObject([
      { severity: 'error', at: 19, path: '' },
    ])
    expect(told([])).toEqual([': A schema is an object.'])
  })

  test('has keywords of their kinds', () => {
    expect(
      told({
        type: 'text',
        properties: { a: 7, b: { minLength: -1 }, c: { items: [] }, d: { pattern: '(' } },
        required: ['a', 'a'],
        anyOf: [],
        $ref: '#/$defs/nothing',
        propertys: {},
      }),
    ).toEqual([
      'type: "type" must be one of object, array, string, number, integer, boolean or null, or an array of them.',
      'properties.a: A schema is an object here, or true or false.',
      'properties.b.minLength: "minLength" must be an integer, 0 or more.',
      'properties.c.items: "items" must be one schema. An array with a schema for each place is "prefixItems".',
      'properties.d.pattern: "pattern" must be a regular expression, and this is none.',
      'required: "required" must be an array of names, each once.',
      'anyOf: "anyOf" must be an array of schemas, one at least.',
      '$ref: The reference "#/$defs/nothing" leads to nothing in this schema.',
      'propertys: "propertys" is not a keyword of JSON Schema. Did you mean "properties"?',
    ])
  })

  test('names of properties are no keywords', () => {
    expect(told({ properties: { type: { type: 'string' }, required: { type: 'null' } } })).toEqual(
      [],
    )
  })
})

describe('a strict schema', () => {
  test('closes every object and requires all its keys', () => {
    expect(
      told({ type: 'object', properties: { a: { type: 'object', properties: {} } } }, true),
    ).toEqual([
      ': Every object of a strict schema needs "additionalProperties": false.',
      ': A strict schema requires all keys; "required" lacks "a". For a key that may be missing, allow null.',
      'properties.a: Every object of a strict schema needs "additionalProperties": false.',
    ])
  })

  test('is an object, and says what every value is', () => {
    expect(told({ type: 'array', items: { type: 'string' } }, true)).toHaveLength(1)
    expect(told({ ...GOOD, anyOf: [{ type: 'null' }] }, true)).toEqual([
      'anyOf: A strict schema may not have "anyOf" at its top.',
    ])
    const of = (a: unknown) => ({ ...GOOD, properties: { ...GOOD.properties, name: a } })
    expect(told(of({ description: 'x' }), true)).toHaveLength(1)
    expect(told(of(true), true)).toHaveLength(1)
    expect(told(of({ type: 'array' }), true)).toHaveLength(1)
    expect(told(of({ allOf: [{ type: 'string' }], type: 'string' }), true)).toEqual([
      'properties.name.allOf: "allOf" is not permitted in a strict schema.',
    ])
  })

  test('keeps to the limits', () => {
    const nested = (depth: number): object => ({
      type: 'object',
      properties: depth > 1 ? { a: nested(depth - 1) } : {},
      required: depth > 1 ? ['a'] : [],
      additionalProperties: false,
    })
    expect(told(nested(10), true)).toEqual([])
    expect(told(nested(11), true)).toEqual([
      ': Objects are nested 11 deep; in a strict schema they may be 10 deep at most.',
    ])
    const many = Array.from({ length: 999 }, (_, i) => `value ${i}`)
    expect(
      told({ ...GOOD, $defs: { ...GOOD.$defs, b: { type: 'string', enum: many } } }, true),
    ).toEqual([': There are 1,001 values in "enum"; a strict schema may list 1,000 at most.'])
  })
})

test('schemas that a library makes are schemas', () => {
  const made = z.object({
    a: z.string().min(1).max(9),
    b: z.array(z.union([z.number(), z.null()])),
    c: z.record(z.string(), z.boolean()),
    d: z.tuple([z.string(), z.int()]),
    e: z.enum(['x', 'y']).optional(),
  })
  expect(told(z.toJSONSchema(made))).toEqual([])
})

test('any text is judged without an exception, at places that are in it', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), fc.boolean(), (text, isStrict) => {
      for (const { at } of schemaProblems(text, isStrict)) {
        expect(at).toBeGreaterThanOrEqual(0)
        expect(at).toBeLessThanOrEqual(text.length)
      }
    }),
    runs(200),
  )
})
