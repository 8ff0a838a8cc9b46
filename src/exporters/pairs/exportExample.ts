// Examples of exports: lines as people have them, and the whole file that is made of them.
import type { Message } from '../../i18n/message.ts'
import type { OptionValues } from '../../pairing/exportOptions.ts'
import type { ReportFacts } from './report/reportFacts.ts'

export interface RowsExample<Options = OptionValues> {
  readonly kind: 'rows'
  readonly shows: string
  /** Others have their defaults. */
  readonly options?: Partial<Options>
  /** Of OpenAI's provider, unless it says otherwise. */
  readonly providerId?: string
  /** Lines of the request and of the answer; undefined where the row has none. */
  readonly rows: readonly (readonly [request: string | undefined, answer: string | undefined])[]
  /** Rows by group, when the rows of the view are groups. Numbers are places in `rows`. */
  readonly groups?: readonly { readonly name: string | null; readonly members: readonly number[] }[]
  readonly file: string
  /** Reasons of rows that are left out, one for each. */
  readonly leftOut?: readonly Message[]
}

export interface FactsExample {
  readonly kind: 'facts'
  readonly shows: string
  readonly facts: ReportFacts
  readonly file: string
}

export type ExportExample<Options = OptionValues> = RowsExample<Options> | FactsExample
