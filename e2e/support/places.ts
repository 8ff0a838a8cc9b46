// The places of the app that people come to, and how: for tests of what has to hold in all of them.
import { expect } from '@playwright/test'
import type { App } from './app.ts'
import { fixturePath } from './fixturePath.ts'
import { putJournal } from './keptJournal.ts'

const bad = fixturePath('formats/batch-input-bad.jsonl')
const plain = fixturePath('formats/plain.jsonl')
const pair = ['pairing/input.jsonl', 'pairing/output.jsonl', 'pairing/errors.jsonl'].map(
  fixturePath,
)

export async function runCommand(app: App, name: string): Promise<void> {
  await app.page.keyboard.press('ControlOrMeta+k')
  const dialog = app.page.getByRole('dialog')
  await dialog.getByRole('combobox').fill(name)
  await expect(dialog.locator('[role=option][data-highlighted]')).toContainText(name, {
    ignoreCase: true,
  })
  await app.page.keyboard.press('Enter')
}

async function openAnswers(app: App): Promise<void> {
  await app.openFiles(pair)
  const row = app.page.getByRole('grid', { name: 'Pairs' }).getByRole('row').nth(1)
  // Three files are read and a part of the app is loaded.
  await expect(row).toBeVisible({ timeout: 30_000 })
}

async function findKept(app: App): Promise<void> {
  await putJournal(app.page, plain, 2)
  await app.page.reload()
  await expect(app.button('Export what was typed')).toBeVisible()
}

export const PLACES: Readonly<Record<string, (app: App) => Promise<void>>> = {
  'the start screen': async () => {},
  'a document': (app) => app.open(bad),
  'a line': async (app) => {
    await app.open(bad)
    await app.openLine(4)
    await expect(app.editor.locator('[data-code]').first()).toBeVisible()
  },
  'a transcript': async (app) => {
    await app.open(bad)
    await app.openLine(1)
    await app.editor.getByRole('radio', { name: 'Transcript' }).check()
    await expect(app.editor.getByRole('region', { name: 'Transcript' })).toBeVisible()
  },
  'a query that is not understood': async (app) => {
    await app.open(bad)
    await app.button('Query').click()
    await app.searchBox.fill('custom_id = a')
    await app.searchBox.press('Enter')
    await expect(app.page.getByRole('alert')).toBeVisible()
  },
  'kept queries': async (app) => {
    await app.open(bad)
    await app.button('Query').click()
    await app.button('Help and kept queries').click()
    await expect(app.page.getByRole('dialog', { name: 'Queries' })).toBeVisible()
  },
  'the columns': async (app) => {
    await app.open(plain)
    await runCommand(app, 'Choose columns')
    await expect(app.page.getByRole('dialog')).toBeVisible()
  },
  'the fields': async (app) => {
    await app.open(bad)
    await runCommand(app, 'Fields')
    await expect(app.page.getByRole('treeitem').first()).toBeVisible()
  },
  duplicates: async (app) => {
    await app.open(bad)
    await runCommand(app, 'Find duplicates…')
    await expect(app.page.getByRole('dialog', { name: 'Find duplicates' })).toBeVisible()
  },
  'the export': async (app) => {
    await app.open(bad)
    await runCommand(app, 'Export…')
    await expect(app.page.getByRole('dialog', { name: 'Export' })).toBeVisible()
  },
  'all commands': async (app) => {
    await app.page.keyboard.press('ControlOrMeta+k')
    await expect(app.page.getByRole('dialog')).toBeVisible()
  },
  'a new batch': async (app) => {
    await app.button('New batch').first().click()
    await expect(app.page.getByRole('region', { name: 'New batch' })).toBeVisible()
  },
  'a batch that is run': async (app) => {
    await app.open(bad)
    await runCommand(app, 'Run')
    await expect(app.page.getByRole('region', { name: 'Run batch' })).toBeVisible()
  },
  pairs: openAnswers,
  'a pair': async (app) => {
    await openAnswers(app)
    await app.page.getByRole('grid', { name: 'Pairs' }).getByRole('row').nth(1).click()
    await expect(app.page.getByRole('region', { name: 'Pair', exact: true })).toBeVisible()
  },
  'unsaved edits of an earlier visit': findKept,
  'the list of unsaved edits': async (app) => {
    await findKept(app)
    await runCommand(app, 'Unsaved edits')
    await expect(app.page.getByRole('dialog').getByRole('listitem')).toHaveCount(1)
  },
  'the question before they are discarded': async (app) => {
    await findKept(app)
    await app.button('Discard').click()
    await expect(app.page.getByRole('alertdialog')).toBeVisible()
  },
  'unsaved edits of the file that was opened': async (app) => {
    await findKept(app)
    await app.open(plain)
    await expect(app.button('Apply what fits')).toBeVisible()
  },
  'edits that do not fit': async (app) => {
    await findKept(app)
    await app.open(plain)
    await app.button('Apply what fits').click()
    await expect(app.button('Show them')).toBeVisible()
  },
  'the list of edits that do not fit': async (app) => {
    await findKept(app)
    await app.open(plain)
    await app.button('Apply what fits').click()
    await app.button('Show them').click()
    await expect(app.page.getByRole('dialog')).toContainText('yesterday')
  },
}
