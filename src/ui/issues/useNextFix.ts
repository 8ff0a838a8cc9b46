// After 'Fix all' its button is gone: the keyboard goes on with the next cause that can be fixed.
import { type RefObject, useEffect } from 'react'

/** On every rendering of the caller, which is one for all new facts. */
export function useNextFix(issues: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const section = issues.current
    if (!section) return undefined
    let item: Element | null = null
    const handleFocus = ({ target }: FocusEvent) => {
      item = target instanceof Element ? target.closest('li') : null
    }
    const observer = new MutationObserver(() => {
      const isLost = document.activeElement === document.body || item?.hasAttribute('inert')
      if (item && isLost && section.contains(item)) focusNear(section, item)
    })
    section.addEventListener('focusin', handleFocus)
    observer.observe(section, { subtree: true, childList: true, attributeFilter: ['inert'] })
    return () => {
      section.removeEventListener('focusin', handleFocus)
      observer.disconnect()
    }
  }, [issues])
}

/** The 'Fix all' of the next item that has one, else of the one before, else any button of the panel. */
function focusNear(section: HTMLElement, item: Element): void {
  const items = [...section.querySelectorAll('li')]
  const at = items.indexOf(item as HTMLLIElement)
  const near = [...items.slice(at), ...items.slice(0, at).toReversed()]
  const buttons = near.flatMap((one) => [
    ...one.querySelectorAll<HTMLElement>(':scope:not([inert]) button:not(:disabled)'),
  ])
  const fix = buttons.find((button) => button.dataset['fixAll'] !== undefined)
  const target = fix ?? buttons[0] ?? section.querySelector<HTMLElement>('button:not(:disabled)')
  target?.focus({ preventScroll: false })
}
