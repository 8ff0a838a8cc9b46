import { type JSX } from 'react'
import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import { msg } from '../../../i18n/message.ts'
import { setLanguage, useTranslator } from '../../../state/language.ts'
import { TooltipLayer } from './TooltipLayer.tsx'

afterEach(async () => {
  await cleanup()
  await setLanguage('en')
})

function Controls(): JSX.Element {
  const { t } = useTranslator()
  return (
    <>
      <button type="button" title={t(msg('Try an example'))} data-testid="words">
        A
      </button>
      {/* Its title is all the name that it has. */}
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label */}
      <button type="button" title={t(msg('Clear cache'))} data-testid="icon" />
      <button type="button" title="input.jsonl" data-testid="file">
        B
      </button>
      <TooltipLayer />
    </>
  )
}

test('tooltips and what they say to screen readers change with the language', async () => {
  await render(<Controls />)
  const tooltip = page.getByRole('tooltip', { includeHidden: true })
  for (const [id, text] of [
    ['words', 'Try an example'],
    ['icon', 'Clear cache'],
    ['file', 'input.jsonl'],
  ] as const) {
    await userEvent.hover(page.getByTestId(id))
    await expect.element(tooltip).toHaveTextContent(text)
  }
  await setLanguage('zh-TW')
  await expect.element(tooltip).not.toBeInTheDocument()
  await expect.element(page.getByTestId('words')).toHaveAccessibleDescription('試用範例')
  await expect.element(page.getByTestId('icon')).toHaveAccessibleName('清除快取')
  await expect.element(page.getByTestId('file')).toHaveAccessibleDescription('input.jsonl')
  await userEvent.hover(page.getByTestId('icon'))
  await expect.element(tooltip).toHaveTextContent('清除快取')
  await expect.element(page.getByTestId('icon')).toHaveAccessibleName('清除快取')
})
