import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadExpressions } from '../expressions/expressions.ts'
import { loadSchemaValidator } from './schemaValidator.ts'
import type { SchemaValidator } from './schemaValidator.ts'
import { runs } from '../tooling/runs.ts'

let validate: SchemaValidator['validate']

beforeAll(async () => {
  validate = (await loadSchemaValidator(loadExpressions)).validate
})

const ORDER = {
  type: 'object',
  properties: {
    id: { type: 'integer' },
    lines: { type: 'array', items: { $ref: '#/$defs/line' } },
    note: { anyOf: [{ type: 'string' }, { type: 'null' }] },
  },
  required: ['id', 'lines', 'note'],
  additionalProperties: false,
  $defs: {
    line: {
      type: 'object',
      properties: { what: { enum: ['tea', 'milk'] } },
      required: ['what'],
      additionalProperties: false,
    },
  },
}

const GOOD = { id: 1, lines: [{ what: 'tea' }], note: null }

describe('schemas', () => {
  test('are kept to, or the place says where not', () => {
    expect(validate(ORDER, GOOD)).toEqual({ kind: 'fits' })
    expect(validate(ORDER, { ...GOOD, id: 'x' })).toMatchObject({ kind: 'misfit', path: 'id' })
    expect(validate(ORDER, { ...GOOD, lines: [{ what: 'tea' }, { what: 'x' }] })).toMatchObject({
      kind: 'misfit',
      path: 'lines[1].what',
    })
    expect(validate(ORDER, { ...GOOD, more: 1 })).toMatchObject({ kind: 'misfit' })
    expect(validate(ORDER, { id: 1 })).toMatchObject({ kind: 'misfit', path: '' })
  })

  test('may refer to themselves', () => {
    const tree = {
      type: 'object',
      properties: { children: { type: 'array', items: { $ref: '#' } } },
      required: ['children'],
    }
    expect(validate(tree, { children: [{ children: [] }] }).kind).toBe('fits')
    expect(validate(tree, { children: [{}] })).toMatchObject({
      kind: 'misfit',
      path: 'children[0]',
    })
  })

  test('may be of an older draft', () => {
    const tuple = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      items: [{ type: 'string' }],
    }
    expect(validate(tuple, ['a', 1]).kind).toBe('fits')
    expect(validate(tuple, [1]).kind).toBe('misfit')
  })

  test('validator formats, which strict providers promise', () => {
    const day = { type: 'string', format: 'date' }
    expect(validate(day, '2026-11-23').kind).toBe('fits')
    expect(validate(day, 'Monday').kind).toBe('misfit')
  })

  test('have patterns that take no longer than the text is long', () => {
    const letters = 'a'.repeat(40)
    expect(validate({ pattern: '^(a+)+$' }, `${letters}!`)).toMatchObject({
      kind: 'misfit',
      message: 'String does not match pattern.',
    })
    expect(validate({ pattern: '^(a+)+!$' }, `${letters}!`).kind).toBe('fits')
    const byKey = {
      patternProperties: { '^(a+)+$': { type: 'string' } },
      additionalProperties: false,
    }
    expect(validate(byKey, { [letters]: 'x' }).kind).toBe('fits')
    expect(validate(byKey, { [`${letters}!`]: 'x' }).kind).toBe('misfit')
    expect(validate({ format: 'url' }, `http://${'a'.repeat(60)}!`).kind).toBe('fits')
    expect(validate({ format: 'regex' }, '(?=a)').kind).toBe('fits')
  })

  test('say which part of a pattern is not supported', () => {
    expect(validate({ pattern: '^(?=.*\\d)' }, 'a1')).toMatchObject({
      kind: 'unusable',
      message: expect.stringContaining('Look-ahead is not supported: "(?=" at character 2.'),
    })
    expect(/x/.constructor).toBe(RegExp)
    expect(new RegExp('(?=a)').test('a')).toBe(true)
  })

  test.each([
    ['text', 'text'],
    ['null', null],
    ['a list', []],
    ['a reference to nowhere', { $ref: '#/$defs/gone' }],
    ['a reference to elsewhere', { $ref: 'https://example.org/schema.json' }],
    ['a pattern that is none', { pattern: '(' }],
    ['a schema without end', { $ref: '#' }],
  ])('that are no use validator nothing: %s', (_, schema) => {
    expect(validate(schema, 'a').kind).toBe('unusable')
  })

  test('that nest too deep validator nothing', () => {
    const deep: unknown = JSON.parse(`${'{"not":'.repeat(20_000)}true${'}'.repeat(20_000)}`)
    expect(validate(deep, 1).kind).toBe('unusable')
    const value: unknown = JSON.parse('['.repeat(20_000) + ']'.repeat(20_000))
    expect(validate({ items: { $ref: '#' } }, value).kind).toBe('unusable')
  })

  test('are not changed by validating', () => {
    const before = structuredClone(ORDER)
    validate(ORDER, GOOD)
    expect(ORDER).toEqual(before)
    expect(Object.getOwnPropertyNames(ORDER)).toEqual(Object.getOwnPropertyNames(before))
  })

  test('of more kinds than are kept are still told apart', () => {
    for (let i = 0; i < 600; i++) {
      expect(validate({ const: i % 300 }, i % 300).kind).toBe('fits')
      expect(validate({ const: i % 300 }, -1).kind).toBe('misfit')
    }
  })

  test('need no eval, which the page forbids', () => {
    const original = globalThis.Function
    globalThis.Function = (() => {
      throw new EvalError('forbidden')
    }) as unknown as FunctionConstructor
    try {
      expect(validate({ type: 'object', properties: { fresh: { type: 'string' } } }, {}).kind).toBe(
        'fits',
      )
    } finally {
      globalThis.Function = original
    }
  })

  test('validator any value by any schema without throwing', () => {
    const keywords =
      'type $ref $id id items properties pattern enum required anyOf format $anchor minimum dependencies $schema not $defs contains'
    const keyword = fc.constantFrom(...keywords.split(' '))
    const schema = fc.dictionary(keyword, fc.jsonValue({ maxDepth: 2 }))
    fc.assert(
      fc.property(fc.oneof(schema, fc.jsonValue()), fc.jsonValue(), (any, value) => {
        expect(['fits', 'misfit', 'unusable']).toContain(validate(any, value).kind)
      }),
      runs(1000),
    )
  })
})
