// Where a document stands in its history, told from the kinds of its commands alone.

/** What a record is to the history. The numbers are in files: they stay. */
export const RecordKind = {
  header: 0,
  /** A change that can be undone. */
  step: 1,
  undo: 2,
  redo: 3,
  /** All lines were validated as another format. */
  format: 4,
  /** All of it, as it is, was exported. */
  exported: 5,
  /** The limit is reached: what was done later is not here. */
  full: 6,
  drafts: 7,
} as const

/** Follows a history as `ChangeHistory` does. */
export class StepCount {
  #at = 0
  #end = 0
  #exportedAt = -1

  /** Steps between the file and the document. */
  get steps(): number {
    return this.#at
  }

  /** It differs from the file, and no export has it as it is. */
  get isUnsaved(): boolean {
    return this.#at > 0 && this.#at !== this.#exportedAt
  }

  add(kind: number): void {
    switch (kind) {
      case RecordKind.step:
        if (this.#exportedAt > this.#at) this.#exportedAt = -1
        this.#at++
        this.#end = this.#at
        break
      case RecordKind.undo:
        this.#at = Math.max(0, this.#at - 1)
        break
      case RecordKind.redo:
        this.#at = Math.min(this.#end, this.#at + 1)
        break
      case RecordKind.exported:
        this.#exportedAt = this.#at
        break
      default:
        break
    }
  }
}
