// What was chosen in the export dialog, until the page is closed: the next export begins with it.
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ExporterInfo, ExportOptionValue } from '../../contracts/documentApi.ts'
import type { DocumentKey } from '../store.ts'

/** By the name of the option. */
export type ExportValues = Readonly<Record<string, ExportOptionValue>>

export interface ExportChoices {
  /** Undefined: the first one. */
  readonly exporterId: string | undefined
  /** By exporter; options that are absent are as the exporter has them. */
  readonly values: Readonly<Record<string, ExportValues>>
  /** Fields mean something for one document alone: the one that was exported last. */
  readonly fields:
    | { readonly key: DocumentKey; readonly values: ExportChoices['values'] }
    | undefined
}

export const exportChoicesStore = createStore<ExportChoices>()(() => ({
  exporterId: undefined,
  values: {},
  fields: undefined,
}))

export function useExportChoices<T>(pick: (choices: ExportChoices) => T): T {
  return useStore(exportChoicesStore, pick)
}

export function chooseExporter(exporterId: string): void {
  exportChoicesStore.setState({ exporterId })
}

/** `undefined`: as the exporter has it; of fields, all of them. */
export function chooseExportOption(
  key: DocumentKey,
  { id, options }: ExporterInfo,
  name: string,
  value: ExportOptionValue,
): void {
  exportChoicesStore.setState(({ values, fields }) => {
    if (options[name]?.kind !== 'fields') {
      return { values: { ...values, [id]: { ...values[id], [name]: value } } }
    }
    const known = fields?.key === key ? fields.values : {}
    return { fields: { key, values: { ...known, [id]: { ...known[id], [name]: value } } } }
  })
}

/** The fields are again those of the table. */
export function forgetFields(key: DocumentKey): void {
  exportChoicesStore.setState(({ fields }) => (fields?.key === key ? { fields: undefined } : {}))
}

/** Those that were chosen of an exporter's options. Fields are not among them until they were chosen. */
export function chosenValues(
  { values, fields }: ExportChoices,
  key: DocumentKey,
  exporterId: string,
): ExportValues {
  return { ...values[exporterId], ...(fields?.key === key ? fields.values[exporterId] : {}) }
}
