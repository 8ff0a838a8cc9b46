// Unsaved edits of earlier visits, and what can be done with each; nothing when there are none.
import { type JSX, useEffect } from 'react'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { findKept } from '../../state/recovery/findKept.ts'
import { useRecovery } from '../../state/recovery/recoveryStore.ts'
import { whenIdle } from '../../state/whenIdle.ts'
import styles from './KeptEditsList.module.css'
import { KeptEntry } from './KeptEntry.tsx'

export function KeptEditsList(): JSX.Element | null {
  const { t } = useTranslator()
  const kept = useRecovery((state) => state.kept)
  useEffect(() => whenIdle(() => void findKept()), [])
  if (!kept?.length) return null
  return (
    <section className={styles['kept']} aria-label={t(msg('Unsaved edits'))}>
      <ul>
        {kept.map((edits) => (
          <KeptEntry key={edits.id} edits={edits} />
        ))}
      </ul>
    </section>
  )
}
