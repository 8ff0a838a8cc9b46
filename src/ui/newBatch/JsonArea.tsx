// JSON that is typed, with what the format knows offered at the caret.
import { type JSX, useId, useRef } from 'react'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { CompletionList } from './CompletionList.tsx'
import fields from './fields.module.css'
import { rememberField } from './insertPlaceholder.ts'
import styles from './JsonArea.module.css'
import { useCompletion } from './useCompletion.ts'

export interface JsonAreaProps {
  /** Of the field, for its label. */
  readonly id: string
  readonly value: string
  readonly rows: number
  readonly onType: (text: string) => void
}

export function JsonArea({ id, value, rows, onType }: JsonAreaProps): JSX.Element {
  const { t } = useTranslator()
  const listId = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const { offered, close, take, typed, moved } = useCompletion(field)
  return (
    <>
      <div className={styles['area']}>
        <textarea
          ref={field}
          id={id}
          className={fields['area']}
          data-mono
          rows={rows}
          spellCheck={false}
          autoCapitalize="none"
          value={value}
          aria-autocomplete="list"
          aria-describedby={`${id}-keys`}
          {...(offered && {
            'aria-controls': listId,
            'aria-activedescendant': `${listId}-${offered.active}`,
          })}
          onFocus={rememberField}
          onBlur={close}
          onSelect={moved}
          onChange={(change) => {
            onType(change.target.value)
            typed(change.nativeEvent)
          }}
        />
        {offered && <CompletionList id={listId} offered={offered} onTake={take} />}
      </div>
      <small id={`${id}-keys`} className={fields['note']}>
        {t(msg('Keys and values are offered while you type, and with {keys}.', { keys: KEYS }))}
      </small>
    </>
  )
}

const KEYS = 'Ctrl+Space'
