import { failureOf } from '../../base/failures.ts'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { store } from '../store.ts'
import { dismissMessage, showFailure, showMessage } from './messages.ts'

const texts = () => store.getState().messages.map((message) => message.text)

beforeEach(() => {
  vi.useFakeTimers()
  store.setState(store.getInitialState(), true)
})
afterEach(() => vi.useRealTimers())

test('failures stay until they are dismissed, the rest goes by itself', () => {
  const id = showMessage('alert', 'It failed.')
  showMessage('status', 'Saved.')
  expect(texts()).toEqual(['It failed.', 'Saved.'])
  vi.advanceTimersByTime(60_000)
  expect(texts()).toEqual(['It failed.'])
  dismissMessage(id)
  expect(texts()).toEqual([])
})

test('the same message is not shown twice, and not more than a few', () => {
  showMessage('alert', 'Again.')
  showMessage('alert', 'Again.')
  expect(texts()).toEqual(['Again.'])
  for (let index = 0; index < 10; index++) showMessage('alert', `Failure ${index}`)
  expect(texts().length).toBeLessThan(6)
  expect(texts().at(-1)).toBe('Failure 9')
})

test('what the user cancelled is not a failure', () => {
  showFailure(failureOf('cancelled', 'Stopped.'))
  expect(texts()).toEqual([])
  showFailure(failureOf('disk-full', 'No room.'))
  expect(texts()).toEqual(['No room.'])
})
