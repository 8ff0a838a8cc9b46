// A text that may be JSON: laid out for reading, or as it came.
import { type JSX, useMemo, useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { LongText } from './LongText.tsx'
import styles from './Conversation.module.css'
import { prettyJson } from './prettyJson.ts'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'

export interface JsonTextProps {
  readonly text: string
  /** It is code also when it is not JSON. */
  readonly isCode?: boolean
}

export function JsonText({ text, isCode = false }: JsonTextProps): JSX.Element {
  const { t } = useTranslator()
  const [isAsSent, setAsSent] = useState(false)
  const pretty = useMemo(() => prettyJson(text), [text])
  if (pretty === undefined || pretty === text) {
    return <LongText text={text} isCode={isCode || pretty !== undefined} />
  }
  return (
    <div className={styles['json']}>
      <Button
        size="small"
        className={styles['switch']}
        aria-pressed={isAsSent}
        title={
          isAsSent
            ? t(msg('Lay the JSON out for reading'))
            : t(msg('Show the JSON as it was written'))
        }
        onClick={() => setAsSent(!isAsSent)}
      >
        {t(msg('As sent'))}
      </Button>
      <LongText text={isAsSent ? text : pretty} isCode />
    </div>
  )
}
