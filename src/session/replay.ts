// A logged command, carried out: the first time, and again on a freshly opened file of the same content.
import { failureOf } from '../base/failures.ts'
import type { Job } from '../base/jobs.ts'
import type { LoggedCommand } from '../contracts/loggedCommand.ts'
import type { OnProgress } from '../contracts/progress.ts'
import { ReadFailure } from '../document/byteSource.ts'
import { findFormat } from '../formats/registry.ts'
import { msg } from '../i18n/message.ts'
import { type Edited, runCommand } from './changes.ts'
import { fixAllLines } from './fixAllLines.ts'
import { redetectFormat } from './formatAgain.ts'
import { runMany } from './manyLines.ts'
import type { OpenDocument } from './openDocument.ts'
import { revalidate } from './reading.ts'
import { stepHistory } from './stepHistory.ts'

/** Undefined: there was nothing to do. Throws Cancelled, and ReadFailure, before anything is changed. */
export async function carryOut(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  entry: LoggedCommand,
  job: Job,
  onProgress: OnProgress,
): Promise<Edited | undefined> {
  switch (entry.kind) {
    case 'edit':
      return runCommand(doc, entry.command)
    case 'fixAll': {
      const edited = await fixAllLines(doc, entry, job, onProgress)
      if (edited.changed.length > 0) await redetectFormat(doc, wasm)
      return edited
    }
    case 'editMany': {
      const edited = await runMany(doc, wasm, entry.command, job, onProgress)
      if (edited) await redetectFormat(doc, wasm)
      return edited
    }
    case 'setFormat': {
      await changeFormat(doc, wasm, entry.formatId, job)
      return undefined
    }
    case 'undo':
    case 'redo':
      return stepHistory(doc, entry.kind, wasm)
  }
}

async function changeFormat(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  formatId: string,
  job: Job,
): Promise<void> {
  const format = findFormat(formatId)
  if (!format) {
    const message = msg('There is no format “{formatId}”.', { formatId })
    throw new ReadFailure(failureOf('unknown-format', message))
  }
  await revalidate(doc, format, wasm, job, () => {})
  doc.isFormatDetected = false
}
