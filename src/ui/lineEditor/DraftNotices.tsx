// Short notes about what is being typed. They stand below the editor: what comes and goes while
// someone types must not move the text.
import { lineIndexOf } from '../../base/units.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { selectLine } from '../../state/actions/lines.ts'
import type { LineId } from '../../base/units.ts'
import { useTranslator } from '../../state/language.ts'
import type { DocumentTab } from '../../state/store.ts'
import styles from './LineNotices.module.css'
import type { PastedText } from '../text/pastedText.ts'

export type PasteNotice = 'enter' | Exclude<PastedText['kind'], 'plain'>

const pasteNotices: Record<PasteNotice, Message> = {
  enter: msg('A line of the file has no line breaks. Press Ctrl+Enter (⌘+Enter) to apply.'),
  joined: msg('Line breaks and indentation between the pasted values were left out.'),
  lines: msg('The pasted text has several values. Each becomes a line of its own.'),
  inString: msg(
    'The pasted text has line breaks inside a string. JSON writes them as \\n: use the fix below, or remove them.',
  ),
}

export interface DraftNoticesProps {
  readonly tab: DocumentTab
  readonly id: LineId
  /** The lines that applying makes. */
  readonly lines: readonly string[]
  readonly isDraft: boolean
  readonly notice: PasteNotice | undefined
}

export function DraftNotices({ tab, id, lines, isDraft, notice }: DraftNoticesProps) {
  const { t } = useTranslator()
  const others = tab.drafts.filter((draft) => draft.id !== id)
  return (
    <div className={styles['notices']} aria-live="polite">
      {notice !== undefined && <p>{t(pasteNotices[notice])}</p>}
      {isDraft && lines.length > 1 && (
        <p>
          {t(
            msg('Applying makes {count, plural, one {# line} other {# lines}} of this one.', {
              count: lines.length,
            }),
          )}
        </p>
      )}
      {isDraft && lines.some((line) => line.includes('\n')) && notice !== 'inString' && (
        <p>
          {t(msg('A string of this text has a line break, which no line of the file can hold.'))}
        </p>
      )}
      {others.length > 0 && (
        <p>
          {t(msg('Text not yet applied in:'))}{' '}
          {others.map((other) => (
            <button
              key={other.id}
              type="button"
              onClick={() =>
                selectLine({ id: other.id, index: lineIndexOf(other.line) }, { openDrawer: true })
              }
            >
              {t(msg('line {line, number}', { line: other.line }))}
            </button>
          ))}
        </p>
      )}
    </div>
  )
}
