import Ajv2020 from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileExpression } from '../expressions/compileExpression.ts'
import { runs } from '../tooling/runs.ts'
import { evaluateQuery } from './evaluateQuery.ts'
import type { FieldQuery } from './fieldQuery.ts'
import { formatQuery } from './formatQuery.ts'
import { learnedSchemaText } from './learnedSchema.ts'
import { readSchema } from './readSchema.ts'
import { isMisfit, schemaDifferences } from './schemaDifferences.ts'
import { figuresOf } from './testing/figuresOf.ts'

const textOf = (lines: readonly unknown[]): readonly string[] =>
  lines.map((line) => JSON.stringify(line))

async function compared(schema: unknown, lines: readonly unknown[]) {
  const read = readSchema(typeof schema === 'string' ? schema : JSON.stringify(schema))
  if (!read.ok) throw new Error('no schema')
  return schemaDifferences(read.value.schema, await figuresOf(textOf(lines)))
}

function isTrueOf(query: FieldQuery, value: unknown): boolean {
  const line = { isJson: true, value, verdict: 'valid' as const }
  return evaluateQuery(query, line, compileExpression) === true
}

/** Kind, path, count and query of each. */
async function shown(schema: unknown, lines: readonly unknown[]): Promise<readonly string[]> {
  const { differences } = await compared(schema, lines)
  return differences.map(({ kind, path, count, isOfLines, query }) =>
    [kind, JSON.stringify(path), count, isOfLines ? 'lines' : 'values', query && formatQuery(query)]
      .filter((part) => part !== undefined)
      .join(' '),
  )
}

describe('lines that differ from a schema', () => {
  const schema = {
    type: 'object',
    properties: {
      id: { type: 'integer' },
      level: { enum: ['info', 'error'] },
      user: {
        type: ['object', 'null'],
        properties: { name: { type: 'string' } },
        required: ['name'],
      },
      tags: { type: 'array', items: { type: 'object', required: ['k'] } },
    },
    required: ['id', 'level'],
  }

  test('each has its path, how many they are, and what shows them', async () => {
    expect(
      await shown(schema, [
        { id: 1, level: 'info', user: { name: 'a' }, tags: [{ k: 1 }] },
        { id: 1.5, level: 'fatal', user: {}, tags: [{ k: 1 }, {}, 7] },
        { id: '3', level: 'info', user: 'x', more: 1 },
        { level: 'info', user: null },
      ]),
    ).toEqual([
      'missing ["id"] 1 lines not exists(id)',
      'fraction ["id"] 1 lines',
      'type ["id"] 1 lines type(id) = "string"',
      'choice ["level"] 1 lines level = "fatal"',
      'type ["user"] 1 lines type(user) = "string"',
      'missing ["user","name"] 1 lines type(user) = "object" and not exists(user.name)',
      'type ["tags",{"each":true}] 1 lines type(tags[*]) = "number"',
      'missing ["tags",{"each":true},"k"] 1 values',
      'unnamed ["more"] 1 lines exists(more)',
    ])
  })

  test('fields that the schema forbids', async () => {
    const closed = { properties: { a: {} }, additionalProperties: false }
    expect(await shown(closed, [{ a: 1 }, { b: 1 }])).toEqual(['forbidden ["b"] 1 lines exists(b)'])
  })

  test('more values than are counted by themselves', async () => {
    const lines = Array.from({ length: 400 }, (_, i) => ({ n: i }))
    expect(await shown({ properties: { n: { enum: [0, 1] } } }, lines)).toEqual([
      'choice ["n"] values exists(n) and n not in (0, 1)',
    ])
    const many = { properties: { n: { enum: lines.map(({ n }) => n) } } }
    expect(await compared(many, lines)).toEqual({ differences: [], isPartial: true })
  })

  test('keys that are not told apart are compared as one', async () => {
    const lines = Array.from({ length: 1200 }, (_, i) => ({ by: { [`id ${i}`]: i % 2 ? i : 'x' } }))
    const of = { type: 'object', additionalProperties: { type: 'integer' } }
    const { differences, isPartial } = await compared({ properties: { by: of } }, lines)
    expect(differences.map(({ kind, count }) => [kind, count])).toEqual([['type', 600]])
    expect(isPartial).toBe(false)
    const named = { properties: { by: { required: ['id 1'] } } }
    expect((await compared(named, lines)).isPartial).toBe(true)
  })

  test.each([
    ['{"a"', 'no JSON'],
    ['[1]', 'no object'],
    ['{"level":"info"}', 'no schema'],
  ])('%s is refused: %s', (text) => expect(readSchema(text).ok).toBe(false))

  test('keywords that are not compared are told', () => {
    const text = JSON.stringify({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'A',
      minProperties: 1,
      properties: { a: { type: 'string', pattern: 'x' }, b: { enum: [{}] }, c: { anyOf: [] } },
      items: [{}],
    })
    const read = readSchema(text)
    expect(read.ok && read.value.ignored.toSorted()).toEqual([
      'anyOf',
      'enum',
      'items',
      'minProperties',
      'pattern',
    ])
  })

  const scalar = fc.oneof(
    fc.constantFrom('a', 'b', 1, 2, 0.5, null, true),
    fc.integer({ min: -3, max: 3 }),
    fc.string({ maxLength: 2 }),
  )
  const value = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      scalar,
      fc.array(tie('value'), { maxLength: 4 }),
      // Without an empty key: for Ajv, every object has it.
      fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), tie('value'), { maxKeys: 4 }),
    ),
  })).value

  test('what was learned from some lines holds for others where nothing differs, and nowhere else', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(value, { minLength: 1, maxLength: 12 }),
        fc.nat(20),
        fc.array(value, { minLength: 1, maxLength: 6 }),
        async (known, times, others) => {
          const learnt = Array.from({ length: times + 1 }, () => known).flat()
          const schema = learnedSchemaText(await figuresOf(textOf(learnt)))
          const { differences, isPartial } = await compared(schema, others)
          expect(isPartial).toBe(false)
          const validate = new Ajv2020({ strict: false }).compile(JSON.parse(schema) as object)
          const invalid = others.filter((line) => !validate(line))
          expect(differences.some(isMisfit)).toBe(invalid.length > 0)
          // What is pressed shows as many lines as were counted, each of which is invalid.
          for (const { query, count, isOfLines, ...difference } of differences.filter(isMisfit)) {
            if (!query) continue
            const shownLines = others.filter((line) => isTrueOf(query, line))
            for (const line of shownLines) expect(invalid).toContain(line)
            if (isOfLines) expect([difference, shownLines.length]).toEqual([difference, count])
          }
        },
      ),
      runs(300),
    )
  })
})
