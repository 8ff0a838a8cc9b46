// Loads what the first file and the first chosen line will need, once the page is idle. After that
// the page works without a network.
import { useEffect } from 'react'
import { prepareClient } from '../../state/spareClient.ts'

/** Milliseconds to wait where the browser does not say when it is idle. */
const FALLBACK_DELAY = 200

export function usePreload(): void {
  useEffect(() => {
    prepareClient()
    const load = () => {
      void import('../lineEditor/LineEditor.tsx')
      void import('../lineEditor/createLineView.ts')
    }
    if (typeof requestIdleCallback === 'function') requestIdleCallback(load)
    else setTimeout(load, FALLBACK_DELAY)
  }, [])
}
