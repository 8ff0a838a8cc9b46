// The shape of a severity, so that colour is never the only difference.
import { Diamond, Info, TriangleAlert, X } from 'lucide-react'
import type { JSX } from 'react'
import type { Severity } from '../../diagnostics/diagnostic.ts'
import styles from './SeverityMark.module.css'

const words: Readonly<Record<Severity, string>> = {
  error: 'Error',
  warning: 'Warning',
  attention: 'Needs attention',
  hint: 'Hint',
}

const shapes = { error: X, warning: TriangleAlert, attention: Diamond, hint: Info } as const

export function SeverityMark({ severity }: { readonly severity: Severity }): JSX.Element {
  const Shape = shapes[severity]
  return (
    <span className={styles['mark']} data-severity={severity} title={words[severity]}>
      <Shape aria-hidden />
      <span className="visuallyHidden">{words[severity]}: </span>
    </span>
  )
}
