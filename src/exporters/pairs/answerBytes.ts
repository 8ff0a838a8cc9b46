import type { Message } from '../../i18n/message.ts'
import type { Written } from './definePairExporter.ts'
import type { ExportRow, RowColumns } from './exportRow.ts'
import { BROKEN_ANSWER, LINE_DELETED, NO_ANSWER } from './reasons.ts'

/** A line that is not JSON would stop those who read the file. */
export function skipWithoutAnswer({ answerClass }: RowColumns): Message | undefined {
  if (!answerClass) return NO_ANSWER
  return answerClass.isBroken ? BROKEN_ANSWER : undefined
}

/** The answer's own bytes. */
export function answerBytes({ answer }: ExportRow): Written {
  return answer
    ? { kind: 'line', content: answer.bytes }
    : { kind: 'leftOut', reason: LINE_DELETED }
}
