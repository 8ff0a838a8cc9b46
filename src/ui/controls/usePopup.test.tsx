import { afterEach, expect, test } from 'vitest'
import { cleanup, renderHook } from 'vitest-browser-react'
import { isPopupOpen, usePopup } from './usePopup.ts'

afterEach(cleanup)

const nextTask = () => new Promise((resolve) => setTimeout(resolve))

test('a popup that closes counts as open until the key that closed it has been handled', async () => {
  const { result } = await renderHook(usePopup)
  result.current(true)
  result.current(false)
  expect(isPopupOpen()).toBe(true)
  await nextTask()
  expect(isPopupOpen()).toBe(false)
})

test('a popup that opens again in the same task is open', async () => {
  const { result } = await renderHook(usePopup)
  result.current(true)
  result.current(false)
  result.current(true)
  await nextTask()
  expect(isPopupOpen()).toBe(true)
})
