// Why an operation did not happen, for people as a sentence and for code as a code. Code never
// compares sentences.
import { type Message, msg } from '../i18n/message.ts'

/**
 * What a failure means to the user.
 * - `cancelled`: the user asked for it; not an error
 * - `file-changed` / `file-gone`: the file on disk is no longer the one that was opened
 * - `unreadable`: the browser could not read it (permission, medium, folder)
 * - `memory` / `quota`: no room in memory / on disk
 * - `network`: an API was not reached or could not answer; the same may work later
 * - `refused`: the operation makes no sense now; the message says why
 */
export type FailureKind =
  | 'cancelled'
  | 'file-changed'
  | 'file-gone'
  | 'unreadable'
  | 'memory'
  | 'quota'
  | 'network'
  | 'refused'

/** Every code and its kind. A code stays what it is; its sentence may be reworded. */
const KINDS = {
  cancelled: 'cancelled',
  'pairing-closed-meanwhile': 'cancelled',

  'file-changed': 'file-changed',
  'file-changed-after-save': 'file-changed',
  'file-gone': 'file-gone',
  'read-not-allowed': 'unreadable',
  'read-ended-early': 'unreadable',

  'out-of-memory': 'memory',
  'worker-crashed': 'memory',
  'worker-silent': 'memory',
  'worker-garbled': 'memory',
  'disk-full': 'quota',
  'no-room-for-download': 'quota',

  'app-error': 'refused',
  'not-open': 'refused',
  'not-read': 'refused',
  'not-lines': 'refused',
  'cache-outdated': 'refused',
  'document-changed': 'refused',
  'unknown-column': 'refused',
  'no-journal': 'refused',
  'unknown-format': 'refused',
  'unknown-line': 'refused',
  'not-latest-step': 'refused',
  'no-ids': 'refused',
  'too-many-lines': 'refused',
  'line-too-large': 'refused',
  'too-many-groups': 'refused',
  'too-large-to-pack': 'refused',
  'bad-expression': 'refused',
  'bad-query': 'refused',
  'expressions-not-loaded': 'refused',
  'write-not-allowed': 'refused',
  'file-written-meanwhile': 'refused',

  'unknown-provider': 'refused',
  'bad-key-path': 'refused',
  'bad-separator': 'refused',
  'source-closed': 'refused',
  'no-tokens': 'refused',
  'pairing-not-ready': 'refused',
  'pairing-closed': 'refused',
  'unknown-pair': 'refused',
  'no-requests': 'refused',
  'several-files': 'refused',
  'bad-option': 'refused',

  'no-rows': 'refused',
  'template-problems': 'refused',

  'unknown-source': 'refused',
  'nothing-translated': 'refused',
  'unpack-broken': 'refused',
  'unpack-refused': 'refused',
  'unpack-suspicious': 'refused',
  'unpack-too-large': 'quota',

  'api-unreachable': 'network',
  'api-timeout': 'network',
  'api-broken-transfer': 'network',
  'api-rate-limit': 'network',
  'api-queue-full': 'network',
  'api-server': 'network',
  'api-key-refused': 'refused',
  'api-no-credit': 'refused',
  'api-not-allowed': 'refused',
  'api-not-found': 'refused',
  'api-conflict': 'refused',
  'api-too-large': 'refused',
  'api-refused': 'refused',
  'api-outcome-unknown': 'refused',
} as const satisfies Record<string, FailureKind>

export type FailureCode = keyof typeof KINDS

export interface Failure {
  readonly kind: FailureKind
  readonly code: FailureCode
  /** A sentence for people: what happened and what to do next. */
  readonly message: Message
}

export function failureOf(code: FailureCode, message: Message): Failure {
  return { kind: KINDS[code], code, message }
}

/** That a file of the user's could not be written, on its way through code that can only throw. */
export class WriteFailure extends Error {
  readonly failure: Failure

  constructor(failure: Failure, options?: ErrorOptions) {
    super(failure.code, options)
    this.name = 'WriteFailure'
    this.failure = failure
  }
}

/** Of errors of the device; undefined for all others. */
export function deviceFailureOf(error: unknown): Failure | undefined {
  if (error instanceof WriteFailure) return error.failure
  if (error instanceof DOMException && error.name === 'QuotaExceededError') {
    return failureOf('disk-full', msg('There is not enough room on the disk for this file.'))
  }
  if (error instanceof RangeError || (error instanceof Error && /memory/i.test(error.message))) {
    return failureOf(
      'out-of-memory',
      msg('There was not enough memory for this: {reason}', { reason: error.message }),
    )
  }
  return undefined
}
