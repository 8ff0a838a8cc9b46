import { expect, test } from 'vitest'
import { createFormatValidator } from '../../../formats/formatValidator.ts'
import { inEnglish } from '../../../i18n/testing/inEnglish.ts'
import { format } from '../formats/batchInput.ts'

const validator = createFormatValidator(format)

function said(url: string, body: object): string[] {
  const line = JSON.stringify({ custom_id: 'r-1', method: 'POST', url, body })
  return validator
    .explain(line, JSON.parse(line))
    .filter(({ code }) => code.startsWith('model-refuses'))
    .map(({ code, severity, message }) => `${severity} ${code}: ${inEnglish(message)}`)
}

const chat = (model: string, effort: unknown): string[] =>
  said('/v1/chat/completions', {
    model,
    messages: [{ role: 'user', content: 'Hi' }],
    reasoning_effort: effort,
  })

const responses = (model: string, effort: unknown): string[] =>
  said('/v1/responses', { model, input: 'Hi', reasoning: { effort } })

test('an effort that the model does not take is a warning, on both endpoints', () => {
  expect(chat('gpt-5.1', 'minimal')).toEqual([
    'warning model-refuses:reasoning_effort: gpt-5.1 refuses the reasoning effort minimal. Use none, low, medium or high.',
  ])
  expect(responses('gpt-5.1-2025-11-13', 'xhigh')).toEqual([
    'warning model-refuses:reasoning.effort: gpt-5.1-2025-11-13 refuses the reasoning effort xhigh. Use none, low, medium or high.',
  ])
  const refused = [
    ['gpt-5-mini', 'none'],
    ['o3', 'minimal'],
    ['gpt-5-pro', 'low'],
    ['gpt-6-astra', 'none'],
    ['gpt-6.2-astra', 'minimal'],
    ['gpt-6.1-sol', 'none'],
    ['gpt-6-luna', 'minimal'],
  ] as const
  for (const [model, effort] of refused) {
    expect([model, responses(model, effort).length]).toEqual([model, 1])
  }
})

test('what the model takes, or the table does not know, is no matter', () => {
  const taken = [
    ['gpt-5-mini', 'minimal'],
    ['gpt-5.1', 'none'],
    ['gpt-5.4', 'xhigh'],
    ['gpt-5.6-sol', 'max'],
    ['gpt-6-luna', 'none'],
    ['gpt-6-astra', 'max'],
    ['gpt-6.2-sol', 'none'],
    ['gpt-9', 'minimal'],
    ['my-gpt-5.1', 'minimal'],
    ['gpt-5.1', null],
    ['gpt-5.1', 'ultra'],
  ] as const
  for (const [model, effort] of taken) {
    expect([model, chat(model, effort), responses(model, effort)]).toEqual([model, [], []])
  }
})
