// 'Convert to lines': what the file is, how it becomes lines, a look at them, and the new document.
import { withEnding } from '../../base/fileName.ts'
import type { ConversionChoice, SourceInfo, TextEncodingId } from '../../contracts/conversionApi.ts'
import { msg } from '../../i18n/message.ts'
import { closeDialog, openDialog } from '../actions/dialogs.ts'
import { showFailure, showMessage } from '../actions/messages.ts'
import { type DocumentKey, findDocument } from '../store.ts'
import { conversionStore } from './conversionStore.ts'
import { conversionClient } from './conversionWorker.ts'
import { openMade, runFromDialog } from './dialogJob.ts'
import { contentOf } from './documentContent.ts'

/** What is converted: the file, or its lines as they were edited. */
let content: Blob | undefined
/** The document that it is of. */
let origin: DocumentKey | undefined

/** Rises with every dialog and every choice: what belongs to an earlier one comes too late. */
let turn = 0

/** Opens the dialog for a document, whatever it is. A conversion that still runs is stopped: there is one dialog. */
export async function openConversion(key: DocumentKey): Promise<void> {
  const tab = findDocument(key)
  if (!tab) return
  cancelConversion()
  turn += 1
  const mine = turn
  const edited = await contentOf(tab)
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
      isEdited: tab.facts?.isDirty === true,
      isPreviewing: true,
    },
    true,
  )
  // What it offers first is chosen first.
  await inspect()
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
  const file = content
  const newName = withEnding(name, '.jsonl')
  const made = await runFromDialog(origin, {
    dialog: 'convert',
    state: conversionStore,
    name,
    start: (client, jobId, onProgress) =>
      client.convert(
        {
          ...choice,
          file,
          jobId,
          name: newName === name ? withEnding(name, '-lines.jsonl') : newName,
        },
        onProgress,
      ),
  })
  if (!made || !openMade(name, made)) return
  content = undefined
  showMessage(
    'status',
    msg('{count, plural, one {# line was} other {# lines were}} made of {name}.', {
      count: made.lines,
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

async function inspect(encoding?: TextEncodingId): Promise<void> {
  const file = content
  if (!file) return
  turn += 1
  const mine = turn
  conversionStore.setState({ isPreviewing: true, problem: undefined })
  const { name } = conversionStore.getState()
  const inspection = await conversionClient().inspect({ file, name, encoding })
  if (mine !== turn) return
  if (!inspection.ok) {
    conversionStore.setState({ isPreviewing: false, problem: inspection.failure.message })
    return
  }
  conversionStore.setState({ inspection: inspection.value })
  const [first] = inspection.value.sources
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

function choiceOf({ id, values }: SourceInfo, encoding: TextEncodingId): ConversionChoice {
  return { sourceId: id, options: values, encoding }
}
