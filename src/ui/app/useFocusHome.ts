// The focus is never lost: when what had it went away (a button that did its work, a line that was
// replaced), or when the user was brought somewhere while nothing had it, it goes to where the next key
// makes sense.
import { useEffect } from 'react'
import { store } from '../../state/store.ts'

/** On a part of the page that takes the focus back itself when what had it inside went away. */
const HOME = '[data-focus-home]'

export function useFocusHome(): void {
  useEffect(() => {
    let last: Element | undefined
    let lastHome: HTMLElement | null = null
    let arrivals = store.getState().arrivals
    let frame = 0
    /** The focus should go somewhere, and there was no place for it yet. */
    let isOwed = false

    function handleFocusIn({ target }: FocusEvent): void {
      if (!(target instanceof Element) || target === document.body) return
      isOwed = false
      last = target
      lastHome = target.closest<HTMLElement>(HOME)
    }
    /** Pressing on nothing gives the focus up. */
    function handlePointerDown(): void {
      isOwed = false
      last = undefined
    }
    function look(): void {
      frame = 0
      const hasArrived = store.getState().arrivals !== arrivals
      arrivals = store.getState().arrivals
      if (isOnBareTable()) focusHome(null)
      if (document.activeElement !== document.body) return
      isOwed ||= hasArrived || (last !== undefined && isGone(last))
      if (isOwed) focusHome(lastHome)
    }
    // What has changed is drawn in the next frame, and what follows from that in the one after.
    function lookLater(): void {
      if (frame === 0) frame = requestAnimationFrame(() => (frame = requestAnimationFrame(look)))
    }

    document.addEventListener('focusin', handleFocusIn)
    document.addEventListener('pointerdown', handlePointerDown, { capture: true })
    const stop = store.subscribe(lookLater)
    // Rows and details come without a change of the store.
    const observer = new MutationObserver(() => {
      if (isOwed) lookLater()
      else if (last && (!last.isConnected || last.matches(':disabled') || isOnBareTable()))
        lookLater()
    })
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributeFilter: ['disabled'],
    })
    return () => {
      document.removeEventListener('focusin', handleFocusIn)
      document.removeEventListener('pointerdown', handlePointerDown, { capture: true })
      stop()
      observer.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [])
}

/** The table got the focus before it had rows. Nothing else puts it there: rows are what is tabbed to. */
function isOnBareTable(): boolean {
  return document.activeElement?.getAttribute('role') === 'grid'
}

function isGone(element: Element): boolean {
  return (
    !element.isConnected ||
    element.matches(':disabled') ||
    element.closest('[inert]') !== null ||
    !element.checkVisibility()
  )
}

/**
 * The part of the page that the focus was in, else the row of the table that the keyboard is on, else
 * the drawer that covers the table.
 */
function focusHome(home: HTMLElement | null): void {
  // A dialog keeps the focus by itself.
  const { dialog, confirmation } = store.getState()
  if (dialog !== undefined || confirmation !== undefined) return
  const places = ['[role=grid] [role=row][tabindex="0"]', '[role=grid]', HOME, 'main button']
  const others = places.flatMap((place) => [...document.querySelectorAll<HTMLElement>(place)])
  const target = [home, ...others].find((one) => one !== null && !isGone(one))
  target?.focus({ preventScroll: true })
}
