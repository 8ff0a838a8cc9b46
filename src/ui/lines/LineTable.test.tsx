import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import { loadTranslator } from '../../i18n/loadTranslator.ts'
import { msg } from '../../i18n/message.ts'
import { setView } from '../../state/actions/lines.ts'
import { setLanguage } from '../../state/language.ts'
import { activeDocument } from '../../state/store.ts'
import { closeAllDocuments, openDocument, until } from '../testing/openDocument.ts'
import { LineTable } from './LineTable.tsx'

const LINES = Array.from({ length: 5000 }, (_, i) => (i % 100 === 99 ? '{"a":' : `{"a": ${i + 1}}`))

beforeEach(async () => {
  await openDocument(LINES.join('\n'))
  await render(
    <div style={{ height: 600, display: 'grid' }}>
      <LineTable />
    </div>,
  )
  await expect.element(rowOf(1)).toBeVisible()
})

afterEach(async () => {
  await cleanup()
  closeAllDocuments()
  await setLanguage('en')
})

const grid = page.getByRole('grid')

function rowOf(line: number) {
  return grid
    .getByRole('row')
    .and(page.getByRole('row', { name: new RegExp(`^${line.toLocaleString('en-US')}\\b`) }))
}

/** The line whose row has the focus. */
function focusedLine(): number {
  const row = document.activeElement?.closest('[role=row]')
  return Number(row?.getAttribute('aria-rowindex')) - 1
}

async function press(keys: string): Promise<void> {
  await userEvent.keyboard(keys)
}

test('the arrows, Page Down, Home and End move the focus by rows', async () => {
  await userEvent.click(rowOf(2))
  await press('{ArrowDown}')
  await expect.poll(focusedLine).toBe(3)
  await press('{ArrowUp}{ArrowUp}')
  await expect.poll(focusedLine).toBe(1)
  await press('{PageDown}')
  await expect.poll(focusedLine).toBeGreaterThan(10)
  await press('{Control>}{End}{/Control}')
  await expect.poll(focusedLine).toBe(5000)
  await press('{Control>}{Home}{/Control}')
  await expect.poll(focusedLine).toBe(1)
})

test('one row at a time is in the order of Tab', async () => {
  await userEvent.click(rowOf(3))
  await press('{ArrowDown}')
  const stops = grid.element().querySelectorAll('[role=row][tabindex="0"]')
  expect(stops.length).toBe(1)
})

test('Enter opens the line of the focused row', async () => {
  await userEvent.click(rowOf(2))
  await press('{ArrowDown}{Enter}')
  await until(() => (activeDocument()?.isDrawerOpen ? true : undefined))
  expect(activeDocument()?.selection?.index).toBe(2)
})

test('a view keeps the numbers of its lines, and moves from one to the next', async () => {
  setView({ kind: 'invalid' })
  await expect.element(rowOf(100)).toBeVisible()
  await userEvent.click(rowOf(100))
  await press('{ArrowDown}')
  await expect.poll(() => document.activeElement?.textContent).toMatch(/^200/)
})

test('rows that are there follow the language', async () => {
  await userEvent.click(rowOf(2))
  await setLanguage('zh-TW')
  const { t } = await loadTranslator('zh-TW')
  await expect.element(rowOf(2)).toHaveTextContent(t(msg('valid')))
  await expect.element(page.getByRole('columnheader', { name: t(msg('issue')) })).toBeVisible()
  await expect.poll(focusedLine).toBe(2)
})
