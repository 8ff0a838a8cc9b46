// What 'New batch' knows: what was typed, the rows, and what is known of the requests. It lasts until the page
// is closed, whether the panel is open or not.
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ConversionChoice, Inspection } from '../../contracts/conversionApi.ts'
import type { Progress } from '../../contracts/progress.ts'
import type { Check, Preview, RowFacts, SuggestedModels } from '../../contracts/templatesApi.ts'
import type { Message } from '../../i18n/message.ts'
import { writeBody } from '../../templates/forms/bodyForm.ts'
import { chatForm } from '../../templates/forms/chatForm.ts'

/** Where the rows come from. */
export type RowOrigin =
  | { readonly kind: 'text' }
  | { readonly kind: 'file' | 'document'; readonly name: string }

export interface RowState {
  readonly state: 'none' | 'reading' | 'ready' | 'failed'
  readonly facts?: RowFacts | undefined
  readonly progress?: Progress | undefined
  readonly problem?: Message | undefined
}

/** USD; `high` undefined where a request states no limit of its answer. */
export interface CostRange {
  readonly low: number
  readonly high: number | undefined
}

export interface RequestEstimate {
  readonly promptTokens: number
  /** Counted, and not reckoned from a part of the requests. */
  readonly isExact: boolean
  readonly batchCost: CostRange | undefined
  readonly standardCost: CostRange | undefined
  /** The table has prices of the provider; its models may lack all the same. */
  readonly hasPrices: boolean
  /** Of the table of prices, YYYY-MM-DD. */
  readonly pricesOf: string
}

/** A template that the user keeps on this device. */
export interface KeptTemplate {
  readonly name: string
  readonly endpoint: string
  /** JSON text with placeholders, as it was typed. */
  readonly body: string
  readonly idPattern: string
}

/** Of a check, without its sample. */
export type CheckFacts = Omit<Check, 'sample' | 'sampled'>

export interface NewBatchState {
  readonly origin: RowOrigin
  /** Pasted or typed prompts. */
  readonly text: string
  readonly split: 'lines' | 'paragraphs'
  readonly endpoint: string
  /** JSON text by endpoint, of those that were looked at. */
  readonly bodies: Readonly<Record<string, string>>
  readonly idPattern: string
  /** The body as JSON instead of fields. */
  readonly isJsonShown: boolean
  /** Lists of values, and a number, as they are typed: each request once for each. */
  readonly models: string
  readonly temperatures: string
  readonly repeats: string
  /** Newest first. */
  readonly kept: readonly KeptTemplate[]
  /** From 0 to below 1: which request is shown as the random one. */
  readonly random: number
  /** How a file becomes rows; absent where it is not converted. */
  readonly conversion:
    | { readonly inspection: Inspection; readonly choice: ConversionChoice }
    | undefined
  /** What of the file is in no row. */
  readonly rowNotes: Message | undefined
  readonly rows: RowState
  readonly preview: Preview | undefined
  readonly check: CheckFacts | undefined
  readonly checking: Progress | undefined
  readonly estimate: RequestEstimate | undefined
  readonly suggested: SuggestedModels | undefined
  /** The file is being made. */
  readonly making: { readonly progress?: Progress | undefined } | undefined
  readonly problem: Message | undefined
}

export const newBatchState: NewBatchState = {
  origin: { kind: 'text' },
  text: '',
  split: 'lines',
  endpoint: chatForm.endpoint,
  bodies: { [chatForm.endpoint]: writeBody(chatForm.body) },
  idPattern: 'request-{{#}}',
  isJsonShown: false,
  models: '',
  temperatures: '',
  repeats: '1',
  kept: [],
  random: 0.5,
  conversion: undefined,
  rowNotes: undefined,
  rows: { state: 'none' },
  preview: undefined,
  check: undefined,
  checking: undefined,
  estimate: undefined,
  suggested: undefined,
  making: undefined,
  problem: undefined,
}

export const newBatchStore = createStore<NewBatchState>()(() => newBatchState)

export function useNewBatch<T>(selector: (state: NewBatchState) => T): T {
  return useStore(newBatchStore, selector)
}
