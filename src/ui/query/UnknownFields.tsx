// A query that found nothing, or everything, may ask for a field that is called otherwise.
import { type JSX, useEffect, useState } from 'react'
import type { KnownField } from '../../contracts/search.ts'
import { misspeltFields } from '../../fields/misspeltFields.ts'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { knownFields } from '../../state/queries/knownFields.ts'
import { Button } from '../controls/Button.tsx'
import styles from './QueryAssist.module.css'

export interface UnknownFieldsProps {
  /** A query that was run. */
  readonly text: string
  readonly onRun: (text: string) => void
}

export function UnknownFields({ text, onRun }: UnknownFieldsProps): JSX.Element {
  const { t } = useTranslator()
  const [fields, setFields] = useState<readonly KnownField[]>([])
  useEffect(() => void knownFields().then(setFields), [text])
  const unknown = fields.length > 0 ? misspeltFields(text, fields) : []
  return (
    <>
      {unknown.map(({ field, meant }) => (
        <div key={field} className={styles['note']}>
          {t(msg('No line of a sample of the file has {field}.', { field }))}
          {meant.map(({ path, query }) => (
            <Button key={path} size="small" look="outlined" onClick={() => onRun(query)}>
              {t(msg('Write {text}', { text: path }))}
            </Button>
          ))}
        </div>
      ))}
    </>
  )
}
