// Counts the lines of an open document for as long as there are any to count: its worker gives them, and
// takes their counts.
import { TimeSlice } from '../../base/jobs.ts'
import type { TokenSourceApi } from '../../contracts/lineTokens.ts'
import { msg } from '../../i18n/message.ts'
import { TablesUnavailable } from '../encodings.ts'
import { countLines } from './countLines.ts'

/** Resolves when the document gives no more lines, or no tables could be fetched, which it is told. */
export async function followLines(source: TokenSourceApi): Promise<void> {
  const slice = new TimeSlice()
  const pause = async (): Promise<void> => {
    if (slice.isOver) await slice.breathe()
  }
  for (;;) {
    const lines = await source.takeLines()
    if (!lines.ok) return
    try {
      const counts = await countLines(lines.value, pause)
      if (!(await source.putCounts(counts)).ok) return
    } catch (error) {
      if (error instanceof TablesUnavailable) {
        await source.giveUp(
          msg(
            'The tables for counting tokens could not be loaded. Check the connection and try again.',
          ),
        )
        return
      }
      await source.giveUp(msg('Tokens could not be counted because of an error in the app.'))
      throw error
    }
  }
}
