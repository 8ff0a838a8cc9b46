// Instead of a line that could not be read: deleted below us, or the file changed on disk. Text
// that was typed for it is still here to be taken along.
import { cutText } from '../../base/cutText.ts'
import type { Failure } from '../../base/failures.ts'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import styles from './UnreadableLine.module.css'

/** Code units of kept text that are shown; copying takes all of it. */
const SHOWN = 20_000

export interface UnreadableLineProps {
  readonly failure: Failure
  readonly draft: string | undefined
}

export function UnreadableLine({ failure, draft }: UnreadableLineProps) {
  const { t } = useTranslator()
  return (
    <div className={styles['body']}>
      <p role="alert" className={styles['failure']}>
        {t(failure.message)}
      </p>
      {draft !== undefined && (
        <>
          <p>{t(msg('The text that you typed for this line was not applied. It is kept here:'))}</p>
          <pre className={styles['draft']}>{cutText(draft, SHOWN)}</pre>
          <button type="button" onClick={() => void navigator.clipboard.writeText(draft)}>
            {t(msg('Copy this text'))}
          </button>
        </>
      )}
    </div>
  )
}
