// How an edited line differs from the one in the file.
import { useState } from 'react'
import type { LineDetail } from '../../contracts/documentApi.ts'
import styles from './OriginalChange.module.css'
import { TextDiff } from './TextDiff.tsx'

export function OriginalChange({ detail }: { readonly detail: LineDetail }) {
  const [isOpen, setOpen] = useState(false)
  const { originalText, text } = detail
  if (originalText === undefined) {
    return <p className={styles['added']}>This line is not in the file: it was added here.</p>
  }
  if (originalText === text) return null
  return (
    <details
      className={styles['change']}
      onToggle={(toggled) => setOpen(toggled.currentTarget.open)}
    >
      <summary>Changes since the file was opened</summary>
      {isOpen && <TextDiff before={originalText} after={[text]} />}
    </details>
  )
}
