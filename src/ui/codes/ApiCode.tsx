// What the API calls a finding, for people who know it from a failed batch.
import { Fragment, type JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import styles from './ApiCode.module.css'

export function ApiCode({ code }: { readonly code: string | undefined }): JSX.Element | null {
  const { t } = useTranslator()
  if (code === undefined) return null
  // Where it is longer than the row it breaks between its words.
  const words = code.split(/(?<=_)/)
  return (
    <code className={styles['code']} title={t(msg('What the API calls it'))}>
      {words.map((word, i) => (
        // The words of one code never change places.
        <Fragment key={`${i}`}>
          {i > 0 && <wbr />}
          {word}
        </Fragment>
      ))}
    </code>
  )
}
