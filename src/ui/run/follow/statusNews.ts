// What has changed in runs since they were looked at last, for those who do not see it: that a batch has another
// status, never that it got a little further.
import { type Message, msg } from '../../../i18n/message.ts'
import type { Run } from '../../../state/batch/batchStore.ts'
import { isOver, runWord, summariseRun } from './runSummary.ts'

export interface StatusNews {
  readonly run: Run
  readonly text: Message
  /** Nothing of it goes on. */
  readonly isEnd: boolean
}

/** By id of the run. */
export type KnownStatuses = ReadonlyMap<string, string>

export function statusesOf(runs: readonly Run[]): KnownStatuses {
  return new Map(runs.map((run) => [run.id, summariseRun(run).status]))
}

/** Runs that were not known are no news: someone is just starting them, or they were found again. */
export function statusNews(known: KnownStatuses, runs: readonly Run[]): readonly StatusNews[] {
  return runs.flatMap((run) => {
    const { status, completed, failed, total } = summariseRun(run)
    const before = known.get(run.id)
    if (before === undefined || before === status) return []
    const isEnd = isOver(run)
    const values = { name: run.fileName, status: runWord(run) }
    const text =
      isEnd && total > 0
        ? msg(
            '{name}: {status}. {completed, number} of {total, number} succeeded, {failed, number} failed.',
            {
              ...values,
              completed,
              failed,
              total,
            },
          )
        : msg('{name}: {status}.', values)
    return [{ run, text, isEnd }]
  })
}
