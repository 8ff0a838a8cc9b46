// The codes that are switched off, with what each would say: nothing that is ignored is forgotten.
import { type JSX, memo, useId } from 'react'
import type { IgnoredCode } from '../../contracts/documentApi.ts'
import { msg } from '../../i18n/message.ts'
import { showCodeAgain } from '../../state/actions/ignoring.ts'
import { useApp } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import { Button } from '../controls/Button.tsx'
import styles from './IgnoredList.module.css'

export interface IgnoredListProps {
  readonly ignored: readonly IgnoredCode[]
}

export const IgnoredList = memo(function IgnoredList({ ignored }: IgnoredListProps) {
  const { t } = useTranslator()
  if (ignored.length === 0) return null
  return (
    <section aria-label={t(msg('Ignored'))} className={styles['section']}>
      <h2>{t(msg('Ignored'))}</h2>
      <ul className={styles['list']}>
        {ignored.map((one) => (
          <IgnoredItem key={one.code} ignored={one} />
        ))}
      </ul>
    </section>
  )
})

function IgnoredItem({ ignored }: { readonly ignored: IgnoredCode }): JSX.Element {
  const { t, number } = useTranslator()
  const id = useId()
  const { apiCode, code, count, title } = ignored
  const isAlways = useApp(({ alwaysIgnored }) => alwaysIgnored.includes(code))
  return (
    <li className={styles['item']} data-code={code} data-count={count} data-api-code={apiCode}>
      <span className={styles['head']}>
        <span id={`${id}-title`} className={styles['title']}>
          {title === undefined ? <code>{code}</code> : t(title)}
        </span>
        <span className={styles['count']}>{number(count)}</span>
      </span>
      <span className={styles['foot']}>
        <Button size="small" aria-describedby={`${id}-title`} onClick={() => showCodeAgain(code)}>
          {t(msg('Show again'))}
        </Button>
        <span className={styles['reach']}>
          {isAlways ? t(msg('in every file')) : t(msg('in this file'))}
        </span>
      </span>
    </li>
  )
}
