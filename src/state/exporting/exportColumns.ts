// From the table into the export dialog: the columns and the lines that it shows.
import { openDialog } from '../actions/dialogs.ts'
import { activeDocument, store } from '../store.ts'
import { chooseExporter, exportChoicesStore, forgetFields } from './exportChoices.ts'

/** An exporter with columns. */
const USUAL_EXPORTER = 'csv'

/** Opens the dialog for the table's columns, by the exporter that was chosen last if it has columns. */
export function exportColumns(): void {
  const { catalogue } = store.getState()
  const tab = activeDocument()
  if (!tab || !catalogue) return
  const { exporterId } = exportChoicesStore.getState()
  const exporter = catalogue.exporters.find(({ id }) => id === exporterId)
  const hasColumns = Object.values(exporter?.options ?? {}).some(({ kind }) => kind === 'fields')
  if (!hasColumns) chooseExporter(USUAL_EXPORTER)
  forgetFields(tab.key)
  openDialog('export', 'view')
}
