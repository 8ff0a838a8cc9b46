// Where the key of a document's lines is. Applied with Enter or when the field is left.
import { type JSX, type KeyboardEvent, useState } from 'react'
import { msg } from '../../../i18n/message.ts'
import { parseKeyPath } from '../../../pairing/keyPath.ts'
import { useTranslator } from '../../../state/language.ts'
import { setKeyPath } from '../../../state/pairing/sources.ts'
import type { PairSourceSetup } from '../../../contracts/pairingApi.ts'
import styles from './SourcesStrip.module.css'

interface KeyFieldProps {
  readonly source: PairSourceSetup
  /** The provider's own, which holds while the field is empty. */
  readonly place: string
}

export function KeyField({ source, place }: KeyFieldProps): JSX.Element {
  const { t } = useTranslator()
  const [text, setText] = useState(source.keyPath ?? '')
  const isPath = text.trim() === '' || parseKeyPath(text.trim()) !== undefined
  const apply = () => {
    if (isPath) void setKeyPath(source.key, text)
  }
  const handleKey = (press: KeyboardEvent<HTMLInputElement>) => {
    if (press.nativeEvent.isComposing) return
    if (press.key === 'Enter') apply()
    else if (press.key === 'Escape' && text !== (source.keyPath ?? '')) {
      press.stopPropagation()
      setText(source.keyPath ?? '')
    }
  }
  return (
    <label className={styles['key']}>
      {t(msg('id'))}
      <input
        className={styles['keyInput']}
        aria-label={t(msg('Where the id is in {name}', { name: source.name }))}
        aria-invalid={!isPath}
        title={
          isPath
            ? t(msg('Where the id of a line is, such as meta.id or items[0].key'))
            : t(msg('Not a path. Write it like meta.id or items[0].key'))
        }
        autoComplete="off"
        spellCheck={false}
        placeholder={place}
        value={text}
        onChange={(typed) => setText(typed.currentTarget.value)}
        onBlur={apply}
        onKeyDown={handleKey}
      />
    </label>
  )
}
