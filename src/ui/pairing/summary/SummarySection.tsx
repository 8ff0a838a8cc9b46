// A titled part of the summary.
import { type JSX, type ReactNode, useId } from 'react'
import styles from './SummaryPanel.module.css'

export interface SummarySectionProps {
  readonly title: string
  /** Beside the title: how far, or of when. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

export function SummarySection({ title, aside, children }: SummarySectionProps): JSX.Element {
  const id = useId()
  return (
    <section aria-labelledby={id} className={styles['section']}>
      <div className={styles['sectionHead']}>
        <h3 id={id}>{title}</h3>
        {aside !== undefined && <span className={styles['aside']}>{aside}</span>}
      </div>
      {children}
    </section>
  )
}
