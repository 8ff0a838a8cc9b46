import { expect, test } from 'vitest'
import { announcedEnd, MODEL_ENDS_HEAD } from './modelEnds.ts'

test('ends of models, by the day on which OpenAI shuts them down', () => {
  expect(announcedEnd('gpt-5-mini')).toBe(Date.UTC(2026, 11, 11) / 1000)
  expect(announcedEnd('gpt-4-turbo')).toBe(Date.UTC(2026, 9, 23) / 1000)
  expect(announcedEnd('gpt-6-luna')).toBeUndefined()
  expect(announcedEnd('constructor')).toBeUndefined()
  expect(MODEL_ENDS_HEAD.date).toMatch(/^\d{4}-\d{2}-\d{2}$/)
})
