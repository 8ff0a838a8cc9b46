// JSON Schemas count for the shape by their marks (assembly/schema.ts): what base/jsonSchema/schemaFaults.ts
// tells of the value, the scanner tells of the text.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { schemaMarks } from '../base/testing/schemaMarks.ts'
import {
  SCHEMA_FLAG,
  SCHEMA_LIMITS,
  SCHEMA_MARK,
  SCHEMA_ROLE,
} from '../base/jsonSchema/schemaKeywords.ts'
import { goodSchemaText, schemaText } from '../base/testing/arbitraryJsonSchemas.ts'
import { runs } from '../tooling/runs.ts'
import { encodePlan } from './encodePlan.ts'
import type { PlanNode } from './scanPlan.ts'
import { Scanner } from './scanner.ts'
import { encode, module, scannerFor, scanWith } from './testing/scannedLines.ts'
import { readFileSync } from 'node:fs'

const SCHEMA: PlanNode = { kind: 'schema' }

/** Within other values, and twice in a line. */
const IN_LINE: PlanNode = {
  kind: 'object',
  keys: new Map<string, PlanNode>([
    ['schema', SCHEMA],
    [
      'tools',
      {
        kind: 'array',
        element: { kind: 'object', keys: new Map([['parameters', SCHEMA]]), unknown: 'ignore' },
        bounds: [],
      },
    ],
  ]),
  unknown: 'ignore',
}

const marksOf = (text: string): number => schemaMarks(JSON.parse(text) as Record<string, unknown>)

const scanner = scannerFor(SCHEMA)
const shapesOf = (lines: readonly string[]): bigint[] =>
  scanWith(scanner, lines).map(({ shape }) => shape)

test('schemas of one shape have the same marks', () => {
  let pairs = 0
  const marks = new Set<number>()
  fc.assert(
    fc.property(fc.array(schemaText, { minLength: 30, maxLength: 60 }), (texts) => {
      const first = new Map<bigint, string>()
      shapesOf(texts).forEach((shape, i) => {
        const text = texts[i] as string
        const other = first.get(shape)
        if (other === undefined) first.set(shape, text)
        else if (other !== text) {
          pairs++
          marks.add(marksOf(text))
          expect([other, text, marksOf(other)]).toEqual([other, text, marksOf(text)])
        }
      })
    }),
    runs(300),
  )
  // The law says something only where different schemas do share a shape.
  expect(pairs).toBeGreaterThan(200)
  expect(marks.size).toBeGreaterThan(10)
})

test('schemas that strict structured output takes have one shape', () => {
  fc.assert(
    fc.property(fc.array(goodSchemaText, { minLength: 2, maxLength: 20 }), (texts) => {
      for (const text of texts) expect([text, marksOf(text)]).toEqual([text, 0])
      expect(new Set(shapesOf(texts)).size).toBe(1)
    }),
    runs(200),
  )
})

test('a schema does not depend on the lines before it, nor on how they come', () => {
  const lines = fc
    .array(fc.oneof(schemaText, goodSchemaText), { minLength: 1, maxLength: 5 })
    .chain((texts) =>
      fc.array(
        fc
          .tuple(fc.constantFrom(...texts), fc.constantFrom(...texts), fc.constantFrom(...texts))
          .map(
            ([schema, one, other]) =>
              `{"schema":${schema},"tools":[{"parameters":${one}},{"n":1,"parameters": ${other}}],"é":"\\n"}`,
          ),
        { minLength: 1, maxLength: 40 },
      ),
    )
  const shared = Scanner.create(module, { seed: 5n })
  const alone = Scanner.create(module, { seed: 5n })
  fc.assert(
    fc.property(lines, fc.integer({ min: 1, max: 300 }), (texts, size) => {
      shared.setPlan(encodePlan(IN_LINE))
      shared.reset()
      const bytes = encode(texts.map((text) => `${text}\n`).join(''))
      const told: unknown[] = []
      for (let at = 0; at < bytes.length; at += size) {
        for (const batch of shared.push(bytes.slice(at, at + size))) {
          for (let i = 0; i < batch.count; i++) {
            told.push([batch.shape[i], batch.status[i], batch.flags[i]])
          }
        }
      }
      const each = texts.map((text) => {
        alone.setPlan(encodePlan(IN_LINE))
        alone.reset()
        const [batch] = [...alone.push(encode(`${text}\n`))]
        return [batch?.shape[0], batch?.status[0], batch?.flags[0]]
      })
      expect(told).toEqual(each)
    }),
    runs(150),
  )
})

const GOOD =
  '{"type":"object","properties":{"a":{"type":"string"}},"required":["a"],"additionalProperties":false}'

/** An object of one key with this schema. */
const of = (inner: string): string => GOOD.replace('{"type":"string"}', inner)

/** What is wrong, in two ways that have nothing else in common. */
const FAULTS: Readonly<Record<string, readonly [string, string]>> = {
  open: [
    GOOD.replace(',"additionalProperties":false', ''),
    of('{"type":"object","properties":{},"additionalProperties":{}}'),
  ],
  optional: [
    GOOD.replace('"required":["a"]', '"required":[]'),
    of(
      '{"type":["object","null"],"properties":{"x":{"$ref":"#"},"y":{"$ref":"#"}},"required":["y"],"additionalProperties":false}',
    ),
  ],
  extra: [
    GOOD.replace('["a"]', '["b","a"]'),
    of('{"type":"object","required":["z"],"additionalProperties":false}'),
  ],
  keyword: [
    of('{"type":"array","items":{"type":"null"},"uniqueItems":true}'),
    of('{"oneOf":[{"type":"string"},{"type":"integer"}]}'),
  ],
  doubtful: [of('{"enum":["x"]}'), of('{"type":"string","contentEncoding":"base64"}')],
  untyped: [of('{}'), of('{"description":"anything","examples":[{"type":"x"}]}')],
  'items|plainItems': [
    of('{"type":"array"}'),
    of('{"anyOf":[{"type":"null"},{"type":["array","string"],"minItems":1}]}'),
  ],
  items: [
    `${GOOD.slice(0, -1)},"$defs":{"x":{"type":"array"}}}`,
    `${GOOD.slice(0, -1)},"definitions":{"y":{"type":["null","array"]}}}`,
  ],
  format: [of('{"type":"string","format":"uri"}'), of('{"type":"string","format":"timestamp"}')],
  pattern: [
    of('{"type":"string","pattern":"^(?=.*a)"}'),
    of('{"type":"string","pattern":"(?<!b)c"}'),
  ],
  reference: [of('{"$ref":"#/$defs/x"}'), of('{"$ref":"#/definitions/名"}')],
  sibling: [of('{"$ref":"#","type":"object"}'), of('{"$ref":"#","x":1}')].map((text) =>
    text.replace('"$ref":"#","type":"object"', '"$ref":"#","minLength":1'),
  ) as [string, string],
  rootType: ['{"type":"array","items":{"type":"string"}}', '{"type":"null"}'],
  rootEmpty: ['{}', '{ }'],
  rootAnyOf: [
    `${GOOD.slice(0, -1)},"anyOf":[{"type":"null"}]}`,
    `{"anyOf":[{"$ref":"#"}],${GOOD.slice(1)}`,
  ],
  rootUnion: [`${GOOD.slice(0, -1)},"enum":[{"a":"b"}]}`, `${GOOD.slice(0, -1)},"const":1}`],
  rootBare: [
    '{"type":"object","additionalProperties":false}',
    '{"additionalProperties":false,"required":[],"type":["object"]}',
  ],
  deep: [nested(11), nested(14)],
}

function nested(depth: number): string {
  return depth === 0 ? '{"type":"string"}' : of(nested(depth - 1))
}

describe('each mark', () => {
  it.each(Object.entries(FAULTS))('%s', (names, texts) => {
    const wanted = names
      .split('|')
      .reduce((bits, name) => bits | SCHEMA_MARK[name as keyof typeof SCHEMA_MARK], 0)
    expect(texts.map(marksOf)).toEqual([wanted, wanted])
    const [one, other, good] = shapesOf([...texts, GOOD])
    expect(one).toBe(other)
    expect(one).not.toBe(good)
  })

  it('has a shape of its own', () => {
    const texts = Object.values(FAULTS).map(([text]) => text)
    expect(new Set(shapesOf(texts)).size).toBe(texts.length)
  })
})

describe('what is not decided at once counts by its bytes', () => {
  const long = 'x'.repeat(SCHEMA_LIMITS.characters)
  const manyKeys = (from: number, to: number): string => {
    const names = Array.from({ length: to - from }, (_, i) => `k${from + i}`)
    const properties = names.map((name) => `"${name}":{"type":"null"}`)
    return `{"type":"object","properties":{${properties.join()}},"required":[${names
      .map((name) => `"${name}"`)
      .reverse()
      .join()}],"additionalProperties":false}`
  }
  const numbers = (count: number): string =>
    JSON.stringify(Array.from({ length: count }, (_, i) => i))

  it.each<[string, readonly [string, string]]>([
    ['a value of a wrong type', [of('7'), of('8')]],
    [
      'a key twice',
      [of('{"type":"string","type":"array"}'), of('{"type":"array","type":"string"}')],
    ],
    [
      'a reference to elsewhere',
      [of('{"$ref":"#/properties/a"}'), of('{"$ref":"#/properties/b"}')],
    ],
    [
      'a pattern that may look around',
      [of('{"type":"string","pattern":"\\\\(?=a"}'), of('{"type":"string","pattern":"\\\\(?=b"}')],
    ],
    [
      'names that are too long',
      [of(`{"type":"string","const":"${long}"}`), of(`{"type":"string","const":"y${long}"}`)],
    ],
    [
      'values that are too many',
      [
        of(`{"type":"integer","enum":${numbers(1001)}}`),
        of(`{"type":"integer","enum":${numbers(1002)}}`),
      ],
    ],
    ['keys that are too many', [manyKeys(0, 5001), manyKeys(1, 5002)]],
  ])('%s', (_, texts) => {
    const [one, other, good] = shapesOf([...texts, GOOD])
    expect(new Set([one, other, good]).size).toBe(3)
  })

  it('and what is within the limits does not', () => {
    const texts = [
      GOOD,
      manyKeys(0, 3000),
      of(`{"type":"integer","enum":${numbers(900)}}`),
      nested(10),
    ]
    expect(texts.map(marksOf)).toEqual([0, 0, 0, 0])
    expect(new Set(shapesOf(texts)).size).toBe(1)
  })
})

test('bits and limits are those of the module', () => {
  const text = readFileSync(new URL('./assembly/schemaBits.ts', import.meta.url), 'utf8')
  const constants = new Map(
    [...text.matchAll(/^export const (\w+): \w+ = (\d+)$/gm)].map(([, name, value]) => [
      name,
      Number(value),
    ]),
  )
  const upper = (name: string): string =>
    name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()
  for (const [name, role] of Object.entries(SCHEMA_ROLE)) {
    expect([name, constants.get(upper(name))]).toEqual([name, role])
  }
  for (const [name, flag] of Object.entries(SCHEMA_FLAG)) {
    expect([name, constants.get(upper(name))]).toEqual([name, flag])
  }
  // What is no schema is not told, keywords bring their marks along, and of what is too large the bytes count.
  const { invalid: _, keyword: __, large: ___, values: ____, ...marks } = SCHEMA_MARK
  for (const [name, mark] of Object.entries(marks)) {
    const constant = constants.get(upper(name))
    const told = ['format', 'pattern', 'reference'].includes(name)
      ? constants.get(`${upper(name)}_MARK`)
      : constant
    expect([name, told]).toEqual([name, mark])
  }
  expect([
    constants.get('MAX_PROPERTIES'),
    constants.get('MAX_NEST'),
    constants.get('MAX_VALUES'),
    constants.get('MAX_CHARACTERS'),
    constants.get('MANY_VALUES'),
    constants.get('MANY_CHARACTERS'),
  ]).toEqual(Object.values(SCHEMA_LIMITS))
})
