// A few words with a title, and long things folded away.
import type { JSX, ReactNode } from 'react'
import { msg } from '../../../i18n/message.ts'
import { useTranslator } from '../../../state/language.ts'
import { JsonText } from '../../conversation/JsonText.tsx'
import styles from './PairDrawer.module.css'

export function Fact({
  title,
  children,
}: {
  readonly title: string
  readonly children: ReactNode
}): JSX.Element {
  return (
    <div className={styles['fact']}>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  )
}

export function FoldedJson({
  title,
  value,
}: {
  readonly title: string
  readonly value: unknown
}): JSX.Element {
  const { t } = useTranslator()
  const json = jsonOf(value) ?? t(msg('It nests too deep to be shown here.'))
  return (
    <details className={styles['fold']}>
      <summary>{title}</summary>
      <JsonText text={json} isCode />
    </details>
  )
}

/** Undefined where it nests too deep. */
function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value, null, 2)
  } catch {
    return undefined
  }
}
