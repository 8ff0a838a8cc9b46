import { expect, test } from 'vitest'
import { OPENAI_BASE } from '../../../batch/access.ts'
import { english } from '../../../i18n/loadTranslator.ts'
import type { ModelUse } from '../../../state/batch/modelUse.ts'
import { MAX_JUDGED, modelAnswers } from './modelAnswer.ts'

const DAY = 86_400
const now = Date.UTC(2026, 10, 27, 12)

function answersOf(uses: readonly ModelUse[], shutDownAt?: number, baseUrl = OPENAI_BASE) {
  const models = [
    { id: 'other' },
    { id: 'gpt', ...(shutDownAt !== undefined && { shutDownAt }) },
    { id: 'gpt-5' },
    { id: 'gpt-4' },
    { id: 'models/gemini' },
  ]
  return modelAnswers(uses, { models, baseUrl, now }).map(
    ({ mark, text }) => `${mark}: ${english.t(text(english.date))}`,
  )
}

const named = (model: string | undefined, requests = 1): ModelUse => ({ model, requests })

const answerOf = (model: string | undefined, shutDownAt?: number, baseUrl?: string) =>
  answersOf([named(model)], shutDownAt, baseUrl)[0]

test('a model that is there, for now or for good', () => {
  expect(answerOf('gpt')).toBe('done: gpt is available to this key.')
  expect(answerOf('gpt', now / 1000 + 40 * DAY)).toMatch(
    /^done: gpt .* shut down on January 6, 2027/,
  )
  expect(answerOf('gpt', now / 1000 + 20 * DAY)).toMatch(/^warning: .* December 17, 2026/)
  expect(answerOf('gpt', now / 1000 - DAY)).toBe('problem: gpt was shut down on November 26, 2026.')
})

test('a day is the one that the API names, in every time zone', () => {
  expect(answerOf('gpt', Date.UTC(2027, 0, 14) / 1000)).toContain('January 14, 2027')
})

test('a model that is not there, and requests without one', () => {
  expect(answerOf('gpt-9')).toMatch(/^problem: gpt-9 is not among the 5 models/)
  expect(answerOf(undefined)).toBe('warning: These requests name no model.')
})

test('what OpenAI announced counts for OpenAI, where its list says nothing', () => {
  expect(answerOf('gpt-5')).toMatch(/^warning: gpt-5 .* shut down on December 11, 2026/)
  expect(answerOf('gpt-4-turbo')).toBe('problem: gpt-4-turbo was shut down on October 23, 2026.')
  // It lists it still.
  expect(answerOf('gpt-4')).toMatch(/^warning: .*by the announcements of \d{4}-\d\d-\d\d/)
})

test('another server has plans of its own, and may take names that it does not list', () => {
  const base = 'https://llm.example.com/v1'
  expect(answerOf('gpt-5', undefined, base)).toBe('done: gpt-5 is available to this key.')
  expect(answerOf('gemini', undefined, base)).toMatch(/^done/)
  expect(answerOf('gpt-4-turbo', undefined, base)).toMatch(
    /^warning: .* 5 models that llm\.example\.com lists/,
  )
})

test('of several models what is wrong comes first, and a bounded number', () => {
  expect(
    answersOf([named('gpt', 50), named('gpt-9', 3), named('gpt-5', 40), named('gpt-8', 2)]).map(
      (answer) => answer.split(' ')[1],
    ),
  ).toEqual(['gpt-9', 'gpt-8', 'gpt-5', 'gpt'])
  expect(answersOf(Array.from({ length: 150 }, (_, at) => named(`m${at}`)))).toHaveLength(
    MAX_JUDGED,
  )
})
