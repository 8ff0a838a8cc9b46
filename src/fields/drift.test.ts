import { describe, expect, test } from 'vitest'
import { driftOf } from './drift.ts'
import { figuresOf } from './testing/figuresOf.ts'

/** 100 lines, of which some are others. */
async function driftIn(usual: (i: number) => object, others: Record<number, unknown>) {
  const lines = Array.from({ length: 100 }, (_, i) => JSON.stringify(others[i] ?? usual(i)))
  return driftOf(await figuresOf(lines))
}

describe('what few lines have otherwise', () => {
  test('a value of another type', async () => {
    const drift = await driftIn((i) => ({ user: { id: i } }), {
      41: { user: 'me' },
      60: { user: 'you' },
    })
    expect(drift).toEqual([
      {
        kind: 'other-type',
        field: 1,
        path: ['user'],
        lines: 2,
        first: { id: 41, index: 41 },
        type: 'string',
        usual: 'object',
        usualLines: 98,
        query: { kind: 'type', field: ['user'], type: 'string' },
      },
    ])
  })

  test('a key that is spelled otherwise, which says why the usual one is missing', async () => {
    const drift = await driftIn(() => ({ body: { max_tokens: 1 } }), {
      7: { body: { max_token: 2 } },
    })
    expect(drift).toMatchObject([
      {
        kind: 'other-key',
        path: ['body', 'max_token'],
        key: 'max_token',
        usual: 'max_tokens',
        lines: 1,
        usualLines: 99,
        first: { index: 7 },
        query: { kind: 'exists', field: ['body', 'max_token'] },
      },
    ])
  })

  test('keys that stand beside each other, or are numbered, are meant', async () => {
    const drift = await driftIn(() => ({ input_tokens: 1, item_1: 1 }), {
      3: { input_tokens: 1, input_token: 2, item_1: 1 },
      4: { input_tokens: 1, item_2: 1 },
    })
    expect(drift.map(({ kind, path }) => [kind, path])).toEqual([['missing', ['item_1']]])
  })

  test('a field that is missing where its object is', async () => {
    const drift = await driftIn((i) => (i < 50 ? { user: { id: i } } : { user: null }), {
      0: { user: {} },
    })
    expect(drift).toEqual([
      {
        kind: 'missing',
        field: 2,
        path: ['user', 'id'],
        lines: 1,
        usualLines: 49,
        first: { id: 0, index: 0 },
        query: {
          kind: 'and',
          terms: [
            { kind: 'type', field: ['user'], type: 'object' },
            { kind: 'not', term: { kind: 'exists', field: ['user', 'id'] } },
          ],
        },
      },
    ])
  })

  test('elements of arrays have other types, but no missing fields', async () => {
    const drift = await driftIn(() => ({ list: [{ a: 1 }, { a: 1 }] }), { 5: { list: [{}, 'x'] } })
    expect(drift).toMatchObject([
      { kind: 'other-type', path: ['list', { each: true }], type: 'string', lines: 1 },
    ])
  })

  test('half of the lines are not few, and neither is one of ten', async () => {
    expect(await driftIn((i) => ({ v: i % 10 === 0 ? 'x' : 1 }), {})).toEqual([])
  })
})
