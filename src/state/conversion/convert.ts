// 'Convert to lines': what the file is, how it becomes lines, a look at them, and the new document.
import { withEnding } from '../../base/fileName.ts'
import type {
  ConversionChoice,
  Inspection,
  PackedPart,
  SourceInfo,
  TextEncodingId,
} from '../../contracts/conversionApi.ts'
import { msg } from '../../i18n/message.ts'
import { closeDialog, openDialog } from '../actions/dialogs.ts'
import { showFailure, showMessage } from '../actions/messages.ts'
import { visibleFileName } from '../fileName.ts'
import { type DocumentKey, findDocument } from '../store.ts'
import { isMadeOfLines } from './convertLabel.ts'
import { conversionStore } from './conversionStore.ts'
import { origins } from './origins.ts'
import { openMade } from './openMade.ts'
import { askAboutSize } from './packedWords.ts'
import { conversionClient } from './conversionWorker.ts'
import { cancelRunning, runFromDialog } from './dialogJob.ts'
import { contentOf } from './documentContent.ts'

interface Content {
  readonly file: Blob
  readonly packed?: PackedPart | undefined
}

/** What is converted: the file, its lines as they were edited, or what is packed in it. */
let content: Content | undefined
/** The document that it is of. */
let origin: DocumentKey | undefined

/** Rises with every dialog and every choice: what belongs to an earlier one comes too late. */
let turn = 0

/**
 * Opens the dialog for a document, whatever it is. `encoding`: of its file, where it was recognised in its lines.
 * A conversion that still runs is stopped: there is one dialog.
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
  const mineContent = { file: edited.value }
  content = mineContent
  origin = key
  conversionStore.setState(
    {
      name: tab.name,
      size: edited.value.size,
      isPacked: false,
      isOfLines: isMadeOfLines(tab),
      isEdited: tab.facts?.isDirty === true && encoding === undefined,
      leavesEdits: tab.facts?.isDirty === true && encoding !== undefined,
      isPreviewing: true,
    },
    true,
  )
  // What it offers first is chosen first.
  await inspect(encoding)
  if (content === mineContent) openDialog('convert')
}

/** A file in the container that a document shows. */
export interface PackedFile {
  readonly index: number
  /** As it stands in the container. */
  readonly name: string
}

/**
 * Opens the dialog for a file in a container, which becomes lines as it is unpacked. Resolves with false, and
 * nothing is opened, where it has lines already or nothing is known that could be made of it.
 */
export async function offerConversion(
  key: DocumentKey,
  container: File,
  { index, name }: PackedFile,
): Promise<boolean> {
  cancelConversion()
  turn += 1
  const mine = turn
  const packed = { container: container.name, index, allowsAnyRatio: false }
  const inspection = await conversionClient().inspect({ file: container, packed, name })
  if (mine !== turn || !findDocument(key) || !inspection.ok) return false
  const { encoding, isConvertible, sources } = inspection.value
  const [first] = sources
  if (!isConvertible || !first) return false
  content = { file: container, packed }
  origin = key
  conversionStore.setState(
    {
      name: visibleFileName(name.split(/[/\\]/).at(-1) ?? name),
      size: container.size,
      isPacked: true,
      isOfLines: false,
      isEdited: false,
      leavesEdits: false,
      isPreviewing: true,
      inspection: inspection.value,
    },
    true,
  )
  openDialog('convert')
  void choose(choiceOf(first, encoding))
  return true
}

/** The document of the container that is asked about; the question is closed. */
export function leavePacked():
  | (Pick<PackedFile, 'index'> & { readonly key: DocumentKey })
  | undefined {
  const packed = content?.packed
  const key = origin
  closeConversion()
  return packed && key !== undefined ? { key, index: packed.index } : undefined
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
  const { file, packed } = content
  const newName = withEnding(name, '.jsonl')
  const made = await runFromDialog(key, {
    dialog: 'convert',
    state: conversionStore,
    name,
    start: (client, jobId, onProgress) =>
      client.convert(
        {
          ...choice,
          file,
          packed,
          jobId,
          name: newName === name ? withEnding(name, '-lines.jsonl') : newName,
        },
        onProgress,
      ),
    asksAbout: ({ code, message }) => {
      if (!packed || code !== 'unpack-suspicious') return false
      askAboutSize(name, message, () => {
        content = { file, packed: { ...packed, allowsAnyRatio: true } }
        void runConversion()
      })
      return true
    },
  })
  if (!made) return
  content = undefined
  const opened = openMade(made, name, { container: packed && key })
  // Of what was packed nothing is open that a place could be shown in.
  if (!packed) origins.of(opened).origin = { key, file, choice }
  showMessage(
    'status',
    msg('{count, plural, one {# line was} other {# lines were}} made from {name}.', {
      count: made.lines,
      name,
    }),
  )
}

/** Stops the conversion; the dialog stays. */
export function cancelConversion(): void {
  cancelRunning(conversionStore)
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
  const looked = content
  if (!looked) return
  turn += 1
  const mine = turn
  conversionStore.setState({ isPreviewing: true, problem: undefined })
  const { isOfLines, name } = conversionStore.getState()
  const inspection = await conversionClient().inspect({ ...looked, name, encoding })
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
  const looked = content
  if (!looked) return
  turn += 1
  const mine = turn
  conversionStore.setState({ choice, isPreviewing: true, problem: undefined })
  const preview = await conversionClient().preview({ ...choice, ...looked })
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
