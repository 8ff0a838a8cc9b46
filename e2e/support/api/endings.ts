// How a batch ends, and the two files that it leaves.
import { answerBody, errorBody, resultLine } from './answers.ts'
import type { RequestLine } from './requestLines.ts'

/** As the API has them in `errors.data`. */
export interface LineError {
  readonly code: string
  readonly message: string
  /** 1-based. */
  readonly line: number | null
  readonly param: string | null
}

/** What becomes of one request. */
export type Fate =
  | 'answered'
  /** In neither file. */
  | 'missing'
  /** Another text than the usual one. */
  | { readonly text: string }
  /** A status of HTTP, in the error file. */
  | { readonly status: number; readonly code: string; readonly message: string }

export type Ending =
  | {
      readonly kind: 'completed'
      /** Default: all are answered. */
      readonly fateOf?: (line: RequestLine) => Fate
      /** Of a batch without a failure: no error file (the usual), an empty one, or an empty id of one. */
      readonly noErrors?: 'null' | 'empty file' | 'empty id'
    }
  | { readonly kind: 'failed'; readonly errors: readonly LineError[] }
  /** `done`: requests that were answered before. */
  | { readonly kind: 'expired' | 'cancelled'; readonly done: number }

export interface Results {
  readonly output: readonly string[]
  readonly errors: readonly string[]
}

/** The lines of both files. Answers come in another order than requests. */
export function resultsOf(
  lines: readonly RequestLine[],
  endpoint: string,
  ending: Exclude<Ending, { readonly kind: 'failed' }>,
): Results {
  const output: string[] = []
  const errors: string[] = []
  for (const [index, line] of lines.entries()) {
    const id = line.customId ?? ''
    if (ending.kind !== 'completed' && index >= ending.done) {
      errors.push(resultLine(id, undefined, REASONS[ending.kind]))
      continue
    }
    const fate = ending.kind === 'completed' ? (ending.fateOf?.(line) ?? 'answered') : 'answered'
    if (fate === 'missing') continue
    if (typeof fate === 'object' && 'status' in fate) {
      const { status, code, message } = fate
      errors.push(resultLine(id, { status, body: errorBody(message, code) }, undefined))
      continue
    }
    const text = fate === 'answered' ? usualText(line) : fate.text
    const body = answerBody(endpoint, line.model ?? '', text, line.prompt)
    output.push(resultLine(id, { status: 200, body }, undefined))
  }
  return { output: output.toReversed(), errors }
}

/** What the stand-in answers to a request. */
export function usualText(line: Pick<RequestLine, 'prompt'>): string {
  return `You asked: ${line.prompt}`
}

/** The API's own words (batch-format §4.2). */
const REASONS = {
  expired: {
    code: 'batch_expired',
    message: 'This request could not be executed before the completion window expired.',
  },
  cancelled: {
    code: 'batch_cancelled',
    message: 'This request was cancelled because the batch was cancelled.',
  },
} as const
