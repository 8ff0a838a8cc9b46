// The mark and the name.
import type { JSX } from 'react'
import styles from './Brand.module.css'

export function Brand(): JSX.Element {
  return (
    <div className={styles['brand']}>
      <svg viewBox="0 0 20 20" fill="none" aria-hidden>
        <rect x="1" y="1" width="18" height="18" rx="5" fill="var(--accent)" />
        <path
          d="M5 6.5h7M5 10h4"
          stroke="var(--accent-ink)"
          strokeWidth="1.6"
          strokeLinecap="round"
        />
        <path
          d="m9.5 13 2.2 2.2L16 9.6"
          stroke="var(--accent-ink)"
          strokeWidth="1.8"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
      <span className={styles['name']}>Lineproof</span>
    </div>
  )
}
