// Undo and redo without limit: a list of changes and the place in it where the document stands.
import type { Message } from '../i18n/message.ts'
import { applyRecord } from './changeRecord.ts'
import type { ChangeRecord, StateChanges } from './changeRecord.ts'
import type { DocumentTables } from './documentTables.ts'

export class ChangeHistory {
  readonly #records: ChangeRecord[] = []
  /** The number of each record: never given twice, so that one names its step for good. */
  readonly #numbers: number[] = []
  static #lastNumber = 0
  /** Changes before this are applied, those from it on can be redone. */
  #at = 0
  /** The place that is on disk; -1 when the way to it is lost. */
  #savedAt = 0
  /** The place that was exported whole, which the file on disk is not; -1 likewise. */
  #exportedAt = -1

  get isDirty(): boolean {
    return this.#at !== this.#savedAt
  }

  get isExported(): boolean {
    return this.#at === this.#exportedAt
  }

  get undoLabel(): Message | undefined {
    return this.#records[this.#at - 1]?.label
  }

  /** Names the step that `undo` would take back; undefined when there is none. */
  get undoStep(): number | undefined {
    return this.#numbers[this.#at - 1]
  }

  get redoLabel(): Message | undefined {
    return this.#records[this.#at]?.label
  }

  /** Applies a new change; what could be redone is lost. */
  commit(tables: DocumentTables, record: ChangeRecord): StateChanges {
    this.#records.length = this.#at
    this.#numbers.length = this.#at
    this.#numbers.push(++ChangeHistory.#lastNumber)
    if (this.#savedAt > this.#at) this.#savedAt = -1
    if (this.#exportedAt > this.#at) this.#exportedAt = -1
    this.#records.push(record)
    this.#at++
    return applyRecord(tables, record, 1)
  }

  undo(tables: DocumentTables): StateChanges | undefined {
    const record = this.#records[this.#at - 1]
    if (!record) return undefined
    this.#at--
    return applyRecord(tables, record, -1)
  }

  redo(tables: DocumentTables): StateChanges | undefined {
    const record = this.#records[this.#at]
    if (!record) return undefined
    this.#at++
    return applyRecord(tables, record, 1)
  }

  markWritten(to: 'saved' | 'exported'): void {
    if (to === 'saved') this.#savedAt = this.#at
    else this.#exportedAt = this.#at
  }
}
