// Short notes about the line: each says what is the case and what can be done.
import { bytes, msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import type { LineDetail } from '../../contracts/documentApi.ts'
import styles from './LineNotices.module.css'

export interface LineNoticesProps {
  readonly detail: LineDetail
  readonly isBaseChanged: boolean
  readonly onDrop: () => void
}

export function LineNotices({ detail, isBaseChanged, onDrop }: LineNoticesProps) {
  const { t } = useTranslator()
  return (
    <div className={styles['notices']} aria-live="polite">
      {isBaseChanged && (
        <p>
          {t(
            msg(
              'This line was changed elsewhere while your text was not applied. Your text is kept; applying it replaces the line.',
            ),
          )}{' '}
          <button type="button" onClick={onDrop}>
            {t(msg('Show the line instead'))}
          </button>
        </p>
      )}
      {detail.isCut && (
        <p>
          {t(
            msg(
              'This line has {size}, too many to edit in the page: only its beginning is shown. You can delete it here, or export the file without its invalid lines.',
              { size: bytes(detail.byteLength) },
            ),
          )}
        </p>
      )}
      {detail.hasBrokenBytes && (
        <p>
          {t(
            msg(
              'Some bytes of this line are not UTF-8 and are shown as �. Applying an edit writes � in their place; the fixes below know the bytes.',
            ),
          )}
        </p>
      )}
    </div>
  )
}
