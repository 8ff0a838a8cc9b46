// Which of our popups are open. Keys of commands ask this and not the page: a select keeps its list in the
// page after it was closed.
import { useCallback, useEffect, useState } from 'react'

const open = new Set<object>()

/** Whether a menu, a select or a dialog lies above the page. */
export function isPopupOpen(): boolean {
  return open.size > 0
}

/** For a menu or a select: its `onOpenChange`, which may be called with other things to do. */
export function usePopup(): (isOpen: boolean) => void {
  const [popup] = useState<{ closing?: ReturnType<typeof setTimeout> }>(() => ({}))
  useEffect(() => () => void open.delete(popup), [popup])
  return useCallback(
    (isOpen: boolean) => {
      clearTimeout(popup.closing)
      if (isOpen) open.add(popup)
      // The Escape that closed it is not for what lies below.
      else popup.closing = setTimeout(() => open.delete(popup))
    },
    [popup],
  )
}

/** For what is rendered only while it is open, such as a dialog. */
export function useOpenPopup(): void {
  const setOpen = usePopup()
  useEffect(() => {
    setOpen(true)
    return () => setOpen(false)
  }, [setOpen])
}
