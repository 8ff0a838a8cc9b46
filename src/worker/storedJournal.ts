// A journal as it lies on the device, whichever way it is stored.

export interface StoredJournal {
  readonly name: string
  readonly file: File
}
