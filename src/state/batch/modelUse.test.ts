import { expect, test } from 'vitest'
import type { BatchPart } from '../../contracts/batchParts.ts'
import type { ModelTokens } from '../../contracts/tokensApi.ts'
import { modelsOfParts, modelsOfTokens } from './modelUse.ts'

function part(lines: number, models: Readonly<Record<string, number>>, modelCount?: number) {
  const values = Object.entries(models).map(([value, count]) => ({ value, lines: count }))
  return { lines, models: values, modelCount: modelCount ?? values.length } as unknown as BatchPart
}

test('models over all parts, and the requests that name none', () => {
  expect(modelsOfParts([part(10, { a: 7, b: 3 }), part(6, { b: 5 })])).toEqual([
    { model: 'b', requests: 8 },
    { model: 'a', requests: 7 },
    { model: undefined, requests: 1 },
  ])
  expect(modelsOfParts([part(9, { a: 4, b: 3 }, 7)])).toBeUndefined()
})

test('models as they were counted with the tokens', () => {
  const models = [
    { model: 'a', requests: 2 },
    { model: undefined, requests: 9 },
  ] as unknown as readonly ModelTokens[]
  expect(modelsOfTokens({ models })).toEqual([
    { model: undefined, requests: 9 },
    { model: 'a', requests: 2 },
  ])
})
