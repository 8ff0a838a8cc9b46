import { expect, test } from 'vitest'
import type { ModelTokens } from '../contracts/tokensApi.ts'
import { estimateCost } from './estimateCost.ts'

const none = { requests: 0, promptTokens: 0, maxOutputTokens: 0 }

const tokens = (model: string | undefined, more: Partial<ModelTokens> = {}): ModelTokens => ({
  model,
  requests: 10,
  promptTokens: 1_000_000,
  maxOutputTokens: 2_000_000,
  long: none,
  withoutOutputLimit: 0,
  withImages: 0,
  withTools: 0,
  withStoredInput: 0,
  ...more,
})

const at = new Date('2026-11-01')

test('a batch costs half, and answers at most what the requests allow', () => {
  const cost = estimateCost([tokens('gpt-4o-mini')], at)
  expect(cost).toMatchObject({
    prompts: { standard: 0.15, batch: 0.075 },
    answers: { standard: 1.2, batch: 0.6 },
    unknownModels: [],
    requestsWithoutPrice: 0,
    answersWithoutLimit: 0,
  })
  expect(cost.error).toBeUndefined()
  expect(cost.tableDate).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  expect(cost.tableSource).toContain('genai-prices')
})

test('long prompts cost more from their first token on', () => {
  const long = { requests: 2, promptTokens: 600_000, maxOutputTokens: 1_000_000 }
  const { prompts, answers } = estimateCost([tokens('gpt-6-luna', { long })], at)
  expect(prompts.standard).toBeCloseTo(0.4 * 0.1 + 0.6 * 0.2, 9)
  expect(prompts.batch).toBeCloseTo(prompts.standard / 2, 9)
  expect(answers.standard).toBeCloseTo(0.5 + 0.75, 9)
})

test('unknown models are named, and in no cost', () => {
  const cost = estimateCost(
    [
      tokens('gpt-4o-mini', { withoutOutputLimit: 3 }),
      tokens('mine', { withoutOutputLimit: 4 }),
      tokens(undefined),
    ],
    at,
  )
  expect(cost).toMatchObject({
    prompts: { standard: 0.15 },
    models: [{ model: 'gpt-4o-mini' }],
    unknownModels: ['mine'],
    requestsWithoutPrice: 20,
    answersWithoutLimit: 3,
  })
})

test('errors of models add up as those of independent samples do', () => {
  const models = [
    tokens('gpt-4o-mini', { error: 300_000 }),
    tokens('text-embedding-3-small', { error: 500_000 }),
    tokens('gpt-4o'),
  ]
  const cost = estimateCost(models, at)
  expect(cost.models[0]?.error?.standard).toBeCloseTo(0.045, 9)
  expect(cost.error?.standard).toBeCloseTo(Math.hypot(0.045, 0.01), 9)
  expect(cost.error?.batch).toBeCloseTo(Math.hypot(0.045, 0.01) / 2, 9)
})
