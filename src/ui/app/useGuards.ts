// What is watched while documents are open: leaving the page, and the files on the disk.
import { useEffect } from 'react'
import { checkAllFiles } from '../../state/actions/fileCheck.ts'
import { hasUnsavedWork } from '../../state/drafts.ts'
import { store } from '../../state/store.ts'

/** Asks before the page is left with edits, and looks at the files when the window is back. */
export function useGuards(): void {
  useEffect(() => {
    function handleBeforeUnload(leaving: BeforeUnloadEvent): void {
      if (store.getState().documents.some(hasUnsavedWork)) leaving.preventDefault()
    }
    function handleFocus(): void {
      void checkAllFiles()
    }
    window.addEventListener('beforeunload', handleBeforeUnload)
    window.addEventListener('focus', handleFocus)
    return () => {
      window.removeEventListener('beforeunload', handleBeforeUnload)
      window.removeEventListener('focus', handleFocus)
    }
  }, [])
}
