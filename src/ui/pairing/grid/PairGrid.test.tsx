import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import { pairingStore } from '../../../state/pairing/pairingStore.ts'
import { closePairing, pairTogether } from '../../../state/pairing/startPairing.ts'
import { store } from '../../../state/store.ts'
import { closeAllDocuments, openDocument } from '../../testing/openDocument.ts'
import { PairingView } from '../PairingView.tsx'

const IDS = Array.from({ length: 300 }, (_, i) => `id-${i + 1}`)

const requests = IDS.map(
  (id) =>
    `{"custom_id":"${id}","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-4o","messages":[{"role":"user","content":"Question ${id}"}]}}`,
)
const answers = IDS.slice(0, 290).map(
  (id) =>
    `{"custom_id":"${id}","response":{"status_code":200,"body":{"model":"gpt-4o","choices":[{"message":{"content":"Answer ${id}"},"finish_reason":"stop"}]}},"error":null}`,
)

beforeEach(async () => {
  const input = await openDocument(requests.join('\n'), 'input.jsonl')
  const output = await openDocument(answers.join('\n'), 'output.jsonl')
  await pairTogether([input.key, output.key])
  await render(
    <div style={{ height: 700, display: 'grid' }}>
      <PairingView />
    </div>,
  )
  await expect.element(rowOf('id-1')).toBeVisible()
})

afterEach(async () => {
  await cleanup()
  closePairing()
  closeAllDocuments()
})

const grid = page.getByRole('grid')

function rowOf(id: string) {
  return grid.getByRole('row', { name: new RegExp(`\\b${id}\\b`) })
}

function focusedText(): string {
  return document.activeElement?.closest('[role=row]')?.textContent ?? ''
}

test('Enter opens the pair, Escape closes it', async () => {
  await userEvent.click(rowOf('id-3'))
  await userEvent.keyboard('{Enter}')
  const drawer = page.getByRole('region', { name: 'Pair', exact: true })
  await expect.element(drawer).toHaveTextContent('Answer id-3')
  expect(pairingStore.getState().selection).toBeDefined()
  await userEvent.keyboard('{Escape}')
  await expect.element(drawer).not.toBeInTheDocument()
  expect(store.getState().confirmation).toBeUndefined()
})

test('the arrows and End move the focus by pairs', async () => {
  await userEvent.click(rowOf('id-1'))
  await userEvent.keyboard('{ArrowDown}')
  await expect.poll(focusedText).toContain('id-2')
  await userEvent.keyboard('{Control>}{End}{/Control}')
  await expect.poll(focusedText).toContain('id-300')
})
