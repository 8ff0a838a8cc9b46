// What the page may ask the worker that makes batches: of rows and of a template, requests. Nothing is written
// before all rows were looked at.
import type { Result } from '../base/result.ts'
import type { Message } from '../i18n/message.ts'
import type { NewFile } from './conversionApi.ts'
import type { OnProgress } from './progress.ts'

/** What a batch is made from. */
export type RowSource =
  /** Each line, or each part between blank lines, is a prompt; blank ones are none. */
  | { readonly kind: 'text'; readonly text: string; readonly split: 'lines' | 'paragraphs' }
  /** Lines of JSON, such as those of an open document; blank ones are none. */
  | { readonly kind: 'lines'; readonly blob: Blob }

export interface RowFacts {
  readonly rows: number
  /** Of JSON Lines. */
  readonly bytes: number
  /** In the order in which they were met, MAX_COLUMNS at most. */
  readonly columns: readonly string[]
  /** Lines that are not JSON: no row was made of them. */
  readonly leftOut: number
  /** Number of the first of them, from 1; absent where there is none. */
  readonly firstLeftOut?: number | undefined
}

/** Names of columns that are told. */
export const MAX_COLUMNS = 500

export interface BatchTemplate {
  /** The url of every request, or a name of `templates/envelopes.ts`. */
  readonly endpoint: string
  /** JSON text with placeholders. Each variant makes a request of every row. */
  readonly variants: readonly TemplateVariant[]
  readonly idPattern: string
  /** Each request so many times; at least 1. */
  readonly repeats: number
}

export interface TemplateVariant {
  readonly body: string
  /** At the end of its ids. */
  readonly suffix: string
}

/** Something that is wrong with the template or with requests. */
export interface TemplateProblem {
  readonly code: string
  readonly severity: 'error' | 'warning'
  /** Nothing is made as long as it is there. */
  readonly stops: boolean
  /** Which field it is about. */
  readonly about: 'rows' | 'body' | 'id' | 'requests'
  readonly message: Message
  /** Code units from the start of the field's text. */
  readonly at?: number | undefined
  /** Requests that have it; absent for what is wrong with the template. */
  readonly count?: number | undefined
}

export type PreviewKind = 'first' | 'last' | 'random' | 'longest'

export interface RequestPreview {
  readonly kind: PreviewKind
  /** From 1. */
  readonly row: number
  /** The line without its end; where it is longer than PREVIEW_LENGTH, the beginning of it. */
  readonly text: string
  /** Of the whole line. */
  readonly bytes: number
}

/** Code units of a request that are shown. */
export const PREVIEW_LENGTH = 20_000

export interface Preview {
  readonly requests: readonly RequestPreview[]
  /** Of the template alone. */
  readonly problems: readonly TemplateProblem[]
}

export interface PreviewRequest {
  readonly template: BatchTemplate
  /** From 0 to below 1: which row is the random one. */
  readonly random: number
}

export interface Check {
  readonly requests: number
  readonly bytes: number
  /** Files that the limits of a batch make of it. */
  readonly parts: number
  /** Errors first. */
  readonly problems: readonly TemplateProblem[]
  readonly longest?: RequestPreview | undefined
  /** Request lines to count tokens of, evenly drawn: `sampled` of all requests. */
  readonly sample: Blob
  readonly sampled: number
}

export interface CheckRequest {
  readonly jobId: string
  readonly template: BatchTemplate
}

export interface MakeRequest extends CheckRequest {
  /** Of the file. */
  readonly name: string
}

/** A model as a suggestion; others can be typed. */
export interface SuggestedModels {
  readonly ids: readonly string[]
  /** Of the table that they are from: 'YYYY-MM-DD'. */
  readonly date: string
}

export interface CompletionRequest {
  readonly endpoint: string
  /** JSON text of a body, as far as it is typed. */
  readonly body: string
  /** The caret: code units from the start of `body`. */
  readonly at: number
}

/** What can stand at the caret. */
export interface Completion {
  /** What the chosen option takes the place of: code units from the start of the body. */
  readonly from: number
  readonly to: number
  /** At least one. */
  readonly options: readonly CompletionOption[]
}

export interface CompletionOption {
  readonly label: string
  readonly insert: string
  /** Where the caret is then: code units from the start of `insert`. */
  readonly caret: number
  /** Which values a key takes; empty for values. */
  readonly detail: string
}

export interface TemplatesApi {
  /** Takes the place of the rows of before. Fails with `cancelled`, and as reading a file does. */
  openRows(jobId: string, source: RowSource, onProgress: OnProgress): Promise<Result<RowFacts>>
  /** At once: of a few rows. */
  preview(request: PreviewRequest): Promise<Result<Preview>>
  /** Of all rows. Fails with `cancelled`. Reports rows. */
  check(request: CheckRequest, onProgress: OnProgress): Promise<Result<Check>>
  /**
   * All requests as a file, in memory or in private storage. Fails with `template-problems` where `check`
   * finds what stops it, and then nothing was written.
   */
  make(request: MakeRequest, onProgress: OnProgress): Promise<Result<NewFile>>
  /** Takes away a file that was made here; nothing happens for an `id` of another worker. */
  discard(id: string): Promise<Result<void>>
  models(endpoint: string): Promise<Result<SuggestedModels>>
  /** Undefined where there is nothing to offer. */
  complete(request: CompletionRequest): Promise<Result<Completion | undefined>>
  /** Does not wait for the end of the job. */
  cancel(jobId: string): Promise<Result<void>>
}
