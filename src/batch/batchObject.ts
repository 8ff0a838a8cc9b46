// What the API says of a batch, as it says it. Field names are those of the Batch object of OpenAI's
// published schema, in camelCase; what is absent or null is undefined.

/** Status words of the API; another one is shown as it is. */
export type BatchStatus =
  | 'validating'
  | 'failed'
  | 'in_progress'
  | 'finalizing'
  | 'completed'
  | 'expired'
  | 'cancelling'
  | 'cancelled'

export interface BatchError {
  readonly code: string | undefined
  readonly message: string
  /** 1-based line of the file that was uploaded. */
  readonly line: number | undefined
  /** The name of what is wrong there, such as `body.model`. */
  readonly param: string | undefined
}

export interface Batch {
  readonly id: string
  readonly status: BatchStatus | (string & {})
  readonly endpoint: string
  readonly model: string | undefined
  readonly inputFileId: string | undefined
  readonly outputFileId: string | undefined
  readonly errorFileId: string | undefined
  readonly errors: readonly BatchError[]
  /** How many the API lists beside them; absent: none. */
  readonly moreErrors?: number | undefined
  readonly counts: { readonly total: number; readonly completed: number; readonly failed: number }
  /** Seconds since 1970, as the API has them; 0 where it does not say. */
  readonly createdAt: number
  readonly inProgressAt: number | undefined
  readonly expiresAt: number | undefined
  /** When it came to its end, whatever that is. */
  readonly endedAt: number | undefined
  readonly metadata: Readonly<Record<string, string>>
}

export interface RemoteFile {
  readonly id: string
  readonly name: string
  readonly bytes: number
  /** Seconds since 1970. */
  readonly createdAt: number
  readonly expiresAt: number | undefined
}

/** Nothing more will happen to it. */
export function hasEnded({ status }: Pick<Batch, 'status'>): boolean {
  return ['completed', 'failed', 'expired', 'cancelled'].includes(status)
}
