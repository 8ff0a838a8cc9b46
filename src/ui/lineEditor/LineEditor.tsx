// The drawer: one line of the active document, what is said about it, its text to edit and the fixes
// for it. This file is the frame that stays while lines change; LineBody is one line.
import { useRef } from 'react'
import { lineIndexOf, lineNumberOf } from '../../base/units.ts'
import { msg } from '../../i18n/message.ts'
import { closeDrawer, goToNextOf } from '../../state/actions/lines.ts'
import { hasClient } from '../../state/clients.ts'
import { findDraft } from '../../state/drafts.ts'
import { useActiveDocument } from '../../state/hooks.ts'
import { useTranslator } from '../../state/language.ts'
import type { DocumentTab } from '../../state/store.ts'
import type { LineDetail } from '../../contracts/documentApi.ts'
import { focusTable } from '../controls/focusField.ts'
import { useEscape } from '../controls/useEscape.ts'
import styles from './LineEditor.module.css'
import { LineBody } from './LineBody.tsx'
import { LineHeader } from './LineHeader.tsx'
import { LineMenu } from './LineMenu.tsx'
import { UnreadableLine } from './UnreadableLine.tsx'
import { useStepKeys } from './useStepKeys.ts'
import { useByteLength } from './useByteLength.ts'
import { type LineDetailState, useLineDetail } from './useLineDetail.ts'

export function LineEditor() {
  const tab = useActiveDocument()
  const state = useLineDetail(tab)
  if (!tab) return null
  return <Drawer tab={tab} state={state} />
}

function Drawer({ tab, state }: { readonly tab: DocumentTab; readonly state: LineDetailState }) {
  const { t } = useTranslator()
  const region = useRef<HTMLElement>(null)
  const id = tab.selection?.id
  const detail = state.kind === 'ready' ? state.detail : undefined
  const draft = id === undefined ? undefined : findDraft(tab, id)?.text
  const byteLength = useByteLength(detail, draft)
  const index = detail ? lineIndexOf(detail.line) : tab.selection?.index
  useEscape(region, close)
  useStepKeys(region, (direction) => {
    if (isStepPossible(tab, index, direction)) void step(tab, detail, direction)
  })

  return (
    <section
      ref={region}
      tabIndex={-1}
      className={styles['drawer']}
      aria-label={t(msg('Line editor'))}
      data-focus-home
    >
      <LineHeader
        line={index === undefined ? undefined : lineNumberOf(index)}
        byteLength={byteLength}
        hasPrevious={isStepPossible(tab, index, -1)}
        hasNext={isStepPossible(tab, index, 1)}
        menu={detail && <LineMenu tab={tab} detail={detail} />}
        onStep={(direction) => void step(tab, detail, direction)}
        onClose={close}
      />
      {detail && (
        <LineBody key={`${tab.key} ${detail.id}`} tab={tab} detail={detail} onClose={close} />
      )}
      {state.kind === 'failed' && <UnreadableLine failure={state.failure} draft={draft} />}
      {state.kind === 'none' && (
        <p className={styles['empty']}>
          {t(msg('Choose a line of the table to see and edit it here.'))}
        </p>
      )}
    </section>
  )
}

/** Closes the drawer and hands the focus back to the table. Drafts stay. */
function close(): void {
  closeDrawer()
  focusTable()
}

/** In a filtered or sorted view steps go round at the end of the file; in the whole file they stop there. */
function isStepPossible(tab: DocumentTab, index: number | undefined, direction: -1 | 1): boolean {
  if (index === undefined) return false
  if (tab.view.kind !== 'all' || tab.facts?.order) return true
  const next = index + direction
  return next >= 0 && next < (tab.facts?.lines ?? 0)
}

async function step(
  tab: DocumentTab,
  detail: LineDetail | undefined,
  direction: -1 | 1,
): Promise<void> {
  const from = detail ? { id: detail.id, index: lineIndexOf(detail.line) } : tab.selection
  if (from && hasClient(tab.key)) await goToNextOf(tab, tab.view, direction, from)
}
