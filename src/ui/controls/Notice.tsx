// Above a table: what happened, and what can be done about it.
import { CircleAlert, Info } from 'lucide-react'
import type { JSX, ReactNode } from 'react'
import styles from './Notice.module.css'

export interface NoticeProps {
  readonly text: string
  /** No failure: the user wanted it so. */
  readonly isMild?: boolean
  readonly children: ReactNode
}

export function Notice({ text, isMild = false, children }: NoticeProps): JSX.Element {
  const Icon = isMild ? Info : CircleAlert
  return (
    <div className={styles['notice']} data-mild={isMild || undefined}>
      <Icon className={styles['icon']} aria-hidden />
      <p role={isMild ? 'status' : 'alert'} className={styles['text']}>
        {text}
      </p>
      <div className={styles['actions']}>{children}</div>
    </div>
  )
}
