// What is done with the Fields panel: counting the lines in sight, and showing the lines that a figure is of.
import type { View } from '../../contracts/documentApi.ts'
import type { FieldQuery } from '../../fields/fieldQuery.ts'
import { formatQuery } from '../../fields/formatQuery.ts'
import { learnedSchemaText } from '../../fields/learnedSchema.ts'
import { msg } from '../../i18n/message.ts'
import { setPanelOpen } from '../actions/dialogs.ts'
import { runJob } from '../actions/jobs.ts'
import { search } from '../actions/search.ts'
import { clientOf, hasClient } from '../clients.ts'
import { viewKey } from '../rowWindow.ts'
import { startDownload } from '../startDownload.ts'
import { activeDocument, updateDocument } from '../store.ts'
import { type CountedFields, fieldsStore } from './fieldsStore.ts'
import { figuresAsCsv } from './figuresAsCsv.ts'

/** Opens or closes the panel. Where it lies over the table, it is opened as that. */
export function toggleFields(): void {
  if (fieldsStore.getState().isOpen) closeFields()
  else {
    fieldsStore.setState({ isOpen: true })
    setPanelOpen(true)
  }
}

export function closeFields(): void {
  fieldsStore.setState({ isOpen: false })
  setPanelOpen(false)
  void stopCounting()
}

/**
 * Counts the fields of the lines that the table shows. A count that runs is stopped. It is a job like others, so
 * that an edit that has to wait for it says so.
 */
export async function countFields(): Promise<void> {
  const tab = activeDocument()
  if (!tab || !hasClient(tab.key)) return
  await stopCounting()
  const { key, view } = tab
  await runJob(key, msg('Counting fields'), async (jobId, report) => {
    fieldsStore.setState({ counted: { key, view, jobId, state: 'counting' } })
    const change = (part: Partial<CountedFields>): void => {
      fieldsStore.setState(({ counted }) =>
        counted?.jobId === jobId ? { counted: { ...counted, ...part } } : {},
      )
    }
    const result = await clientOf(key).fieldStatistics(view, jobId, (progress) => {
      report(progress)
      change({ progress })
    })
    if (result.ok) change({ state: 'done', figures: result.value })
    else if (result.failure.code === 'cancelled') change({ state: 'stopped' })
    else change({ state: 'failed', problem: result.failure.message })
  })
}

export async function stopCounting(): Promise<void> {
  const { counted } = fieldsStore.getState()
  if (counted?.state !== 'counting' || !hasClient(counted.key)) return
  await clientOf(counted.key).cancel(counted.jobId)
}

/** The lines of which a query is true, as if it had been typed. */
export function showLinesOf(query: FieldQuery): void {
  const tab = activeDocument()
  if (!tab) return
  const asked = { text: formatQuery(query), isRegExp: false, isQuery: true, matchCase: false }
  setPanelOpen(false)
  updateDocument(tab.key, { givenQuery: asked })
  void search(asked)
}

export function isSameView(one: View, other: View): boolean {
  return viewKey(one) === viewKey(other)
}

/** 'input-fields.csv': one row for each field. */
export function saveFigures(name: string): void {
  const figures = fieldsStore.getState().counted?.figures
  if (figures) save(figuresAsCsv(figures), `${stem(name)}-fields.csv`, 'text/csv')
}

/** 'input-schema.json': what the lines have in common, as a JSON Schema. */
export function saveSchema(name: string): void {
  const figures = fieldsStore.getState().counted?.figures
  if (figures) save(learnedSchemaText(figures), `${stem(name)}-schema.json`, 'application/json')
}

function save(text: string, name: string, type: string): void {
  startDownload(new Blob([text], { type }), name)
}

function stem(name: string): string {
  return name.replace(/\.[^.]*$/, '') || name
}
