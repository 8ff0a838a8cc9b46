// Where journals are kept on the device, as the rooms above need it. Nothing here rejects.

/** A file that one thread has open. */
export interface JournalFile {
  readonly size: number
  /**
   * What is in it when it was opened: to be asked before anything is written. Files with `isThere` give what was
   * written since as well, also when they are gone.
   */
  readAll(): Uint8Array<ArrayBuffer>
  /**
   * On the device when it returns, or resolves; false when it is not. What is written in the meantime comes after it.
   */
  writeAt(at: number, bytes: Uint8Array<ArrayBuffer>): boolean | Promise<boolean>
  /**
   * False when someone has removed it from the device, as clearing the storage does: what is written goes nowhere then,
   * without a word. Absent where writing fails by itself.
   */
  isThere?(): Promise<boolean>
  truncate(size: number): void
  close(): void
}

export interface JournalStore {
  /** Bytes of all journals. */
  totalBytes(): Promise<number>
  /** Undefined where there is no such storage, where it is in use, and where there is no such file and none is made. */
  open(name: string, options: { readonly create: boolean }): Promise<JournalFile | undefined>
  remove(name: string): Promise<void>
}

/** What was typed and not applied is in a file beside the journal. */
export function draftsNameOf(id: string): string {
  return `${id}.drafts`
}
