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
    // One that was set here is no name of the control's own.
    const isNamed = control.dataset['tooltipAs'] !== 'aria-label' && hasName(control)
    const attribute = isNamed ? 'aria-description' : 'aria-label'
    control.dataset['tooltipAs'] = attribute
    control.setAttribute(attribute, title)
  }
  if (control.dataset['tooltip'] !== undefined) return control.dataset['tooltip']
  const isIcon = control.textContent?.trim() === ''
  return (isIcon && control.getAttribute('aria-label')) || undefined
}

/**
 * Gives every control its title back, as it was before anyone asked. For when the words of the page change:
 * React replaces the titles that have others now, and knows nothing of the rest.
 */
export function giveTitlesBack(): void {
  for (const control of document.querySelectorAll<HTMLElement>('[data-tooltip]')) {
    const { tooltip, tooltipAs } = control.dataset
    if (control.title === '' && tooltip !== undefined) control.title = tooltip
    if (tooltipAs !== undefined) control.removeAttribute(tooltipAs)
    delete control.dataset['tooltip']
    delete control.dataset['tooltipAs']
  }
}

function hasName(control: HTMLElement): boolean {
  const named = control.getAttribute('aria-label') ?? control.getAttribute('aria-labelledby')
  return named !== null || control.textContent?.trim() !== ''
}
