// Which codes a user may switch off. A line that is no JSON text can never be sent, and a file that is no
// JSON Lines holds no lines: 'valid' would be a lie without these.
import { isSyntaxCode } from './codes.ts'
import { isLayoutCode } from './layoutCodes.ts'
import { recordOverLines } from './recordOverLines.ts'

/** Of the file as a whole: what is in it cannot be read, or there is nothing. */
const UNREADABLE: ReadonlySet<string> = new Set([
  'empty-file',
  'utf-16',
  'utf-32',
  'nul-file',
  'compressed',
  'not-text',
  'other-encoding',
])

/** Stand for findings that nobody has seen the names of (findingSets.ts). */
const NAMELESS = /^other-(error|warning|attention|hint)$/

/** A blank line may be: it stays blank, and is neither valid nor invalid. */
export function canBeIgnored(code: string): boolean {
  if (code === 'blank-line') return true
  return !(
    isSyntaxCode(code) ||
    isLayoutCode(code) ||
    code === recordOverLines.code ||
    UNREADABLE.has(code) ||
    NAMELESS.test(code)
  )
}
