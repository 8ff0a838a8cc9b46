// How a form with a file is sent: a request of its own kind, since `fetch` tells nothing of how far it is.
import type { Answer, Silence } from './exchange.ts'

export interface FormRequest {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly form: FormData
  readonly signal: AbortSignal
  /** Milliseconds for the next bytes, and after the last one for the answer. */
  readonly stall: number
  readonly afterUpload: number
  /** Bytes of the request that have been sent. */
  readonly onSent: (bytes: number) => void
}

export type FormReply = (Answer | Silence | { readonly kind: 'cancelled' }) & {
  /** All bytes have been sent: without an answer, the upload may have arrived whole. */
  readonly isSent: boolean
  /** Where the answer came from: not where it was sent, when the server named another address. */
  readonly isElsewhere?: boolean
}

export type SendForm = (request: FormRequest) => Promise<FormReply>
