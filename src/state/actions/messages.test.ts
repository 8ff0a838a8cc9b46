import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { failureOf } from '../../base/failures.ts'
import { msg, verbatim } from '../../i18n/message.ts'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import { store } from '../store.ts'
import { dismissMessage, showFailure, showMessage } from './messages.ts'

const texts = () => store.getState().messages.map((message) => inEnglish(message.text))

beforeEach(() => {
  vi.useFakeTimers()
  store.setState(store.getInitialState(), true)
})
afterEach(() => vi.useRealTimers())

test('failures stay until they are dismissed, the rest goes by itself', () => {
  const id = showMessage('alert', verbatim('It failed.'))
  showMessage('status', verbatim('Saved.'))
  expect(texts()).toEqual(['It failed.', 'Saved.'])
  vi.advanceTimersByTime(60_000)
  expect(texts()).toEqual(['It failed.'])
  dismissMessage(id)
  expect(texts()).toEqual([])
})

test('the same message is not shown twice, and not more than a few', () => {
  const missing = (name: string) => msg('{name} is gone.', { name })
  for (const name of ['a', 'b', 'a']) showMessage('alert', missing(name))
  expect(texts()).toEqual(['b is gone.', 'a is gone.'])
  for (let index = 0; index < 10; index++) {
    showMessage('alert', msg('Failure {index, number}', { index }))
  }
  expect(texts().length).toBeLessThan(6)
  expect(texts().at(-1)).toBe('Failure 9')
})

test('what the user cancelled is not a failure', () => {
  showFailure(failureOf('cancelled', verbatim('Stopped.')))
  expect(texts()).toEqual([])
  showFailure(failureOf('disk-full', verbatim('No room.')))
  expect(texts()).toEqual(['No room.'])
})
