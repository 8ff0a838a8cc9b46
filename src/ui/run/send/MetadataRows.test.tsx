import { type JSX, useState } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import { metadataOf, type MetadataRow } from './metadataRows.ts'
import { MetadataRows } from './MetadataRows.tsx'
import { MAX_ROWS } from './sendForm.ts'

let shown: readonly MetadataRow[] = []

interface RowsProps {
  readonly onRows: (rows: readonly MetadataRow[]) => void
}

function Rows({ onRows }: RowsProps): JSX.Element {
  const [rows, setRows] = useState<readonly MetadataRow[]>([])
  const handleChange = (changed: readonly MetadataRow[]) => {
    setRows(changed)
    onRows(changed)
  }
  return <MetadataRows rows={rows} onChange={handleChange} />
}

const add = page.getByRole('button', { name: 'Add metadata' })

beforeEach(async () => {
  shown = []
  await render(<Rows onRows={(rows) => (shown = rows)} />)
})

afterEach(cleanup)

test('a new row is typed in at once, and sent', async () => {
  await userEvent.click(add)
  await userEvent.keyboard('job')
  await userEvent.tab()
  await userEvent.keyboard('nightly')
  expect(metadataOf(shown)).toEqual({ job: 'nightly' })
  await userEvent.click(page.getByRole('button', { name: 'Remove job' }))
  expect(shown).toEqual([])
  await expect.element(add).toHaveFocus()
})

test('as many rows as the API takes, beside those of the app', async () => {
  for (let row = 0; row < MAX_ROWS; row++) {
    await expect.element(add).toBeEnabled()
    await userEvent.click(add)
  }
  await expect.element(add).toBeDisabled()
  expect(shown).toHaveLength(14)
})

test('what is too long is told beside its row', async () => {
  await userEvent.click(add)
  await userEvent.fill(page.getByRole('textbox', { name: 'Name' }), 'n'.repeat(65))
  await expect.element(page.getByText(/The name has 65 characters/)).toBeVisible()
  await userEvent.fill(page.getByRole('textbox', { name: 'Name' }), 'n')
  await userEvent.fill(page.getByRole('textbox', { name: 'Value of n' }), 'v'.repeat(513))
  await expect.element(page.getByText(/The value has 513 characters/)).toBeVisible()
  await expect
    .element(page.getByRole('textbox', { name: 'Value of n' }))
    .toHaveAttribute('aria-invalid', 'true')
})
