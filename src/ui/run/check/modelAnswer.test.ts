import { expect, test } from 'vitest'
import { english } from '../../../i18n/loadTranslator.ts'
import { modelAnswer } from './modelAnswer.ts'

const DAY = 86_400
const now = Date.UTC(2026, 10, 27, 12)

function answerOf(model: string | undefined, shutDownAt?: number) {
  const models = [{ id: 'other' }, { id: 'gpt', ...(shutDownAt !== undefined && { shutDownAt }) }]
  const { mark, text } = modelAnswer(model, models, now)
  return `${mark}: ${english.t(text(english.date))}`
}

test('a model that is there, for now or for good', () => {
  expect(answerOf('gpt')).toBe('done: gpt is available to this key.')
  expect(answerOf('gpt', now / 1000 + 40 * DAY)).toMatch(
    /^done: gpt .* shut down on January 6, 2027/,
  )
  expect(answerOf('gpt', now / 1000 + 20 * DAY)).toMatch(/^warning: .* December 17, 2026/)
  expect(answerOf('gpt', now / 1000 - DAY)).toBe('problem: gpt was shut down on November 26, 2026.')
})

test('a model that is not there, and a file without one', () => {
  expect(answerOf('gpt-9')).toMatch(/^problem: gpt-9 is not among the 2 models/)
  expect(answerOf(undefined)).toMatch(/^warning: .* 2 models are available to this key/)
})
