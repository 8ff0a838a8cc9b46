// What is left of a journal, whatever happened to its bytes.
import { fromJsonBytes, recordOf } from './commandJson.ts'
import { type Frame, framesWithin, readFrames } from './frames.ts'
import { headerOf, type JournalHeader } from './journalHeader.ts'
import type { CommandRecord } from './journalRecord.ts'
import { RecordKind, StepCount } from './stepCount.ts'
import { HEADER_FRAMES } from './writeJournal.ts'

export interface ReadJournal {
  readonly header: JournalHeader
  /** The commands, from the first on and without a gap. */
  readonly records: readonly CommandRecord[]
  /** Records of all kinds among which they are: the number of the next. */
  readonly count: number
  /** Bytes up to the end of the last of them. */
  readonly end: number
  /** Records after a gap: they cannot be carried out, but what was typed is in them. */
  readonly beyond: readonly CommandRecord[]
  /** Records that were lost or stand after a gap, as far as that can be seen. */
  readonly lost: number
  /** The limit was reached: later commands are not here. */
  readonly isFull: boolean
  readonly steps: number
  /** The document differs from the file, and no export has it as it is. */
  readonly isUnsaved: boolean
}

/** A journal without its commands. */
export type JournalSummary = Omit<ReadJournal, 'records' | 'beyond'> & {
  readonly bytes: number
}

interface Found {
  readonly header: JournalHeader
  readonly frames: readonly Frame[]
  readonly beyond: readonly Frame[]
  readonly end: number
  readonly lost: number
}

/** Undefined when it is no journal of this version. */
export function readJournal(bytes: Uint8Array): ReadJournal | undefined {
  const found = findRecords(bytes)
  if (!found) return undefined
  const { frames, beyond, header, end, lost } = found
  return {
    header,
    records: commandsOf(bytes, frames),
    count: frames.length,
    end,
    beyond: commandsOf(bytes, beyond),
    lost,
    ...countOf(frames),
  }
}

/** The same without reading the commands: some hundred times as fast. */
export function summariseJournal(bytes: Uint8Array): JournalSummary | undefined {
  const found = findRecords(bytes)
  if (!found) return undefined
  const { frames, header, end, lost } = found
  return { header, count: frames.length, end, lost, ...countOf(frames), bytes: bytes.length }
}

function countOf(frames: readonly Frame[]): Pick<ReadJournal, 'isFull' | 'steps' | 'isUnsaved'> {
  const history = new StepCount()
  for (const { kind } of frames) history.add(kind)
  return {
    isFull: frames.some(({ kind }) => kind === RecordKind.full),
    steps: history.steps,
    isUnsaved: history.isUnsaved,
  }
}

function findRecords(bytes: Uint8Array): Found | undefined {
  const first = framesWithin(bytes, 0, 1)[0]
  if (!first || first.kind !== RecordKind.header || first.number >= HEADER_FRAMES) return undefined
  const header = headerOf(fromJsonBytes(bytes.subarray(first.from, first.to)))
  if (!header) return undefined
  // All frames of the header are of one length, so it is known where they end when one of them is right.
  const length = first.to - first.start
  const start = first.start - first.number * length + HEADER_FRAMES * length
  const { frames, beyond, end, lost } = readFrames(
    bytes,
    Math.min(start, bytes.length),
    HEADER_FRAMES,
  )
  return { header, frames, beyond, end, lost }
}

function commandsOf(bytes: Uint8Array, frames: readonly Frame[]): CommandRecord[] {
  return frames.flatMap(({ kind, from, to }) => {
    const isCommand = kind >= RecordKind.step && kind <= RecordKind.format
    const record = isCommand ? recordOf(bytes.subarray(from, to)) : undefined
    return record ? [record] : []
  })
}
