// The shape of a severity, so that colour is never the only difference.
import { Diamond, Info, TriangleAlert, X } from 'lucide-react'
import type { JSX } from 'react'
import type { Severity } from '../../diagnostics/diagnostic.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import styles from './SeverityMark.module.css'

const words: Readonly<Record<Severity, Message>> = {
  error: msg('Error'),
  warning: msg('Warning'),
  attention: msg('Needs attention'),
  hint: msg('Hint'),
}

const shapes = { error: X, warning: TriangleAlert, attention: Diamond, hint: Info } as const

interface SeverityMarkProps {
  readonly severity: Severity
  /** Said once for the file. */
  readonly isNotice?: boolean
}

export function SeverityMark({ severity, isNotice = false }: SeverityMarkProps): JSX.Element {
  const Shape = shapes[severity]
  const { t } = useTranslator()
  const word = isNotice ? msg('Notice') : words[severity]
  return (
    <span className={styles['mark']} data-severity={severity} title={t(word)}>
      <Shape aria-hidden />
      <span className="visuallyHidden">{t(msg('{severity}:', { severity: word }))} </span>
    </span>
  )
}
