// Loads what the first file and the first chosen line will need. After that the page works without a
// network.
import { useEffect } from 'react'
import { prepareClient } from '../../state/spareClient.ts'
import { whenIdle } from '../../state/whenIdle.ts'
import { preloadParts } from './lazyParts.tsx'
import { warmFonts } from './warmFonts.ts'

export function usePreload(): void {
  useEffect(() => {
    prepareClient()
    preloadParts()
    whenIdle(warmFonts)
  }, [])
}
