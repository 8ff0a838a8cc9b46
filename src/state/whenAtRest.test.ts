import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { msg } from '../i18n/message.ts'
import { blankDocument, emptySearch, store } from './store.ts'
import { whenAtRest } from './whenAtRest.ts'

const before = store.getState()
/** Stands in for the window. */
const page = new EventTarget()

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  store.setState(before)
})

function begin() {
  const state = { isDone: false }
  whenAtRest(() => (state.isDone = true))
  return state
}

test('a moment without work and input is enough', () => {
  const work = begin()
  vi.advanceTimersByTime(300)
  expect(work.isDone).toBe(false)
  vi.advanceTimersByTime(1500)
  expect(work.isDone).toBe(true)
})

test('it waits for the end of a search', () => {
  const search = { ...emptySearch, state: 'searching' as const }
  store.setState({ documents: [{ ...blankDocument, key: 'a', search }] })
  const work = begin()
  vi.advanceTimersByTime(4000)
  expect(work.isDone).toBe(false)
  store.setState({ documents: [{ ...blankDocument, key: 'a' }] })
  vi.advanceTimersByTime(2000)
  expect(work.isDone).toBe(true)
})

test('it waits while keys are pressed, and while a job runs', () => {
  const work = begin()
  for (let i = 0; i < 10; i++) {
    vi.advanceTimersByTime(300)
    page.dispatchEvent(new Event('keydown'))
  }
  expect(work.isDone).toBe(false)
  store.setState({ jobs: [{ jobId: 'j', key: 'a', title: msg('Fixing'), isExport: false }] })
  vi.advanceTimersByTime(3000)
  expect(work.isDone).toBe(false)
  store.setState({ jobs: [] })
  vi.advanceTimersByTime(2000)
  expect(work.isDone).toBe(true)
})

test('it can be given up', () => {
  let isDone = false
  const giveUp = whenAtRest(() => (isDone = true))
  vi.advanceTimersByTime(600)
  giveUp()
  vi.advanceTimersByTime(20_000)
  expect(isDone).toBe(false)
})

test('it does not wait for ever', () => {
  store.setState({ jobs: [{ jobId: 'j', key: 'a', title: msg('Fixing'), isExport: false }] })
  const work = begin()
  vi.advanceTimersByTime(12_000)
  expect(work.isDone).toBe(true)
})
