// Puts the placeholder of a column into the field of the template that had the caret last.
import { insertText } from './insertText.ts'

let lastField: HTMLTextAreaElement | HTMLInputElement | undefined

/** For `onFocus` of the fields that take placeholders. */
export function rememberField(
  focus: React.FocusEvent<HTMLTextAreaElement | HTMLInputElement>,
): void {
  lastField = focus.currentTarget
}

/** Nothing happens before a field had the caret. */
export function insertPlaceholder(column: string): void {
  const field = lastField?.isConnected ? lastField : undefined
  if (!field) return
  const at = field.selectionStart ?? field.value.length
  insertText(field, `{{${column}}}`, at, field.selectionEnd ?? at)
}
