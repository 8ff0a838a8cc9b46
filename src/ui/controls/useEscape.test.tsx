import { useRef } from 'react'
import { expect, test, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { userEvent } from 'vitest/browser'
import { store } from '../../state/store.ts'
import { useEscape } from './useEscape.ts'
import { useOpenPopup } from './usePopup.ts'

function Part({ onClose }: { readonly onClose: () => void }) {
  const region = useRef<HTMLElement>(null)
  useEscape(region, onClose)
  return (
    <section ref={region}>
      <button>inside</button>
    </section>
  )
}

function Popup() {
  useOpenPopup()
  return null
}

test('closes what the focus is in, also while nothing has the focus', async () => {
  const close = vi.fn()
  const screen = await render(
    <>
      <button>outside</button>
      <Part onClose={close} />
    </>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'inside' }))
  await userEvent.keyboard('{Escape}')
  expect(close).toHaveBeenCalledTimes(1)

  await userEvent.click(screen.getByRole('button', { name: 'outside' }))
  await userEvent.keyboard('{Escape}')
  expect(close).toHaveBeenCalledTimes(1)

  blurAll()
  await userEvent.keyboard('{Escape}')
  expect(close).toHaveBeenCalledTimes(2)
})

test('leaves an Escape to the popup that is open', async () => {
  const close = vi.fn()
  await render(
    <>
      <Part onClose={close} />
      <Popup />
    </>,
  )
  blurAll()
  await userEvent.keyboard('{Escape}')
  expect(close).not.toHaveBeenCalled()
})

test('leaves an Escape to a dialog that has not got the focus yet', async () => {
  const close = vi.fn()
  const screen = await render(<Part onClose={close} />)
  await userEvent.click(screen.getByRole('button', { name: 'inside' }))
  store.setState({ dialog: 'keys' })
  await userEvent.keyboard('{Escape}')
  expect(close).not.toHaveBeenCalled()

  store.setState({ dialog: undefined })
  await userEvent.keyboard('{Escape}')
  expect(close).toHaveBeenCalledTimes(1)
})

function blurAll(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  expect(document.activeElement).toBe(document.body)
}
