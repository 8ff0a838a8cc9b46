// A text of any length: its beginning, and more when asked for.
import { type JSX, useState } from 'react'
import { Button } from '../controls/Button.tsx'
import { sliceText } from '../text/textSlice.ts'
import styles from './Conversation.module.css'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'

/** Code units that are shown at first: some screens of the drawer. */
const FIRST = 3000

/** No text is cut for the sake of less than this. */
const SLACK = 600

/** Code units that are added with each press: laid out without a pause to notice. */
const STEP = 200_000

export interface LongTextProps {
  readonly text: string
  /** Set in the type of code. */
  readonly isCode?: boolean
}

export function LongText({ text, isCode = false }: LongTextProps): JSX.Element {
  const { t } = useTranslator()
  const [limit, setLimit] = useState(FIRST)
  const isCut = text.length > limit + SLACK
  const shown = isCut ? sliceText(text, 0, limit).part : text
  const hidden = text.length - shown.length
  return (
    <>
      <div className={isCode ? styles['code'] : styles['text']}>
        {shown}
        {isCut && '…'}
      </div>
      {isCut && (
        <Button size="small" className={styles['more']} onClick={() => setLimit(limit + STEP)}>
          {hidden > STEP
            ? t(msg('Show more of {count, number} characters', { count: text.length }))
            : t(msg('Show all {count, number} characters', { count: text.length }))}
        </Button>
      )}
    </>
  )
}
