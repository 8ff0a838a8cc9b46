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

interface SeverityMarkProps {
  readonly severity: Severity
  /** Said once for the file. */
  readonly isNotice?: boolean
}

export function SeverityMark({ severity, isNotice = false }: SeverityMarkProps): JSX.Element {
  const Shape = shapes[severity]
  const word = isNotice ? 'Notice' : words[severity]
  return (
    <span className={styles['mark']} data-severity={severity} title={word}>
      <Shape aria-hidden />
      <span className="visuallyHidden">{word}: </span>
    </span>
  )
}
