import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import { setLanguage } from '../../state/language.ts'
import { LanguageMenu } from './LanguageMenu.tsx'

afterEach(async () => {
  await cleanup()
  await setLanguage('en')
})

test('a language is chosen by its own name, and found again from any other', async () => {
  await render(<LanguageMenu />)
  await userEvent.click(page.getByRole('button', { name: 'Language', exact: true }))
  await userEvent.click(page.getByRole('menuitemradio', { name: '繁體中文' }))
  const button = page.getByRole('button', { name: '語言（Language）' })
  await userEvent.click(button)
  await expect.element(page.getByRole('menuitemradio', { name: '繁體中文' })).toBeChecked()
  expect(page.getByText('繁體中文').element().getAttribute('lang')).toBe('zh-TW')
  await userEvent.click(page.getByRole('menuitemradio', { name: 'English' }))
  await expect
    .element(page.getByRole('button', { name: 'Language', exact: true }))
    .toBeInTheDocument()
})
