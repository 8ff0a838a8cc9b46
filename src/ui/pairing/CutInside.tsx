// An id that gives way before its end, where its room is too small: ids differ there.
import type { CSSProperties, JSX, ReactNode } from 'react'
import styles from './CutInside.module.css'

interface CutInsideProps {
  readonly start: ReactNode
  readonly end: ReactNode
  /** Which way the whole runs. */
  readonly direction: 'ltr' | 'rtl'
  /** Cells that `end` takes at most. */
  readonly endWidth: number
}

/** Both parts are one line of text, also when it is copied. A name for screen readers is its owner's. */
export function CutInside({ start, end, direction, endWidth }: CutInsideProps): JSX.Element {
  return (
    <span
      className={styles['text']}
      dir={direction}
      style={{ '--end': `${endWidth}ch` } as CSSProperties}
    >
      <span className={styles['start']}>{start}</span>
      {end}
    </span>
  )
}
