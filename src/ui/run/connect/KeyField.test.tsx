import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import { apiKey } from '../../../state/batch/apiKey.ts'
import { batchStore, newBatchState } from '../../../state/batch/batchStore.ts'
import { forgetKey, rememberKey } from '../../../state/batch/access.ts'
import { KeyField } from './KeyField.tsx'

const KEY = 'sk-component-Zq81LmXw03'

const field = page.getByLabelText('API key')
const forget = page.getByRole('button', { name: 'Forget the key' })

beforeEach(async () => {
  batchStore.setState(newBatchState)
  await render(<KeyField />)
})

afterEach(async () => {
  await cleanup()
  rememberKey(false)
  forgetKey()
})

/** Wherever the page can be looked at from outside: markup, attributes, storage. */
function isInSight(): boolean {
  const stored = [localStorage, sessionStorage].map(textOf)
  return [document.documentElement.outerHTML, location.href, document.title, ...stored].some(
    (text) => text.includes(KEY),
  )
}

/** All that a storage holds. */
function textOf(storage: Storage): string {
  return JSON.stringify(Object.entries(storage))
}

function typed(): string {
  return (field.element() as HTMLInputElement).value
}

test('what is typed is in the field and in memory, and in no attribute', async () => {
  await userEvent.fill(field, KEY)
  expect(typed()).toBe(KEY)
  expect(apiKey()?.reveal()).toBe(KEY)
  expect(batchStore.getState().access.hasKey).toBe(true)
  expect(JSON.stringify(batchStore.getState())).not.toContain(KEY)
  expect(isInSight()).toBe(false)
})

test('showing it changes what the field looks like, and nothing else', async () => {
  await userEvent.fill(field, KEY)
  await expect.element(field).toHaveAttribute('type', 'password')
  const show = page.getByRole('button', { name: 'Show' })
  await userEvent.click(show)
  await expect.element(show).toHaveAttribute('aria-pressed', 'true')
  await expect.element(field).toHaveAttribute('type', 'text')
  expect(typed()).toBe(KEY)
  expect(isInSight()).toBe(false)
  await userEvent.click(show)
  await expect.element(field).toHaveAttribute('type', 'password')
})

test('forgetting empties the field and the memory, hides it again and gives the focus back', async () => {
  await expect.element(forget).toBeDisabled()
  await userEvent.fill(field, KEY)
  await userEvent.click(page.getByRole('button', { name: 'Show' }))
  await userEvent.click(forget)
  expect(typed()).toBe('')
  expect(apiKey()).toBeUndefined()
  await expect.element(field).toHaveFocus()
  await expect.element(field).toHaveAttribute('type', 'password')
  await expect.element(forget).toBeDisabled()
})

test('a field that goes out of sight is empty, and says later that there is a key', async () => {
  await userEvent.fill(field, KEY)
  const before = field.element() as HTMLInputElement
  await cleanup()
  expect(before.value).toBe('')
  expect(apiKey()?.reveal()).toBe(KEY)
  await render(<KeyField />)
  expect(typed()).toBe('')
  await expect.element(field).toHaveAttribute('placeholder', 'In memory')
})

test('is kept by no one but this tab, and that only when it is asked to', async () => {
  await expect.element(field).toHaveAttribute('autocomplete', 'off')
  expect((field.element() as HTMLInputElement).form).toBeNull()
  await userEvent.fill(field, KEY)
  const remember = page.getByRole('checkbox', { name: 'Remember in this tab' })
  await expect.element(remember).not.toBeChecked()
  await userEvent.click(remember)
  expect(textOf(sessionStorage)).toContain(KEY)
  expect(textOf(localStorage)).not.toContain(KEY)
  await userEvent.click(remember)
  expect(isInSight()).toBe(false)
})

test('what cannot be a key is told without showing it', async () => {
  await userEvent.fill(field, `${KEY} and more`)
  await expect.element(field).toHaveAttribute('aria-invalid', 'true')
  await expect.element(page.getByText(/most likely something was copied along/)).toBeVisible()
  expect(isInSight()).toBe(false)
  await userEvent.fill(field, '')
  await expect.element(field).toHaveAttribute('aria-invalid', 'false')
})
