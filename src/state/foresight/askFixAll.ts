// 'Fix all' shows what it would do before it does it: the first lines at once, the count when all lines were asked.
// The answer need not wait for either.
import type { Message } from '../../i18n/message.ts'
import { closeDialog, openDialog } from '../actions/dialogs.ts'
import { editableDocument, fixAll } from '../actions/edits.ts'
import { newJobId } from '../actions/jobs.ts'
import { clientOf, hasClient } from '../clients.ts'
import { type DocumentKey, store } from '../store.ts'
import { fixAllStore } from './fixAllStore.ts'

let origin: DocumentKey | undefined

/** Rises with every dialog: what belongs to an earlier one comes too late. */
let turn = 0

/** `fix`: the one that was chosen in a line; absent: the one that the cause offers. */
export function askFixAll(
  code: string,
  fix?: { readonly id: string; readonly title: Message },
): void {
  const tab = editableDocument()
  const cause = tab?.facts?.causes.find((each) => each.code === code)
  const offered = cause?.fix
  if (!tab || !cause || !offered) return
  stop()
  origin = tab.key
  fixAllStore.setState(
    {
      code,
      fixId: fix?.id,
      title: cause.title,
      fixTitle: fix?.title ?? offered.title,
      lines: cause.count,
      fixed: offered.lines,
      isEstimate: offered.isEstimate,
    },
    true,
  )
  openDialog('fixAll')
  void look(tab.key, code, fix?.id)
}

/** Closes the dialog and changes nothing. */
export function closeFixAll(): void {
  stop()
  closeDialog()
}

/** Does what was asked about. */
export function applyFixAll(): void {
  const { code, fixId } = fixAllStore.getState()
  closeFixAll()
  if (origin !== store.getState().activeKey) return
  void fixAll(code, fixId)
}

/** Lines are no longer asked how many would change; the dialog stays. */
export function cancelCount(): void {
  const { counting } = fixAllStore.getState()
  if (counting && origin !== undefined && hasClient(origin)) {
    void clientOf(origin).cancel(counting.jobId)
  }
  fixAllStore.setState({ counting: undefined })
}

async function look(key: DocumentKey, code: string, fixId: string | undefined): Promise<void> {
  const mine = turn
  const samples = await clientOf(key).fixSamples(code, fixId)
  if (mine !== turn) return
  if (!samples.ok) {
    fixAllStore.setState({ samples: [], problem: samples.failure.message })
    return
  }
  fixAllStore.setState({ samples: samples.value })
  const jobId = newJobId()
  fixAllStore.setState({ counting: { jobId } })
  const count = await clientOf(key).countFixes(code, fixId, jobId, (progress) => {
    if (fixAllStore.getState().counting?.jobId === jobId) {
      fixAllStore.setState({ counting: { jobId, progress } })
    }
  })
  if (mine !== turn) return
  fixAllStore.setState({ counting: undefined })
  if (count.ok) fixAllStore.setState({ count: count.value })
  else if (count.failure.kind !== 'cancelled') {
    fixAllStore.setState({ problem: count.failure.message })
  }
}

function stop(): void {
  turn += 1
  cancelCount()
}
