// How much is kept of earlier files, and forgetting it; nothing when there is nothing.
import { History } from 'lucide-react'
import { type JSX, useEffect } from 'react'
import { clearResultCache, countCachedResults } from '../../state/actions/resultCache.ts'
import { countOf, formatBytes } from '../../state/formatNumber.ts'
import { useResultCache } from '../../state/resultCache.ts'
import { Button } from '../controls/Button.tsx'
import styles from './ResultCacheNote.module.css'

export function ResultCacheNote(): JSX.Element | null {
  const { files, bytes } = useResultCache()
  useEffect(() => void countCachedResults(), [])
  if (files === 0) return null
  return (
    <section
      className={styles['kept']}
      aria-label="Cached results"
      data-files={files}
      data-bytes={bytes}
    >
      <History aria-hidden />
      <div className={styles['content']}>
        <p>
          <b>{countOf(files, 'file')}</b> checked before {files === 1 ? 'opens' : 'open'} at once.
          Cached on this device for that ({formatBytes(bytes)}): where lines begin, what is wrong
          with them, models and hashes of ids. Never the lines.
        </p>
        <Button look="outlined" size="small" onClick={() => void clearResultCache()}>
          Clear cache
        </Button>
      </div>
    </section>
  )
}
