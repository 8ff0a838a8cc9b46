// A verdict as a shape, a colour and a word, so that no one has to see the colour.
import type { JSX } from 'react'
import type { Verdict } from '../../diagnostics/diagnostic.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import styles from '../table/Table.module.css'

const shapes: Readonly<Record<Verdict, string>> = {
  valid: '✓',
  warning: '▲',
  invalid: '✕',
  blank: '–',
}

const words: Readonly<Record<Verdict, Message>> = {
  valid: msg('valid'),
  warning: msg('warning'),
  invalid: msg('invalid'),
  blank: msg('blank'),
}

export interface VerdictMarkProps {
  readonly verdict: Verdict
  /** The line is a result that failed, was cut off, and so on. */
  readonly needsAttention: boolean
}

export function VerdictMark({ verdict, needsAttention }: VerdictMarkProps): JSX.Element {
  const { t } = useTranslator()
  // A problem with the line itself is the more urgent one, and has the only place for a shape.
  const isNews = needsAttention && verdict === 'valid'
  return (
    <>
      <span
        aria-hidden="true"
        className={styles['shape']}
        data-verdict={isNews ? 'attention' : verdict}
      >
        {isNews ? '◆' : shapes[verdict]}
      </span>
      <span className={styles['srOnly']}>
        {needsAttention
          ? t(msg('{verdict}, needs attention', { verdict: words[verdict] }))
          : t(words[verdict])}
      </span>
    </>
  )
}
