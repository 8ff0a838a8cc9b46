// How much is kept of earlier files, and forgetting it; nothing when there is nothing.
import { History } from 'lucide-react'
import { type JSX, useEffect } from 'react'
import { bytes, msg } from '../../i18n/message.ts'
import { clearResultCache, countCachedResults } from '../../state/actions/resultCache.ts'
import { useTranslator } from '../../state/language.ts'
import { useResultCache } from '../../state/resultCache.ts'
import { Button } from '../controls/Button.tsx'
import styles from './ResultCacheNote.module.css'

export function ResultCacheNote(): JSX.Element | null {
  const { t, rich } = useTranslator()
  const { files, bytes: size } = useResultCache()
  useEffect(() => void countCachedResults(), [])
  if (files === 0) return null
  return (
    <section
      className={styles['kept']}
      aria-label={t(msg('Cached results'))}
      data-files={files}
      data-bytes={size}
    >
      <History aria-hidden />
      <div className={styles['content']}>
        <p>
          {rich(
            msg(
              '{files, plural, one {<b># file</b> checked before opens} other {<b># files</b> checked before open}} at once. Cached on this device for that ({size}): where lines begin, what is wrong with them, models and hashes of ids. Never the lines.',
              { files, size: bytes(size) },
            ),
            { b: (count) => <b key="count">{count}</b> },
          )}
        </p>
        <Button look="outlined" size="small" onClick={() => void clearResultCache()}>
          {t(msg('Clear cache'))}
        </Button>
      </div>
    </section>
  )
}
