// The dialog with a document behind it: what it compares by, what it finds, and what is done with that.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { cleanup, render } from 'vitest-browser-react'
import { undo } from '../../state/actions/edits.ts'
import { nextMatch } from '../../state/actions/matches.ts'
import { clientOf } from '../../state/clients.ts'
import { openDuplicates } from '../../state/duplicates/duplicates.ts'
import { duplicatesStore } from '../../state/duplicates/duplicatesStore.ts'
import { setLanguage } from '../../state/language.ts'
import { activeDocument, type DocumentTab, store } from '../../state/store.ts'
import { closeAllDocuments, openDocument, until } from '../testing/openDocument.ts'
import { DuplicatesDialog } from './DuplicatesDialog.tsx'

const dialog = page.getByRole('dialog')
const status = dialog.getByRole('status')
const groups = dialog.getByRole('row')
const field = dialog.getByRole('combobox')
const radio = (name: string | RegExp) => dialog.getByRole('radio', { name })
const button = (name: string | RegExp) => dialog.getByRole('button', { name, exact: true })

let tab: DocumentTab

beforeEach(() => {
  duplicatesStore.setState(duplicatesStore.getInitialState(), true)
})

afterEach(async () => {
  await cleanup()
  store.setState({ dialog: undefined })
  closeAllDocuments()
  await setLanguage('en')
})

async function show(lines: readonly string[]): Promise<void> {
  tab = await openDocument(lines.join('\n'))
  openDuplicates()
  await render(<DuplicatesDialog />)
  await expect.element(status).toBeVisible()
}

async function compareBy(...paths: readonly string[]): Promise<void> {
  await userEvent.click(radio('Fields'))
  for (const path of paths) {
    await userEvent.fill(field, path)
    await userEvent.keyboard('{Enter}')
  }
}

async function texts(kind: 'all' | 'matches'): Promise<readonly string[]> {
  const rows = await clientOf(tab.key).readRows({ kind }, 0, 100)
  return rows.ok ? rows.value.rows.map(({ text }) => text) : []
}

const isClosed = () => until(() => (store.getState().dialog === undefined ? true : undefined))

describe('what is found', () => {
  test('whole lines at first, byte for byte', async () => {
    await show(['{"a":1}', '{"a": 1}', '{"a":1}', 'no JSON', 'no JSON', '', ''])
    await expect.element(status).toHaveAttribute('data-groups', '2')
    await expect.element(status).toHaveAttribute('data-lines', '4')
    await expect
      .element(status)
      .toHaveTextContent('4 lines are in 2 groups of equal lines, among 5. 2 lines would go.')
    await expect.element(groups.nth(1)).toHaveTextContent('2{"a":1}1Show')
    await expect.element(button('Delete 2 lines')).toBeEnabled()
  })

  test('no two lines that are the same: nothing can be shown or deleted', async () => {
    await show(['{"a":1}', '{"a":2}'])
    await expect.element(status).toHaveTextContent('No two of 2 lines are the same.')
    for (const name of ['Delete lines', 'Show what would go', 'Show all duplicates']) {
      await expect.element(button(name)).toBeDisabled()
    }
    expect(groups.elements()).toHaveLength(0)
  })

  test('by fields: values however they are written, and what was not compared', async () => {
    await show([
      '{"id":1,"v":{"x":1,"y":2}}',
      '{"v":{"y":2.0,"x":1},"id":1e0}',
      '{"id":"1"}',
      '{"other":1}',
      '{"id":',
    ])
    await compareBy('id')
    await expect.element(status).toHaveAttribute('data-groups', '1')
    await expect.element(status).toHaveAttribute('data-lines', '2')
    await expect.element(dialog).toHaveTextContent('1 line has none of the fields')
    await expect.element(dialog).toHaveTextContent('1 line is no JSON and was not looked at')
    await compareBy('v')
    await expect.element(status).toHaveAttribute('data-groups', '1')
    await expect.element(groups.nth(1)).toHaveTextContent('2')
    await userEvent.click(button('Do not compare by id'))
    await expect.element(status).toHaveAttribute('data-lines', '2')
    await userEvent.click(button('Do not compare by v'))
    await expect.element(dialog).toHaveTextContent('Choose a field.')
  })

  test('numbers that a double would round are not the same', async () => {
    await show(['{"id":9007199254740993}', '{"id":9007199254740992}', '{"id":9007199254740993.0}'])
    await compareBy('id')
    await expect.element(status).toHaveAttribute('data-lines', '2')
  })

  test('a field of several values is refused, one that no line has offers the nearest names', async () => {
    await show(['{"custom_id":1,"tags":[1]}', '{"custom_id":1,"tags":[1]}'])
    await compareBy('tags[*]')
    await expect.element(dialog.getByRole('alert')).toHaveTextContent('several values')
    await expect.element(field).toHaveAttribute('aria-invalid', 'true')
    await userEvent.fill(field, 'custm_id')
    await userEvent.keyboard('{Enter}')
    await expect.element(dialog).toHaveTextContent('No line has custm_id.')
    await userEvent.click(button('Write custom_id'))
    await expect.element(status).toHaveAttribute('data-groups', '1')
    await expect.element(dialog.getByRole('alert')).not.toBeInTheDocument()
  })

  test('values that mean harm are text, long ones are cut', async () => {
    const harm = '<img src=x onerror=alert(1)>'
    await show([
      JSON.stringify({ id: harm }),
      JSON.stringify({ id: harm }),
      JSON.stringify({ id: 'x'.repeat(1e6) }),
      JSON.stringify({ id: 'x'.repeat(1e6) }),
    ])
    await compareBy('id')
    await expect.element(dialog).toHaveTextContent(harm)
    expect(dialog.element().querySelector('img')).toBeNull()
    expect((dialog.element().textContent ?? '').length).toBeLessThan(5000)
  })

  test('more groups than are listed are counted', async () => {
    const lines = Array.from({ length: 150 }, (_, i) => `{"id":${i % 120}}`)
    await show([...lines, ...Array.from({ length: 120 }, (_, i) => `{"id":${i}}`)])
    await expect.element(status).toHaveAttribute('data-groups', '120')
    await expect.element(dialog).toHaveTextContent('And 20 smaller groups.')
    // The largest first.
    await expect.element(groups.nth(1)).toHaveTextContent('3')
    await expect.element(groups.nth(100)).toHaveTextContent('2')
  })

  test('in Chinese', async () => {
    await show(['{"a":1}', '{"a":1}'])
    await setLanguage('zh-TW')
    await expect.element(page.getByRole('dialog', { name: '尋找重複的行' })).toBeVisible()
    await expect.element(dialog).not.toHaveTextContent('would go')
  })
})

describe('what is done with it', () => {
  const LINES = ['{"id":1,"n":1}', '{"id":2', '{"id":1,"n":2}', '{"id":3}', '{"id":1,"n":3}']

  test.each([
    ['The first line', ['{"id":1,"n":2}', '{"id":1,"n":3}']],
    ['The last line', ['{"id":1,"n":1}', '{"id":1,"n":2}']],
    [/^The valid line/, ['{"id":1,"n":2}', '{"id":1,"n":3}']],
  ])('%s stays: the others are shown, and nothing is changed', async (keep, gone) => {
    await show(LINES)
    await compareBy('id')
    await userEvent.click(radio(keep))
    await userEvent.click(button('Show what would go'))
    await isClosed()
    await expect.poll(() => activeDocument()?.view).toEqual({ kind: 'matches' })
    expect(await texts('matches')).toEqual(gone)
    expect(await texts('all')).toEqual(LINES)
    expect(activeDocument()?.facts?.edited).toBe(0)
  })

  test('one group is shown, and gone through with F3', async () => {
    await show([...LINES, '{"id":3}'])
    await compareBy('id')
    await expect.element(status).toHaveAttribute('data-groups', '2')
    await userEvent.click(button('Show all 2 lines that equal line 4'))
    await isClosed()
    await expect.poll(() => activeDocument()?.facts?.matches).toBe(2)
    expect(await texts('matches')).toEqual(['{"id":3}', '{"id":3}'])
    await nextMatch(1)
    expect(activeDocument()?.selection?.index).toBe(3)
    await nextMatch(1)
    expect(activeDocument()?.selection?.index).toBe(5)
    await nextMatch(1)
    expect(activeDocument()?.selection?.index).toBe(3)
    await nextMatch(-1)
    expect(activeDocument()?.selection?.index).toBe(5)
  })

  test('the others are deleted in one step, which is undone in one', async () => {
    await show(LINES)
    await compareBy('id')
    await userEvent.click(radio('The last line'))
    await userEvent.click(button('Delete 2 lines'))
    await isClosed()
    await expect.poll(() => activeDocument()?.facts?.lines).toBe(3)
    expect(await texts('all')).toEqual(['{"id":2', '{"id":3}', '{"id":1,"n":3}'])
    await undo()
    await expect.poll(() => activeDocument()?.facts?.lines).toBe(5)
    expect(await texts('all')).toEqual(LINES)
  })

  test('opened again, it looks again with what was chosen before', async () => {
    await show(LINES)
    await compareBy('id')
    await userEvent.click(radio('The last line'))
    await userEvent.click(button('Delete 2 lines'))
    await isClosed()
    await cleanup()
    openDuplicates()
    await render(<DuplicatesDialog />)
    await expect.element(radio('The last line')).toBeChecked()
    await expect.element(status).toHaveTextContent('No two of 2 lines are the same.')
  })
})
