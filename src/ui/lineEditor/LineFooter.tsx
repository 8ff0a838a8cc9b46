// What can be done with the line as a whole.
import { ArrowRight } from 'lucide-react'
import type { Ref } from 'react'
import { lineIndexOf } from '../../base/units.ts'
import { msg } from '../../i18n/message.ts'
import { applyEdit } from '../../state/actions/edits.ts'
import { goToIssue, selectLine } from '../../state/actions/lines.ts'
import { useTranslator } from '../../state/language.ts'
import { activeDocument, type DocumentTab } from '../../state/store.ts'
import type { LineDetail } from '../../contracts/documentApi.ts'
import { keyLabel } from '../controls/keyLabel.ts'
import styles from './LineFooter.module.css'

export interface LineFooterProps {
  readonly tab: DocumentTab
  readonly detail: LineDetail
  readonly canApply: boolean
  readonly isDraft: boolean
  readonly isJustChanged: boolean
  readonly nextFinding: Ref<HTMLButtonElement>
  readonly onApply: () => void
  readonly onCancel: () => void
}

export function LineFooter(props: LineFooterProps) {
  const { t } = useTranslator()
  const { tab, detail, canApply, isDraft, isJustChanged, nextFinding, onApply, onCancel } = props
  const findings = (tab.facts?.invalid ?? 0) + (tab.facts?.warnings ?? 0)
  return (
    <footer className={styles['footer']}>
      {isJustChanged && (
        <p className={styles['changed']} aria-live="polite">
          {findings > 0 ? (
            <>
              {t(msg('Applied.'))}
              <button ref={nextFinding} type="button" onClick={() => void goToIssue(1)}>
                {t(msg('Go to the next finding'))} <kbd>F8</kbd>
                <ArrowRight size={13} aria-hidden="true" />
              </button>
            </>
          ) : (
            t(msg('Applied. No line is invalid any more.'))
          )}
        </p>
      )}
      <button type="button" className={styles['primary']} disabled={!canApply} onClick={onApply}>
        {t(msg('Apply'))}
        <kbd aria-hidden="true">{keyLabel('Mod+Enter')}</kbd>
      </button>
      <button type="button" disabled={!isDraft} onClick={onCancel}>
        {t(msg('Cancel'))}
      </button>
      <button
        type="button"
        className={`${styles['quiet']} ${styles['delete']}`}
        onClick={() => void applyEdit({ kind: 'delete', ids: [detail.id] })}
      >
        {t(msg('Delete line'))}
      </button>
      <button
        type="button"
        className={styles['quiet']}
        onClick={() => void insertBelow(tab, detail)}
      >
        {t(msg('Insert line below'))}
      </button>
    </footer>
  )
}

async function insertBelow(tab: DocumentTab, detail: LineDetail): Promise<void> {
  const at = lineIndexOf(detail.line) + 1
  if (!(await applyEdit({ kind: 'insert', at, texts: [''] }))) return
  const now = activeDocument()
  if (now?.key !== tab.key || !now.selection) return
  selectLine(now.selection, { openDrawer: true, focusEditor: true })
}
