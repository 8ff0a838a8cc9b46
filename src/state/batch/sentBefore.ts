// What was sent of the same content before, by the records of runs: files that can be used again, and answers
// that would be paid for twice.
import type { BatchPart } from '../../contracts/batchParts.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { translator } from '../language.ts'
import { batchStore } from './batchStore.ts'
import type { PartRecord, RunRecord } from './runRecord.ts'
import { pageWorld } from './world.ts'

/** A run of the same content whose files are at the API of now, and stay there for a while. */
export function earlierRecord(parts: readonly BatchPart[]): RunRecord | undefined {
  const soon = Date.now() / 1000 + 3600
  return sameContent(parts).find((record) =>
    record.parts.every(
      ({ file, isDeleted }) =>
        file && !isDeleted && (file.expiresAt === undefined || file.expiresAt > soon),
    ),
  )
}

/**
 * What would be paid for twice, or may be, of runs of the same content. Where it is known that nothing was answered
 * nothing was billed.
 */
export function paidTwice(parts: readonly BatchPart[]): Message | undefined {
  const same = sameContent(parts)
  const running = same.find((record) =>
    record.parts.some(({ state }) => state !== 'ended' && state !== 'stopped'),
  )
  if (running) {
    return msg(
      'A batch of the same content ({name}) was started here and has not ended. What both answer is billed twice.',
      { name: running.fileName },
    )
  }
  const answered = same.find((record) => completedOf(record) > 0)
  if (answered) {
    return msg(
      'A batch of the same content ({name}) was answered already on {date}: {completed, number} of {total, plural, one {# request} other {# requests}}. Sending it again bills it again.',
      {
        name: answered.fileName,
        date: translator().date(endOf(answered), { dateStyle: 'medium' }),
        completed: completedOf(answered),
        total: sumOf(answered, ({ requests }) => requests),
      },
    )
  }
  const unsure = same.find((record) => record.parts.some(({ why }) => why === 'no-answer'))
  return (
    unsure &&
    msg(
      'The API was asked to start a batch of the same content ({name}) and never said whether it did. If it did, what both answer is billed twice.',
      { name: unsure.fileName },
    )
  )
}

function completedOf(record: RunRecord): number {
  return sumOf(record, ({ batch }) => batch?.counts.completed ?? 0)
}

function sumOf({ parts }: RunRecord, valueOf: (part: PartRecord) => number): number {
  return parts.reduce((sum, part) => sum + valueOf(part), 0)
}

/** Milliseconds since 1970; of a server that does not say, when it was sent. */
function endOf({ parts, startedAt }: RunRecord): number {
  const ends = parts.flatMap(({ batch }) => batch?.endedAt ?? [])
  return ends.length > 0 ? Math.max(...ends) * 1000 : startedAt
}

function sameContent(parts: readonly BatchPart[]): readonly RunRecord[] {
  const { baseUrl } = batchStore.getState().access
  return pageWorld()
    .book.all()
    .filter((record) => record.baseUrl === baseUrl && isMadeOf(record, parts))
}

/** Whether these, in this order, are what a run sent. */
export function isMadeOf(record: RunRecord, parts: readonly BatchPart[]): boolean {
  return (
    record.parts.length === parts.length &&
    record.parts.every(({ contentHash }, index) => contentHash === parts[index]?.contentHash)
  )
}
