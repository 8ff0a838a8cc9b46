// What the Fields panel shows of the active document: figures of its fields, of all lines or those of a view.
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { View } from '../../contracts/documentApi.ts'
import type { FieldDetails, FieldStatistics } from '../../contracts/fieldStatistics.ts'
import type { Progress } from '../../contracts/progress.ts'
import type { ReadSchema } from '../../fields/readSchema.ts'
import type { Message } from '../../i18n/message.ts'
import type { DocumentKey } from '../store.ts'

/** Whose figures are shown: those of all lines, or of the lines that the table shows. */
export type FieldsScope = 'all' | 'shown'

export interface FieldsState {
  readonly isOpen: boolean
  readonly scope: FieldsScope
  /** Of the document that was counted last, or is. */
  readonly counted: CountedFields | undefined
  /** Of fields of that document that were looked at more closely, by how their paths are shown. */
  readonly spreads: Readonly<Record<string, Spread>>
  /** What the lines of every document are compared with. */
  readonly compared: ComparedSchema | undefined
}

/** A file that is a schema, or why it is none. */
export type ComparedSchema = { readonly name: string } & (
  | (ReadSchema & { readonly problem?: undefined })
  | { readonly problem: Message }
)

export interface CountedFields {
  readonly key: DocumentKey
  /** What the count that is latest is or was of. */
  readonly lines: CountedLines
  readonly jobId: string
  readonly state: 'counting' | 'done' | 'stopped' | 'failed'
  readonly progress?: Progress | undefined
  readonly problem?: Message | undefined
  /** The latest figures that there are: of lines before these while they are counted. */
  readonly result?: FieldsResult | undefined
}

/** A view, and what it depends on besides the document: the same id, the same lines. */
export interface CountedLines {
  readonly view: View
  readonly id: string
}

export interface FieldsResult {
  readonly lines: CountedLines
  readonly figures: FieldStatistics
}

/** How the values of a field are spread. */
export interface Spread {
  /** The figures beside which they are shown: older ones are asked for again. */
  readonly of: FieldStatistics
  readonly jobId: string
  readonly state: 'waiting' | 'counting' | 'done' | 'stopped' | 'failed'
  readonly progress?: Progress | undefined
  readonly problem?: Message | undefined
  /** Of figures before, until those of these are there. */
  readonly details?: FieldDetails | undefined
}

/** How the values of a field are spread, as far as that is known. Fields may be called `toString`. */
export function spreadOf({ spreads }: FieldsState, name: string): Spread | undefined {
  return Object.hasOwn(spreads, name) ? spreads[name] : undefined
}

export const fieldsStore = createStore<FieldsState>()(() => ({
  isOpen: false,
  scope: 'shown',
  counted: undefined,
  spreads: {},
  compared: undefined,
}))

export function useFields<T>(pick: (fields: FieldsState) => T): T {
  return useStore(fieldsStore, pick)
}
