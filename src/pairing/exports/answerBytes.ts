import type { Written } from './definePairExporter.ts'
import type { ExportRow } from './exportRow.ts'
import { BROKEN_ANSWER, NO_ANSWER } from './reasons.ts'

/** The answer's own bytes. A line that is no JSON would stop those who read the file. */
export function answerBytes({ answer, answerClass }: ExportRow): Written {
  if (!answer) return { kind: 'leftOut', reason: NO_ANSWER }
  if (answerClass?.isBroken) return { kind: 'leftOut', reason: BROKEN_ANSWER }
  return { kind: 'line', content: answer.bytes }
}
