// Says that lines are not written as they are seen, where they are sorted.
import type { JSX } from 'react'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import styles from './ExportDialog.module.css'

export function OrderNote({ facts }: { readonly facts: DocumentFacts }): JSX.Element | null {
  const { t } = useTranslator()
  if (!facts.order) return null
  return (
    <p className={styles['orderNote']}>
      {t(msg('Lines are written in the order of the file, not as they are sorted in the table.'))}
    </p>
  )
}
