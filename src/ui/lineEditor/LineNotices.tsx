// Short notes about the line and its draft: each says what is the case and what can be done.
import { selectLine } from '../../state/actions/lines.ts'
import { countOf, formatBytes, groupNumber } from '../../state/formatNumber.ts'
import { lineIndexOf } from '../../base/units.ts'
import type { DocumentTab } from '../../state/store.ts'
import type { LineDetail } from '../../worker/documentApi.ts'
import { otherDrafts } from './heldDrafts.ts'
import styles from './LineNotices.module.css'
import type { PastedText } from './pastedText.ts'

export type PasteNotice = 'enter' | Exclude<PastedText['kind'], 'plain'>

const pasteNotices: Record<PasteNotice, string> = {
  enter: 'A line of the file has no line breaks. Press Ctrl+Enter (⌘+Enter) to apply.',
  joined: 'Line breaks and indentation between the pasted values were left out.',
  lines: 'The pasted text has several values. Each becomes a line of its own.',
  inString:
    'The pasted text has line breaks inside a string. JSON writes them as \\n: use the fix below, or take them out.',
}

export interface LineNoticesProps {
  readonly tab: DocumentTab
  readonly detail: LineDetail
  readonly lines: readonly string[]
  readonly isDraft: boolean
  readonly isBaseChanged: boolean
  readonly notice: PasteNotice | undefined
  readonly onDrop: () => void
}

export function LineNotices(props: LineNoticesProps) {
  const { tab, detail, lines, isDraft, isBaseChanged, notice, onDrop } = props
  const others = otherDrafts(tab, detail.id)
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
      {notice !== undefined && <p>{pasteNotices[notice]}</p>}
      {isDraft && lines.length > 1 && (
        <p>Applying makes {countOf(lines.length, 'line')} of this one.</p>
      )}
      {isDraft && lines.some((line) => line.includes('\n')) && notice !== 'inString' && (
        <p>A string of this text has a line break, which no line of the file can hold.</p>
      )}
      {others.length > 0 && (
        <p>
          Text not yet applied in:{' '}
          {others.map(({ id, line }) => (
            <button
              key={id}
              type="button"
              onClick={() => selectLine({ id, index: lineIndexOf(line) }, { openDrawer: true })}
            >
              line {groupNumber(line)}
            </button>
          ))}
        </p>
      )}
    </div>
  )
}
