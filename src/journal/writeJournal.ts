// A journal as bytes to be appended.
import type { LoggedCommand } from '../contracts/loggedCommand.ts'
import { concatBytes } from '../base/concatBytes.ts'
import { jsonBytes } from './commandJson.ts'
import { frameBytes } from './frames.ts'
import type { JournalHeader } from './journalHeader.ts'
import type { CommandRecord } from './journalRecord.ts'
import { RecordKind } from './stepCount.ts'

/** Frames that hold the header: twice, since without it nothing else is of use. */
export const HEADER_FRAMES = 2

/** Bytes of a journal, beyond which no further commands are kept. */
export const JOURNAL_LIMIT_BYTES = 64 * 1024 * 1024

/** Bytes of a record that describes many lines with their texts; a larger one has hashes in their place. */
export const MANY_LIMIT_BYTES = 4 * 1024 * 1024

/** The same with hashes; a larger one describes no lines. */
export const HASHES_LIMIT_BYTES = 20 * 1024 * 1024

/** Bytes of all journals on the device, beyond which no new one is begun. None is ever removed for another. */
export const ALL_JOURNALS_LIMIT_BYTES = 256 * 1024 * 1024

export function headerBytes(header: JournalHeader): Uint8Array<ArrayBuffer> {
  const payload = jsonBytes(header)
  return concatBytes(
    Array.from({ length: HEADER_FRAMES }, (_, i) => frameBytes(i, RecordKind.header, payload)),
  )
}

/** `number`: of the record among all, from 0. */
export function recordBytes(number: number, record: CommandRecord): Uint8Array<ArrayBuffer> {
  return frameBytes(HEADER_FRAMES + number, kindOf(record.command), jsonBytes(record))
}

/** A record without a command: that it was exported, or that no more is kept. */
export function signBytes(number: number, kind: number): Uint8Array<ArrayBuffer> {
  return frameBytes(HEADER_FRAMES + number, kind, jsonBytes({}))
}

function kindOf({ kind }: LoggedCommand): number {
  switch (kind) {
    case 'undo':
      return RecordKind.undo
    case 'redo':
      return RecordKind.redo
    case 'setFormat':
      return RecordKind.format
    case 'edit':
    case 'editMany':
    case 'fixAll':
      return RecordKind.step
  }
}
