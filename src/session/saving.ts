// Saving over a file, and going on from what was written: the File that was open can no longer be
// read once another stands in its place.
import { failureOf, WriteFailure } from '../base/failures.ts'
import { ReadFailure } from '../document/byteSource.ts'
import { msg } from '../i18n/message.ts'
import { sniffContent } from '../scanner/sniffContent.ts'
import type { OnProgress } from '../contracts/progress.ts'
import { attachedWhenWritten } from '../validation/attachedFindings.ts'
import { isOtherState } from './checkFile.ts'
import { carryMatches } from './carryMatches.ts'
import { writeDocument } from './exportJob.ts'
import type { Job } from '../base/jobs.ts'
import { OpenDocument } from './openDocument.ts'
import { readHead, readWhole } from './reading.ts'
import { carryOrder } from './sorting/carryOver.ts'
import { OpenedFile } from './touched/openedFile.ts'

/** Where it is written; `check` throws when that is not to be, and is asked before the old content is gone. */
export interface SaveTarget {
  readonly handle: FileSystemFileHandle
  readonly check?: (() => Promise<void>) | undefined
}

/** What another program wrote to the opened file would be gone with the old one. */
export async function requireAsRead(
  { onDisk }: OpenDocument,
  handle: FileSystemFileHandle,
): Promise<void> {
  // Undefined when it is gone.
  const current = await handle.getFile().catch(() => undefined)
  const isAsRead =
    onDisk && current && !isOtherState(onDisk.file, current) && current.size === onDisk.size
  if (isAsRead) return
  throw new WriteFailure(
    failureOf(
      'file-written-meanwhile',
      msg(
        '{name} was written to by another program before it could be saved over, so it was left as it is. Your edits are still here.',
        { name: handle.name },
      ),
    ),
  )
}

/**
 * Writes all lines to `handle` and opens the result, validated by the same format. Line ids are those of
 * the written file afterwards, and the steps of undo are gone with the bytes that they would need.
 * On cancel or failure the document and what was at `handle` are as before.
 */
export async function saveTo(
  doc: OpenDocument,
  { handle, check }: SaveTarget,
  wasm: WebAssembly.Module,
  job: Job,
  onProgress: OnProgress,
): Promise<OpenDocument> {
  const size = doc.lines.byteLength
  // Writing and reading back are one job to the user.
  const report = (done: number): void => onProgress({ unit: 'bytes', done, total: size * 2 })
  await check?.()
  const written = await writeDocument(doc, handle, job, ({ done }) => report(done), check)
  const file = await handle.getFile()
  if (file.size !== written) {
    throw new ReadFailure(
      failureOf(
        'file-changed-after-save',
        msg('{name} was saved, and changed by another program right after. Open it again.', {
          name: file.name,
        }),
      ),
    )
  }
  const source = new OpenedFile(file)
  const head = await readHead(source)
  const next = new OpenDocument(
    source,
    sniffContent(head, head.length === source.size),
    doc.format,
    wasm,
    { firstRevision: doc.revision + 1, seed: doc.seed },
  )
  next.isFormatDetected = doc.isFormatDetected
  next.fileName = file.name
  next.onDisk = source
  next.plainColumns = doc.plainColumns
  next.readMs = doc.readMs
  next.attach(attachedWhenWritten(doc))
  // From here on there is no way back: the file that was open is gone.
  await readWhole(next, wasm, uncancellable, () => report(size + next.readBytes))
  report(size * 2)
  carryOrder(doc, next)
  carryMatches(doc, next)
  next.state = 'ready'
  return next
}

const uncancellable: Job = { isCancelled: false, check: () => {} }
