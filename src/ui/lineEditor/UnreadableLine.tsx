// Instead of a line that could not be read: deleted below us, or the file changed on disk. Text
// that was typed for it is still here to be taken along.
import type { Failure } from '../../base/failures.ts'
import styles from './UnreadableLine.module.css'

/** Code units of kept text that are shown; copying takes all of it. */
const SHOWN = 20_000

export interface UnreadableLineProps {
  readonly failure: Failure
  readonly draft: string | undefined
}

export function UnreadableLine({ failure, draft }: UnreadableLineProps) {
  return (
    <div className={styles['body']}>
      <p role="alert" className={styles['failure']}>
        {failure.message}
      </p>
      {draft !== undefined && (
        <>
          <p>The text that you typed for this line was not applied. It is kept here:</p>
          <pre className={styles['draft']}>{draft.slice(0, SHOWN)}</pre>
          <button type="button" onClick={() => void navigator.clipboard.writeText(draft)}>
            Copy this text
          </button>
        </>
      )}
    </div>
  )
}
