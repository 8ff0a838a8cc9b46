import { describe, expect, it } from 'vitest'
import { effortLevels, ownerOf, refusedSampling } from './models.ts'

describe('ownerOf', () => {
  it.each([
    ['gpt-6-luna', 'openai'],
    ['ft:gpt-4.1:me::1', 'openai'],
    ['o3', 'openai'],
    ['claude-sonnet-5', 'anthropic'],
    ['models/gemini-3-flash', 'gemini'],
    ['mistral-small-latest', 'mistral'],
    ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'bedrock'],
    ['gpt-oss-120b', undefined],
    ['my-deployment', undefined],
  ])('%s is of %s', (model, owner) => {
    expect(ownerOf(model)).toBe(owner)
  })
})

describe('refusedSampling', () => {
  it.each([
    ['claude-3-5-haiku-20241022', 'nothing'],
    ['claude-sonnet-4-20250514', 'nothing'],
    ['claude-opus-4-1-20250805', 'both'],
    ['claude-sonnet-4-6', 'both'],
    ['claude-opus-4-7', 'all'],
    ['claude-sonnet-5', 'all'],
    ['claude-fable-5-1', 'all'],
    ['us.anthropic.claude-sonnet-4-5-20250929-v1:0', 'both'],
    ['claude-next', undefined],
    ['gpt-6-luna', undefined],
    [undefined, undefined],
  ])('%s refuses %s', (model, refused) => {
    expect(refusedSampling(model)).toBe(refused)
  })
})

describe('effortLevels', () => {
  it.each([
    ['claude-haiku-4-5', 0],
    ['claude-sonnet-4-5-20250929', 0],
    ['claude-3-7-sonnet-20250219', 0],
    ['claude-opus-4-1', 0],
    ['us.anthropic.claude-opus-4-5-20251101-v1:0', 3],
    ['claude-sonnet-4-6', 4],
    ['claude-opus-4-7', undefined],
    ['claude-sonnet-5', undefined],
    ['claude-fable-5-1', undefined],
    ['my-model', undefined],
  ])('%s takes %s levels', (model, count) => {
    expect(effortLevels(model)?.length).toBe(count)
  })
})
