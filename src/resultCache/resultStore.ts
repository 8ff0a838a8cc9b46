// Where entries are kept on the device, as this room needs it. What is kept is a convenience: nothing
// here rejects, and whatever does not work is as if it were not there.

export interface StoredEntry {
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** When it was written or last used, in milliseconds since 1970. */
  readonly usedAt: number
}

export interface EntryWriter {
  /** Adds bytes at the end; false when they could not be written. The array may be reused. */
  write(bytes: Uint8Array<ArrayBuffer>): boolean
  /** To be called once, whatever happened. */
  close(): void
}

export interface ResultStore {
  /** Names alone: takes a millisecond or two, with no look at the entries. */
  names(): Promise<readonly string[]>
  entries(): Promise<readonly StoredEntry[]>
  /** All bytes; undefined when there is no such entry, or another tab is writing it. */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | undefined>
  /**
   * Begins an empty entry instead of one of this name. Undefined when it cannot: there is no room, or
   * another tab has it open.
   */
  create(name: string): Promise<EntryWriter | undefined>
  remove(name: string): Promise<void>
  /** Makes it the one that was used last. */
  touch(name: string): Promise<void>
}
