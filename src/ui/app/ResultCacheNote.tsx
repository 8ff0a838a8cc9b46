// How much is kept of earlier files, and forgetting it; nothing when there is nothing.
import { History } from 'lucide-react'
import { type JSX, useEffect } from 'react'
import { clearKeptResults, countKeptResults } from '../../state/actions/resultCache.ts'
import { countOf, formatBytes } from '../../state/formatNumber.ts'
import { useKeptResults } from '../../state/resultCache.ts'
import { Button } from '../controls/Button.tsx'
import styles from './ResultCacheNote.module.css'

export function KeptResults(): JSX.Element | null {
  const { files, bytes } = useKeptResults()
  useEffect(() => void countKeptResults(), [])
  if (files === 0) return null
  return (
    <section
      className={styles['kept']}
      aria-label="Kept results"
      data-files={files}
      data-bytes={bytes}
    >
      <History aria-hidden />
      <div className={styles['content']}>
        <p>
          <b>{countOf(files, 'file')}</b> checked before {files === 1 ? 'opens' : 'open'} at once.
          Kept on this device for that ({formatBytes(bytes)}): where lines begin, what is wrong with
          them, models and hashes of ids. Never the lines.
        </p>
        <Button look="outlined" size="small" onClick={() => void clearKeptResults()}>
          Clear kept results
        </Button>
      </div>
    </section>
  )
}
