// A verdict as a shape, a colour and a word, so that no one has to see the colour.
import type { JSX } from 'react'
import type { Verdict } from '../../diagnostics/diagnostic.ts'
import styles from './LineTable.module.css'

const shapes: Readonly<Record<Verdict, string>> = {
  valid: '✓',
  warning: '▲',
  invalid: '✕',
  blank: '–',
}

export function VerdictMark({ verdict }: { readonly verdict: Verdict }): JSX.Element {
  return (
    <>
      <span aria-hidden="true" className={styles['shape']} data-verdict={verdict}>
        {shapes[verdict]}
      </span>
      <span className={styles['srOnly']}>{verdict}</span>
    </>
  )
}
