// How far long work is.
import type { JSX } from 'react'
import { percentOf } from '../../state/progressText.ts'
import styles from './ProgressBar.module.css'

export interface ProgressBarProps {
  /** Of what: 'Reading input.jsonl'. */
  readonly label: string
  readonly done: number
  /** 0 while it is not known. */
  readonly total: number
  /** What is done in its own unit, '1.2 MB of 1.00 GB'; the bar says percent otherwise. */
  readonly valueText?: string | undefined
}

export function ProgressBar({ label, done, total, valueText }: ProgressBarProps): JSX.Element {
  const percent = percentOf(done, total)
  return (
    <div
      className={styles['track']}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={valueText}
    >
      <div className={styles['fill']} style={{ width: `${percent}%` }} />
    </div>
  )
}
