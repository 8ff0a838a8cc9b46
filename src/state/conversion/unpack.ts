// What is packed is opened as what is in it: unpacked into private storage, and read from there.
import type { Result } from '../../base/result.ts'
import type { TextEncodingId, UnpackedFile } from '../../contracts/conversionApi.ts'
import type { DocumentFacts } from '../../contracts/documentFacts.ts'
import { msg } from '../../i18n/message.ts'
import { openDialog } from '../actions/dialogs.ts'
import { runJob } from '../actions/jobs.ts'
import { showFailure, showMessage } from '../actions/messages.ts'
import { openTabs } from '../actions/openDocuments.ts'
import { startReading } from '../actions/reading.ts'
import { setSource, sourceOf } from '../clients.ts'
import { documentSlot } from '../documentScope.ts'
import { visibleFileName } from '../fileName.ts'
import { keepMadeFile } from '../madeFiles.ts'
import { withPairing } from '../pairing/withPairing.ts'
import { type DocumentKey, findDocument, store, updateDocument } from '../store.ts'
import { leavePacked, offerConversion, openConversion, type PackedFile } from './convert.ts'
import { askAboutSize, notWhole } from './packedWords.ts'
import { conversionClient } from './conversionWorker.ts'
import { entriesStore } from './entriesStore.ts'

/** Jobs of a document that end with it, and whether one is under way or about to be. */
const unpackings = documentSlot<{ readonly jobIds: Set<string>; isBusy: boolean }>(
  () => ({ jobIds: new Set(), isBusy: false }),
  ({ jobIds }) => {
    for (const jobId of jobIds) void conversionClient().cancel(jobId)
  },
)

/** A second press changes nothing. */
async function alone(key: DocumentKey, work: () => Promise<unknown>): Promise<void> {
  const unpacking = unpackings.of(key)
  if (unpacking.isBusy) return
  unpacking.isBusy = true
  try {
    await work()
  } finally {
    unpacking.isBusy = false
  }
}

/**
 * Opens what is in the document's file in its place; of several files they are chosen from. `refused`: what the
 * document shows when nothing is unpacked.
 */
export async function unpackDocument(key: DocumentKey, refused?: DocumentFacts): Promise<void> {
  await alone(key, () => unpackContents(key, refused))
}

async function unpackContents(key: DocumentKey, refused?: DocumentFacts): Promise<void> {
  const tab = findDocument(key)
  const file = sourceOf(key)?.file
  if (!tab || !file) return
  const contents = await conversionClient().contents(file, file.name)
  if (!findDocument(key)) return
  const only = contents.ok && contents.value.length === 1 && !contents.value[0]?.refusal
  if (only && contents.value[0]) {
    await openPacked(key, file, { index: 0, name: contents.value[0].name }, refused)
    return
  }
  showRefused(key, refused)
  if (!contents.ok) {
    showFailure(contents.failure)
  } else if (contents.value.length === 0) {
    showMessage('alert', msg('There is no file in {name}.', { name: tab.name }))
  } else if (store.getState().activeKey === key) {
    entriesStore.setState({ key, name: tab.name, files: contents.value }, true)
    openDialog('entries')
  }
}

/** What is no lines is offered to be converted as it is unpacked; the rest is opened as it is. */
async function openPacked(
  key: DocumentKey,
  archive: File,
  packed: PackedFile,
  refused?: DocumentFacts,
): Promise<void> {
  // What is out of sight asks nothing.
  const isShown = store.getState().activeKey === key
  if (isShown && (await offerConversion(key, archive, packed))) showRefused(key, refused)
  else if (findDocument(key)) await unpackInto(key, packed.index, refused)
}

/** Whatever the dialog offers, the file in the container is opened unpacked. */
export async function openAsItIs(): Promise<void> {
  const packed = leavePacked()
  if (packed) await alone(packed.key, () => unpackInto(packed.key, packed.index))
}

/** Converts a document; one of a container is unpacked for that. */
export async function convertDocument(key: DocumentKey, encoding?: TextEncodingId): Promise<void> {
  const facts = findDocument(key)?.facts
  const isContainer = facts?.fileFindings.some(({ offer }) => offer === 'unpack') === true
  await (isContainer ? unpackDocument(key) : openConversion(key, encoding))
}

/** Opens files of the archive that is chosen from: the first in its place, the others beside it. */
export async function openEntries(indexes: readonly number[]): Promise<void> {
  const { key } = entriesStore.getState()
  await alone(key, () => openChosen(key, indexes))
}

async function openChosen(key: DocumentKey, indexes: readonly number[]): Promise<void> {
  const [first, ...others] = indexes
  const archive = sourceOf(key)?.file
  if (first === undefined || !archive) return
  store.setState({ dialog: undefined })
  const only = others.length === 0 ? entriesStore.getState().files[first] : undefined
  if (only) {
    await openPacked(key, archive, { index: first, name: only.name })
    return
  }
  const beside: DocumentKey[] = []
  for (const index of others) {
    const unpacked = await unpackFile(key, archive, index)
    if (!unpacked) return
    if (!unpacked.ok) {
      showFailure(unpacked.failure)
      continue
    }
    const [opened] = openTabs([{ file: unpacked.value.file }])
    if (opened === undefined) continue
    noteOrigin(opened, archive.name, unpacked.value)
    beside.push(opened)
  }
  if (!(await unpackInto(key, first)) || beside.length === 0) return
  await withPairing((pairing) => pairing.pairTogether([key, ...beside]))
}

/** Resolves with whether the document is what was unpacked. */
async function unpackInto(
  key: DocumentKey,
  index: number,
  refused?: DocumentFacts,
  allowsAnyRatio = false,
): Promise<boolean> {
  const archive = sourceOf(key)?.file
  if (!archive) return false
  const unpacked = await unpackFile(key, archive, index, allowsAnyRatio)
  if (!unpacked) return false
  if (!unpacked.ok) {
    showRefused(key, refused)
    if (unpacked.failure.code === 'unpack-suspicious') {
      askAboutSize(
        archive.name,
        unpacked.failure.message,
        () => void alone(key, () => unpackInto(key, index, undefined, true)),
      )
    } else showFailure(unpacked.failure)
    return false
  }
  const { file } = unpacked.value
  setSource(key, { file })
  updateDocument(key, { name: visibleFileName(file.name), canSave: false })
  noteOrigin(key, archive.name, unpacked.value)
  void startReading(key, { startedAt: Date.now() })
  return true
}

/** Undefined when the document was closed meanwhile. */
async function unpackFile(
  key: DocumentKey,
  archive: File,
  index: number,
  allowsAnyRatio = false,
): Promise<Result<UnpackedFile> | undefined> {
  const client = conversionClient()
  const unpacked = await runJob(
    key,
    msg('Unpacking {name}', { name: visibleFileName(archive.name) }),
    (jobId, onProgress) => {
      unpackings.of(key).jobIds.add(jobId)
      const request = { jobId, file: archive, name: archive.name, index, allowsAnyRatio }
      return client
        .unpack(request, onProgress)
        .finally(() => unpackings.of(key).jobIds.delete(jobId))
    },
    { cancel: (jobId) => void client.cancel(jobId) },
  )
  if (findDocument(key)) return unpacked
  if (unpacked.ok) void client.discard(unpacked.value.id)
  return undefined
}

function noteOrigin(
  key: DocumentKey,
  archiveName: string,
  { id, note, problem }: UnpackedFile,
): void {
  const client = conversionClient()
  keepMadeFile(key, () => void client.discard(id))
  const name = visibleFileName(archiveName)
  updateDocument(key, {
    madeOf: {
      name,
      isNoticed: !problem && !note,
      ...(problem && {
        problem: notWhole(name, problem),
      }),
      ...(note && { note: msg('{name}: {note}', { name, note }) }),
    },
  })
}

function showRefused(key: DocumentKey, refused: DocumentFacts | undefined): void {
  if (refused) updateDocument(key, { facts: refused })
}
