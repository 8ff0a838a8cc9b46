const NO_TEXT = 'input:is([type=radio], [type=checkbox], [type=button], [type=range], [type=file])'

/** Whether typing and pasting belong to the element, so that keys and pastes are not ours. */
export function isEditable(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  return target.matches('input, textarea, select') && !target.matches(NO_TEXT)
}
