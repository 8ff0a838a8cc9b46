// What the scanner tells of the text of a valid line, as findings. It tells only whether there is
// something of a kind; the text says what.
import type { Diagnostic, Finding } from '../diagnostics/diagnostic.ts'
import { explainText, findingsOfText } from '../diagnostics/textFindings.ts'
import type { FormatDefinition } from '../formats/defineFormat.ts'
import { LINE_FLAGS } from '../scanner/scanner.ts'

const TOLD = LINE_FLAGS.doubledKey | LINE_FLAGS.oddText

/** `flags`: LINE_FLAGS of the line. */
export function toldFindings(flags: number, text: string, format: FormatDefinition): Finding[] {
  return flags & TOLD ? findingsOfText(text, isRequest(format)) : []
}

export function explainTold(flags: number, text: string, format: FormatDefinition): Diagnostic[] {
  return flags & TOLD ? explainText(text, isRequest(format)) : []
}

/** Whether an API is going to read the lines. */
function isRequest({ role }: FormatDefinition): boolean {
  return role === 'request'
}
