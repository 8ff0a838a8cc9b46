// The text of a line as it stands in its file, or laid out. Nothing can be typed here.
import type { JSX } from 'react'
import type { LineExcerpt } from '../../../contracts/pairingApi.ts'
import { CodeEditor } from '../../text/CodeEditor.tsx'
import { FormattedText } from '../../text/FormattedText.tsx'
import styles from './PairDrawer.module.css'
import { msg } from '../../../i18n/message.ts'
import { useTranslator } from '../../../state/language.ts'

export interface RawLineProps extends LineExcerpt {
  /** 'Raw request line'. */
  readonly label: string
  readonly isFormatted: boolean
  readonly onClose: () => void
}

export function RawLine({ label, text, isCut, isFormatted, onClose }: RawLineProps): JSX.Element {
  const { t } = useTranslator()
  return (
    <>
      {isFormatted ? (
        <FormattedText text={text} isWrapped onClose={onClose} />
      ) : (
        <CodeEditor
          label={label}
          text={text}
          textBefore=""
          isReadOnly
          isHighlighted
          isWrapped
          diagnostics={[]}
          onClose={onClose}
        />
      )}
      {isCut && (
        <p className={styles['empty']}>
          {t(
            msg('Only the first {count, number} characters of the line are here.', {
              count: text.length,
            }),
          )}
        </p>
      )}
    </>
  )
}
