import { afterEach, expect, test } from 'vitest'
import { cleanup, render } from 'vitest-browser-react'
import { isPopupOpen, usePopup } from './usePopup.ts'

afterEach(cleanup)

let setOpen: (isOpen: boolean) => void = () => {}

function Popup() {
  setOpen = usePopup()
  return null
}

const nextTask = () => new Promise((resolve) => setTimeout(resolve))

test('a popup that closes counts as open until the key that closed it has been handled', async () => {
  await render(<Popup />)
  setOpen(true)
  setOpen(false)
  expect(isPopupOpen()).toBe(true)
  await nextTask()
  expect(isPopupOpen()).toBe(false)
})

test('a popup that opens again in the same task is open', async () => {
  await render(<Popup />)
  setOpen(true)
  setOpen(false)
  setOpen(true)
  await nextTask()
  expect(isPopupOpen()).toBe(true)
})
