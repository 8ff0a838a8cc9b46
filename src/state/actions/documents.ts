// Tabs: which one is shown, closing them, and the format that a document is validated as.
import { type Message, msg } from '../../i18n/message.ts'
import { clientOf, hasClient } from '../clients.ts'
import { logCommand } from '../commandLog.ts'
import { closeScope } from '../documentScope.ts'
import { hasUnsavedWork } from '../drafts.ts'
import {
  activeDocument,
  type DocumentKey,
  type DocumentTab,
  findDocument,
  store,
  updateDocument,
} from '../store.ts'
import { announce, arrive } from './announce.ts'
import { askFirst } from './dialogs.ts'
import { dropJobsOf, runJob } from './jobs.ts'
import { showFailure } from './messages.ts'

export function activateDocument(key: DocumentKey): void {
  if (!findDocument(key)) return
  store.setState(({ tabChoices }) => ({
    activeKey: key,
    isPairingShown: false,
    isNewBatchShown: false,
    tabChoices: tabChoices + 1,
    isPanelOpen: false,
  }))
  arrive()
}

/** Shows the tab `by` places further, going round. */
export function activateNextDocument(by: -1 | 1): void {
  const { documents, activeKey } = store.getState()
  const at = documents.findIndex((tab) => tab.key === activeKey)
  const next = documents[(at + by + documents.length) % documents.length]
  if (next) activateDocument(next.key)
}

/** Closes a tab; asks first when edits would be lost. */
export function closeDocument(key: DocumentKey): void {
  const tab = findDocument(key)
  if (!tab) return
  if (hasUnsavedWork(tab)) {
    askFirst({
      title: msg('Close {name}?', { name: tab.name }),
      text: unsavedWorkOf(tab),
      confirmLabel: msg('Close and lose edits'),
      keepLabel: msg('Keep it open'),
      run: () => discardDocument(key),
    })
  } else discardDocument(key)
}

function unsavedWorkOf({ drafts, facts }: DocumentTab): Message {
  const lines = drafts.length
  if (!facts?.isDirty || facts.isExported) {
    return msg(
      'It has text typed in {lines, plural, one {# line} other {# lines}} and not applied. All of this is lost when you close it.',
      { lines },
    )
  }
  return lines === 0
    ? msg('It has edits that were not exported or saved. All of this is lost when you close it.')
    : msg(
        'It has edits that were not exported or saved, and text typed in {lines, plural, one {# line} other {# lines}} and not applied. All of this is lost when you close it.',
        { lines },
      )
}

/** Validates every line of the active document again as another format. Edits stay. */
export async function setFormat(formatId: string): Promise<void> {
  const tab = activeDocument()
  if (!tab || !hasClient(tab.key) || formatId === tab.facts?.formatId) return
  const { key } = tab
  const result = await runJob(key, msg('Validating all lines again'), (jobId) =>
    clientOf(key).setFormat(formatId, jobId),
  )
  if (!result.ok) {
    showFailure(result.failure)
    return
  }
  logCommand(key, { kind: 'setFormat', formatId })
  updateDocument(key, (shown) => ({
    facts: result.value,
    // The causes of one format mean nothing in another.
    ...(shown.view.kind === 'cause' ? { view: { kind: 'all' } as const } : {}),
  }))
}

function discardDocument(key: DocumentKey): void {
  closeScope(key)
  dropJobsOf(key)
  store.setState((state) => {
    const at = state.documents.findIndex((tab) => tab.key === key)
    const documents = state.documents.filter((tab) => tab.key !== key)
    const neighbour = documents[Math.min(at, documents.length - 1)]
    return {
      documents,
      activeKey: state.activeKey === key ? neighbour?.key : state.activeKey,
      isPairingShown: state.isPairingShown && documents.length > 0,
      dialog: documents.length === 0 ? undefined : state.dialog,
    }
  })
  const shown = activeDocument()
  announce(
    shown ? msg('Closed. {name} is shown.', { name: shown.name }) : msg('Closed. No file is open.'),
  )
  arrive()
}
