// 'Convert to lines': what the file is, how it becomes lines, a look at them, and the new document.
import { withEnding } from '../../base/fileName.ts'
import type { Result } from '../../base/result.ts'
import type {
  ConversionChoice,
  Inspection,
  SourceInfo,
  TextEncodingId,
} from '../../contracts/conversionApi.ts'
import { msg } from '../../i18n/message.ts'
import { closeDialog, openDialog } from '../actions/dialogs.ts'
import { newJobId, runJob } from '../actions/jobs.ts'
import { showFailure, showMessage } from '../actions/messages.ts'
import { openTabs } from '../actions/openDocuments.ts'
import { clientOf, hasClient, sourceOf } from '../clients.ts'
import { documentSlot } from '../documentScope.ts'
import { keepMadeFile } from '../madeFiles.ts'
import {
  type DocumentKey,
  type DocumentTab,
  findDocument,
  store,
  updateDocument,
} from '../store.ts'
import { isMadeOfLines } from './convertLabel.ts'
import { conversionStore } from './conversionStore.ts'
import { origins } from './origins.ts'
import { conversionClient } from './conversionWorker.ts'

/** What is converted: the file, or its lines as they were edited. */
let content: Blob | undefined
/** The document that it is of. */
let origin: DocumentKey | undefined

/** Rises with every dialog and every choice: what belongs to an earlier one comes too late. */
let turn = 0

/** A conversion ends with its document. */
const conversions = documentSlot<{ jobId?: string | undefined }>(
  () => ({}),
  ({ jobId }) => {
    if (jobId !== undefined) void conversionClient().cancel(jobId)
  },
)

/**
 * Opens the dialog for a document, whatever it is. `encoding`: of its file, where it was recognised in its lines. A conversion that still runs is stopped: there is one dialog.
 */
export async function openConversion(key: DocumentKey, encoding?: TextEncodingId): Promise<void> {
  const tab = findDocument(key)
  if (!tab) return
  cancelConversion()
  turn += 1
  const mine = turn
  const edited = await contentOf(tab, encoding)
  if (mine !== turn) return
  if (!edited.ok) {
    showFailure(edited.failure)
    return
  }
  content = edited.value
  origin = key
  conversionStore.setState(
    {
      name: tab.name,
      size: content.size,
      isOfLines: isMadeOfLines(tab),
      isEdited: tab.facts?.isDirty === true && encoding === undefined,
      leavesEdits: tab.facts?.isDirty === true && encoding !== undefined,
      isPreviewing: true,
    },
    true,
  )
  // What it offers first is chosen first.
  await inspect(encoding)
  if (content === edited.value) openDialog('convert')
}

/** Takes the file as text of another encoding; what it may be is recognised anew. */
export async function chooseEncoding(encoding: TextEncodingId): Promise<void> {
  await inspect(encoding)
}

/** Takes the file for another kind. */
export async function chooseSource(sourceId: string): Promise<void> {
  const { choice, inspection } = conversionStore.getState()
  const source = inspection?.sources.find(({ id }) => id === sourceId)
  if (choice && source) await choose(choiceOf(source, choice.encoding))
}

export async function chooseOption(id: string, value: string): Promise<void> {
  const { choice } = conversionStore.getState()
  if (choice) await choose({ ...choice, options: { ...choice.options, [id]: value } })
}

/** Converts the whole file and opens what it becomes. */
export async function runConversion(): Promise<void> {
  const { choice, name, running } = conversionStore.getState()
  if (!choice || !content || origin === undefined || running) return
  const key = origin
  const file = content
  const newName = withEnding(name, '.jsonl')
  const client = conversionClient()
  let jobId = ''
  // A job of the document as well: files that are dropped take the dialog away, and it goes on.
  const made = await runJob(
    key,
    msg('Converting {name}', { name }),
    (id, onProgress) => {
      jobId = id
      conversions.of(key).jobId = id
      conversionStore.setState({ running: { jobId }, problem: undefined })
      const request = {
        ...choice,
        file,
        jobId,
        name: newName === name ? withEnding(name, '-lines.jsonl') : newName,
      }
      return client.convert(request, (progress) => {
        onProgress(progress)
        if (conversionStore.getState().running?.jobId !== jobId) return
        conversionStore.setState({ running: { jobId, progress } })
      })
    },
    { cancel: (id) => void client.cancel(id) },
  )
  if (conversions.of(key).jobId === jobId) conversions.of(key).jobId = undefined
  const isShown = conversionStore.getState().running?.jobId === jobId
  if (isShown) conversionStore.setState({ running: undefined })
  if (!made.ok) {
    if (!isShown || made.failure.kind === 'cancelled') return
    if (store.getState().dialog === 'convert') {
      conversionStore.setState({ problem: made.failure.message })
    } else showFailure(made.failure)
    return
  }
  const { file: lineFile, id, lines, lost, changed, details, reasons } = made.value
  if (!isShown) {
    // The dialog was closed as the last bytes were written.
    void client.discard(id)
    return
  }
  const [opened] = openTabs([{ file: lineFile }])
  if (opened === undefined) return
  keepMadeFile(opened, () => void client.discard(id))
  updateDocument(opened, {
    madeOf: { name, leftOut: { lost, changed, details, reasons }, isNoticed: lost + changed === 0 },
  })
  origins.of(opened).origin = { key, file, choice }
  content = undefined
  showMessage(
    'status',
    msg('{count, plural, one {# line was} other {# lines were}} made of {name}.', {
      count: lines,
      name,
    }),
  )
}

/** Stops the conversion; the dialog stays. */
export function cancelConversion(): void {
  const { running } = conversionStore.getState()
  if (running) void conversionClient().cancel(running.jobId)
}

/** Closes the dialog; what is being converted is stopped. */
export function closeConversion(): void {
  cancelConversion()
  turn += 1
  content = undefined
  conversionStore.setState({ running: undefined })
  closeDialog()
}

/** Edits are UTF-8: they are left out of a file that is not. */
async function contentOf(
  { key, facts }: DocumentTab,
  encoding: TextEncodingId | undefined,
): Promise<Result<Blob>> {
  const source = sourceOf(key)
  if (facts?.isDirty && encoding === undefined && hasClient(key)) {
    return clientOf(key).exportBlob(
      { jobId: newJobId(), selection: { kind: 'all' }, exporterId: 'jsonl' },
      () => {},
    )
  }
  return { ok: true, value: source?.file ?? new Blob() }
}

async function inspect(encoding?: TextEncodingId): Promise<void> {
  const file = content
  if (!file) return
  turn += 1
  const mine = turn
  conversionStore.setState({ isPreviewing: true, problem: undefined })
  const { isOfLines, name } = conversionStore.getState()
  const inspection = await conversionClient().inspect({ file, name, encoding })
  if (mine !== turn) return
  if (!inspection.ok) {
    conversionStore.setState({ isPreviewing: false, problem: inspection.failure.message })
    return
  }
  conversionStore.setState({ inspection: inspection.value })
  const first = firstOf(inspection.value, isOfLines)
  if (first) await choose(choiceOf(first, inspection.value.encoding))
}

async function choose(choice: ConversionChoice): Promise<void> {
  const file = content
  if (!file) return
  turn += 1
  const mine = turn
  conversionStore.setState({ choice, isPreviewing: true, problem: undefined })
  const preview = await conversionClient().preview({ ...choice, file })
  if (mine !== turn) return
  conversionStore.setState({
    isPreviewing: false,
    ...(preview.ok
      ? { preview: preview.value }
      : { preview: undefined, problem: preview.failure.message }),
  })
}

/** Lines that are as they should be are left as they are: what else can be made of them comes first. */
function firstOf({ encoding, sources }: Inspection, isOfLines: boolean): SourceInfo | undefined {
  const [first, second] = sources
  const isUnchanged = isOfLines && encoding === 'utf-8' && first?.id === 'jsonLines'
  return isUnchanged && second?.isRecognised ? second : first
}

function choiceOf({ id, values }: SourceInfo, encoding: TextEncodingId): ConversionChoice {
  return { sourceId: id, options: values, encoding }
}
