// How an edited line differs from the one in the file.
import { useState } from 'react'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import type { LineDetail } from '../../contracts/documentApi.ts'
import styles from './OriginalChange.module.css'
import { TextDiff } from '../text/TextDiff.tsx'

export function OriginalChange({ detail }: { readonly detail: LineDetail }) {
  const { t } = useTranslator()
  const [isOpen, setOpen] = useState(false)
  const { originalText, text } = detail
  if (originalText === undefined) {
    return (
      <p className={styles['added']}>
        {t(msg('This line is not in the file: it was added here.'))}
      </p>
    )
  }
  if (originalText === text) return null
  return (
    <details
      className={styles['change']}
      onToggle={(toggled) => setOpen(toggled.currentTarget.open)}
    >
      <summary>{t(msg('Changes since the file was opened'))}</summary>
      {isOpen && <TextDiff before={originalText} after={[text]} />}
    </details>
  )
}
