// Short notes about the line: each says what is the case and what can be done.
import { formatBytes } from '../../state/formatNumber.ts'
import type { LineDetail } from '../../contracts/documentApi.ts'
import styles from './LineNotices.module.css'

export interface LineNoticesProps {
  readonly detail: LineDetail
  readonly isBaseChanged: boolean
  readonly onDrop: () => void
}

export function LineNotices({ detail, isBaseChanged, onDrop }: LineNoticesProps) {
  return (
    <div className={styles['notices']} aria-live="polite">
      {isBaseChanged && (
        <p>
          This line was changed elsewhere while your text was not applied. Your text is kept;
          applying it replaces the line.{' '}
          <button type="button" onClick={onDrop}>
            Show the line instead
          </button>
        </p>
      )}
      {detail.isCut && (
        <p>
          This line has {formatBytes(detail.byteLength)}, too many to edit in the page. You see its
          beginning. You can delete it here, or export the file without its invalid lines.
        </p>
      )}
      {detail.hasBrokenBytes && (
        <p>
          Some bytes of this line are not UTF-8 and are shown as �. Applying an edit writes � in
          their place; the fixes below know the bytes.
        </p>
      )}
    </div>
  )
}
