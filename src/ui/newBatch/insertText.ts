// Text that is put into a field for the user, as if it was typed.

/** Takes the place of [from, to), in code units; the caret stands behind it. Ctrl+Z takes it back. */
export function insertText(
  field: HTMLTextAreaElement | HTMLInputElement,
  text: string,
  from: number,
  to: number,
): void {
  field.focus()
  field.setSelectionRange(from, to)
  // Deprecated, and the only way that leaves the browser its list of what can be undone.
  const isInserted = document.execCommand('insertText', false, text)
  if (isInserted) return
  field.setRangeText(text, from, to, 'end')
  // React hears of it as of typing.
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
