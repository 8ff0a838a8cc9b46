// After 'Fix all' its button is gone, and so is the menu of an ignored code: the keyboard goes on with the next
// cause that can be fixed.
import { type RefObject, useEffect } from 'react'

/** On every rendering of the caller, which is one for all new facts. */
export function useNextFix(issues: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const section = issues.current
    if (!section) return undefined
    let item: Element | null = null
    let place = 0
    const handleFocus = ({ target }: FocusEvent) => {
      item = target instanceof Element ? target.closest('li') : null
      place = item ? placeOf(section, item) : 0
    }
    const observer = new MutationObserver(() => {
      if (!item) return
      // One that was taken away has left its place to the next.
      if (section.contains(item)) place = placeOf(section, item)
      if (isLost(item)) focusNear(section, place)
    })
    section.addEventListener('focusin', handleFocus)
    observer.observe(section, { subtree: true, childList: true, attributeFilter: ['inert'] })
    return () => {
      section.removeEventListener('focusin', handleFocus)
      observer.disconnect()
    }
  }, [issues])
}

/** An item that is gone loses the focus that it has, and not one that has gone on elsewhere since. */
function isLost(item: Element): boolean {
  const { activeElement, body } = document
  return activeElement === body || (item.hasAttribute('inert') && item.contains(activeElement))
}

function placeOf(section: HTMLElement, item: Element): number {
  return [...section.querySelectorAll('li')].indexOf(item as HTMLLIElement)
}

/** The 'Fix all' of the next item that has one, else of the one before, else any button of the panel. */
function focusNear(section: HTMLElement, place: number): void {
  const items = [...section.querySelectorAll('li')]
  const near = [...items.slice(place), ...items.slice(0, place).toReversed()]
  const buttons = near.flatMap((one) => [
    ...one.querySelectorAll<HTMLElement>(':scope:not([inert]) button:not(:disabled)'),
  ])
  const fix = buttons.find((button) => button.dataset['fixAll'] !== undefined)
  const target = fix ?? buttons[0] ?? section.querySelector<HTMLElement>('button:not(:disabled)')
  target?.focus({ preventScroll: false })
}
