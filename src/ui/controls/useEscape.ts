// Escape closes the part of the page that it is pressed in.
import { type RefObject, useEffect, useRef } from 'react'
import { store } from '../../state/store.ts'
import { isPopupOpen } from './usePopup.ts'

/**
 * Also while nothing has the focus: it is on its way into a drawer that has just been opened. A menu or a
 * select inside takes its own Escape first.
 */
export function useEscape(region: RefObject<HTMLElement | null>, onClose: () => void): void {
  const latest = useRef(onClose)
  useEffect(() => {
    latest.current = onClose
  })
  useEffect(() => {
    const part = region.current
    if (!part) return undefined
    const handleKey = (press: KeyboardEvent) => {
      if (press.key !== 'Escape' || press.defaultPrevented || press.isComposing) return
      if (isDialogOpen()) return
      press.preventDefault()
      latest.current()
    }
    const handleKeyOfNone = (press: KeyboardEvent) => {
      if (document.activeElement === document.body && !isPopupOpen()) handleKey(press)
    }
    part.addEventListener('keydown', handleKey)
    document.addEventListener('keydown', handleKeyOfNone)
    return () => {
      part.removeEventListener('keydown', handleKey)
      document.removeEventListener('keydown', handleKeyOfNone)
    }
  }, [region])
}

/** The focus may still be on its way into a dialog from the button that opened it. */
function isDialogOpen(): boolean {
  const { confirmation, dialog } = store.getState()
  return confirmation !== undefined || dialog !== undefined
}
