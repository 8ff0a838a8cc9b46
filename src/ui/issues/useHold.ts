// Whether someone is at a part of the page, so that nothing in it may move.
import { type RefObject, useEffect, useState } from 'react'

/**
 * While a mouse is over the element, or the keyboard is in it. A finger leaves nothing behind to know it
 * by: after a touch the element is held until something else is touched.
 */
export function useHold(element: RefObject<HTMLElement | null>): boolean {
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    const box = element.current
    if (!box) return undefined
    let isPointed = false
    const look = () => {
      const focused = document.activeElement
      const hasKeyboard = box.contains(focused) && focused?.matches(':focus-visible') === true
      setHeld(isPointed || hasKeyboard)
    }
    const handleEnter = () => {
      isPointed = true
      look()
    }
    const handleLeave = ({ pointerType }: PointerEvent) => {
      if (pointerType !== 'mouse') return
      isPointed = false
      look()
    }
    const handleDown = ({ target }: PointerEvent) => {
      isPointed = target instanceof Node && box.contains(target)
      look()
    }
    box.addEventListener('pointerenter', handleEnter)
    box.addEventListener('pointerleave', handleLeave)
    document.addEventListener('pointerdown', handleDown, { capture: true })
    document.addEventListener('focusin', look)
    return () => {
      box.removeEventListener('pointerenter', handleEnter)
      box.removeEventListener('pointerleave', handleLeave)
      document.removeEventListener('pointerdown', handleDown, { capture: true })
      document.removeEventListener('focusin', look)
    }
  }, [element])
  return isHeld
}
