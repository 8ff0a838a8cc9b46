// Lines of chat completions, and what becomes of a line, read.
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import { valueAt } from '../../json/jsonPath.ts'
import { translateLine, type TranslationOptions } from '../translate.ts'

/** The arguments are JSON texts: further members of the body, the messages, the id. */
export function chat(
  members: string,
  messages = '[{"role":"user","content":"Hi"}]',
  id = '"r-1"',
): string {
  return `{"custom_id":${id},"method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-6-luna","messages":${messages}${members === '' ? '' : `,${members}`}}}`
}

/** Throws where the line is refused. */
export function translated(
  line: string,
  target: string,
  options: Partial<TranslationOptions> = {},
) {
  const made = translateLine(line, { target, ...options })
  if (!made.ok) throw new Error(String(inEnglish(made.reason)))
  const value: unknown = JSON.parse(made.line)
  return {
    line: made.line,
    codes: made.notes.map(({ code }) => code),
    notes: made.notes,
    at: (...path: (string | number)[]): unknown => valueAt(value, path),
  }
}
