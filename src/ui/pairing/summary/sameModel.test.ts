import { describe, expect, it } from 'vitest'
import { isSameModel } from './sameModel.ts'

describe('isSameModel', () => {
  it.each([
    ['gpt-4o-mini', 'gpt-4o-mini-2024-07-18'],
    ['claude-sonnet-4-5', 'claude-sonnet-4-5-20250929'],
    ['claude-3-5-haiku-latest', 'claude-3-5-haiku-20241022'],
    ['gpt-4', 'gpt-4-0613'],
    ['models/gemini-2.5-pro', 'gemini-2.5-pro'],
    ['gpt-4o-2024-08-06', 'gpt-4o'],
    ['x', undefined],
    [undefined, 'x'],
  ])('%s is %s', (asked, answered) => {
    expect(isSameModel(asked, answered)).toBe(true)
  })

  it.each([
    ['gpt-4o', 'gpt-4o-mini-2024-07-18'],
    ['gpt-4o-2024-05-13', 'gpt-4o-2024-08-06'],
    ['gpt-4o-mini', 'gpt-3.5-turbo'],
    ['gpt-5', 'gpt-5-pro'],
  ])('%s is not %s', (asked, answered) => {
    expect(isSameModel(asked, answered)).toBe(false)
  })
})
