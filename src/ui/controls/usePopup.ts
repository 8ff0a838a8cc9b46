// Which of our popups are open. Keys of commands ask this and not the page: a select keeps its list in the
// page after it was closed.
import { useEffect, useState } from 'react'

const open = new Set<object>()

/** Whether a menu, a select or a dialog lies above the page. */
export function isPopupOpen(): boolean {
  return open.size > 0
}

/** For a menu or a select: its `onOpenChange`, which may be called with other things to do. */
export function usePopup(): (isOpen: boolean) => void {
  const [popup] = useState(createPopup)
  useEffect(() => popup.forget, [popup])
  return popup.setOpen
}

function createPopup() {
  const popup = {}
  let closing: ReturnType<typeof setTimeout> | undefined
  return {
    setOpen: (isOpen: boolean): void => {
      clearTimeout(closing)
      if (isOpen) open.add(popup)
      // The Escape that closed it is not for what lies below.
      else closing = setTimeout(() => open.delete(popup))
    },
    forget: (): void => void open.delete(popup),
  }
}

/** For what is rendered only while it is open, such as a dialog. */
export function useOpenPopup(): void {
  const setOpen = usePopup()
  useEffect(() => {
    setOpen(true)
    return () => setOpen(false)
  }, [setOpen])
}
