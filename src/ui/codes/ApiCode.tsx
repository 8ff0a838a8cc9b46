// What the API calls a finding, for people who know it from a failed batch.
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import styles from './ApiCode.module.css'

export function ApiCode({ code }: { readonly code: string | undefined }): JSX.Element | null {
  const { t } = useTranslator()
  if (code === undefined) return null
  return (
    <code className={styles['code']} title={t(msg('What the API calls it'))}>
      {code}
    </code>
  )
}
