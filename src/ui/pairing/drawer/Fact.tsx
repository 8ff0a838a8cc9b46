// A few words with a title, and long things folded away.
import type { JSX, ReactNode } from 'react'
import { JsonText } from './JsonText.tsx'
import styles from './PairDrawer.module.css'

export function Fact({
  title,
  children,
}: {
  readonly title: string
  readonly children: ReactNode
}): JSX.Element {
  return (
    <div className={styles['fact']}>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}

export function FoldedJson({
  title,
  value,
}: {
  readonly title: string
  readonly value: unknown
}): JSX.Element {
  return (
    <details className={styles['fold']}>
      <summary>{title}</summary>
      <JsonText text={jsonOf(value)} isCode />
    </details>
  )
}

function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value, null, 2)
  } catch {
    return 'It nests too deep to be shown here.'
  }
}
