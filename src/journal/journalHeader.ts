// What a journal says of the file whose edits it holds.

/** Of the format of journals: those of another are left alone. */
export const JOURNAL_VERSION = 1

/** What tells the file, and how it was open. */
export interface JournalHeader {
  readonly version: typeof JOURNAL_VERSION
  /** Of the file, as it was called then. */
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** Milliseconds since 1970. */
  readonly lastModified: number
  /** Of samples of its bytes. */
  readonly fingerprint: string
  /** Of the hashes of its lines, as a decimal number. */
  readonly seed: string
  readonly formatId: string
  /** By the user, and not recognised. */
  readonly isFormatChosen: boolean
  /** Of the page that began it. */
  readonly pageId: string
  /** Milliseconds since 1970. */
  readonly begunAt: number
}

/** Undefined when it is none of this version. */
export function headerOf(value: unknown): JournalHeader | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const header = value as JournalHeader
  const isWhole =
    header.version === JOURNAL_VERSION &&
    [header.name, header.fingerprint, header.seed, header.formatId].every(isText) &&
    [header.size, header.lastModified, header.begunAt].every(Number.isFinite)
  return isWhole ? header : undefined
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}
