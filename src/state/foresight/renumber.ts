// 'Renumber ids': a pattern, a look at the first lines, and new ids for all of them or for those that repeat one.
import type { RenumberCommand } from '../../contracts/documentApi.ts'
import { msg } from '../../i18n/message.ts'
import { arrive } from '../actions/announce.ts'
import { closeDialog, openDialog } from '../actions/dialogs.ts'
import { editableDocument, offerUndo, take } from '../actions/edits.ts'
import { explainWait, runJob } from '../actions/jobs.ts'
import { clientOf, hasClient } from '../clients.ts'
import { type DocumentKey, store } from '../store.ts'
import { type RenumberState, renumberStore } from './renumberStore.ts'

/** What the dialog begins with. */
const PATTERN = 'request-{{#}}'

let origin: DocumentKey | undefined

/** Rises with every dialog and every choice: what belongs to an earlier one comes too late. */
let turn = 0

/** Opens the dialog for the active document. */
export function openRenumber(): void {
  const tab = editableDocument()
  if (!tab) return
  origin = tab.key
  const repeated = tab.facts?.causes.find(({ isRepeat }) => isRepeat === true)?.count ?? 0
  renumberStore.setState(
    { pattern: PATTERN, start: '1', which: repeated > 0 ? 'repeated' : 'all', repeated },
    true,
  )
  openDialog('renumber')
  void preview()
}

export function closeRenumber(): void {
  turn += 1
  closeDialog()
}

export async function changeRenumber(
  change: Partial<Pick<RenumberState, 'pattern' | 'start' | 'which'>>,
): Promise<void> {
  renumberStore.setState(change)
  await preview()
}

/** Does it, as one step of undo, and offers to undo it. */
export async function applyRenumber(): Promise<void> {
  const command = commandNow()
  const tab = editableDocument()
  closeRenumber()
  if (!tab || tab.key !== origin || origin !== store.getState().activeKey) return
  const { key } = tab
  const stepBefore = tab.facts?.undoStep
  const outcome = await explainWait(key, () =>
    runJob(key, msg('Renumbering ids'), (jobId, onProgress) =>
      clientOf(key).editMany(command, jobId, onProgress),
    ),
  )
  if (!take(key, outcome, { kind: 'editMany', command }) || !outcome.ok) return
  arrive()
  const { facts, fixed = 0 } = outcome.value
  offerUndo(
    key,
    msg('Gave {fixed, plural, one {# line} other {# lines}} another id.', { fixed }),
    stepBefore,
    facts.undoStep,
  )
}

/** What was typed as the first number; what is no number is refused by the worker. */
function commandNow(): RenumberCommand {
  const { pattern, start, which } = renumberStore.getState()
  return { kind: 'renumber', pattern, start: /^\d{1,15}$/.test(start) ? Number(start) : -1, which }
}

async function preview(): Promise<void> {
  turn += 1
  const mine = turn
  if (origin === undefined || !hasClient(origin)) return
  const shown = await clientOf(origin).renumberPreview(commandNow())
  if (mine !== turn) return
  renumberStore.setState(
    shown.ok
      ? { preview: shown.value, problem: undefined }
      : { preview: undefined, problem: shown.failure.message },
  )
}
