// What a control says of itself beyond what can be seen on it.

/** What people press, choose or drag. Cells of tables are many, and keep the browser's own tooltip. */
const CONTROL =
  'button, a[href], label, [role=tab], [role=separator], [role=combobox], [role=menuitemradio]'

/** The control that an event is about; undefined when there is none that has something to say. */
export function controlOf(target: EventTarget | null): HTMLElement | undefined {
  const control = target instanceof Element ? target.closest<HTMLElement>(CONTROL) : null
  return control && textOf(control) !== undefined ? control : undefined
}

/**
 * Its `title`, else the name of an icon. The title is taken from the element, or the browser would show
 * it a second time; to assistive technology it stays a description, or the name where there is no other.
 */
export function textOf(control: HTMLElement): string | undefined {
  const { title } = control
  if (title !== '') {
    control.removeAttribute('title')
    control.dataset['tooltip'] = title
    if (hasName(control)) control.setAttribute('aria-description', title)
    else control.setAttribute('aria-label', title)
  }
  if (control.dataset['tooltip'] !== undefined) return control.dataset['tooltip']
  const isIcon = control.textContent?.trim() === ''
  return (isIcon && control.getAttribute('aria-label')) || undefined
}

function hasName(control: HTMLElement): boolean {
  const named = control.getAttribute('aria-label') ?? control.getAttribute('aria-labelledby')
  return named !== null || control.textContent?.trim() !== ''
}
