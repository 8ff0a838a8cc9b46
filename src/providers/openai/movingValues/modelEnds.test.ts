import { expect, test } from 'vitest'
import { announcedEnd, endOfModel, endWasReadOn, MODEL_END_DAYS } from './modelEnds.ts'

test('ends of models, by the day on which OpenAI shuts them down', () => {
  expect(announcedEnd('gpt-5-mini')).toBe(Date.UTC(2026, 11, 11) / 1000)
  expect(announcedEnd('gpt-4-turbo')).toBe(Date.UTC(2026, 9, 23) / 1000)
  expect(announcedEnd('gpt-6-luna')).toBeUndefined()
  expect(announcedEnd('constructor')).toBeUndefined()
  expect(endWasReadOn('gpt-4')).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  expect(endWasReadOn('gpt-image-1-mini')).toBe('2026-11-26')
  expect(endWasReadOn('my-model')).toBeUndefined()
})

test('what the SDK does not tell', () => {
  expect(endOfModel('gpt-image-1-mini')).toBe('2026-12-01')
  expect(endOfModel('davinci-002')).toBe('2026-09-28')
})

test('the days are in order', () => {
  expect(MODEL_END_DAYS).toEqual(MODEL_END_DAYS.toSorted())
  expect(MODEL_END_DAYS).toContain('2026-12-11')
})
