// From a File to a document that is about to be read, or that an earlier reading left complete.
import { type Failure, failureOf } from '../base/failures.ts'
import { sourceWithHead } from '../document/sourceWithHead.ts'
import { findFormat } from '../formats/registry.ts'
import { sniffContent } from '../scanner/sniffContent.ts'
import type { OpenOptions } from '../contracts/documentApi.ts'
import { refusalOf } from '../validation/contentLayout.ts'
import { OpenDocument } from './openDocument.ts'
import { formatOfSample } from './detection.ts'
import { PlainColumns } from './plainColumns.ts'
import { readHead } from './reading.ts'
import type { ResultCache } from '../resultCache/resultCache.ts'
import { msg } from '../i18n/message.ts'
import { OpenedFile } from './touched/openedFile.ts'

export interface Opening {
  /** Ready when `kept` had its lines; without any otherwise. */
  readonly doc: OpenDocument
  /** Why it makes no sense to read it. */
  readonly refusal?: Failure
}

/** Throws what the source threw. */
export async function beginOpening(
  file: File,
  wasm: WebAssembly.Module,
  { attached, formatId, ignoreCache, seed }: OpenOptions,
  kept: ResultCache | undefined,
  firstRevision = 0,
): Promise<Opening> {
  const onDisk = new OpenedFile(file)
  const chosen = formatId === undefined ? undefined : findFormat(formatId)
  // Beside the first look at the file, not before it.
  const found = ignoreCache || chosen || attached ? undefined : kept?.find(file, onDisk)
  const head = await readHead(onDisk)
  const source = sourceWithHead(onDisk, head)
  const sniffed = sniffContent(head, head.length === source.size)
  const refusal = refusalOf(sniffed)
  const restored =
    !refusal &&
    (await found)?.restore({
      source,
      seed,
      create: (format, own) => new OpenDocument(source, sniffed, format, wasm, { seed: own }),
    })
  if (restored) {
    restored.fileName = file.name
    restored.onDisk = onDisk
    restored.plainColumns = new PlainColumns(head, sniffed)
    return { doc: restored }
  }
  const doc = new OpenDocument(source, sniffed, chosen ?? formatOfSample([]), wasm, {
    firstRevision,
    ...(seed !== undefined && { seed }),
  })
  doc.isFormatDetected = chosen === undefined
  doc.fileName = file.name
  doc.onDisk = onDisk
  doc.plainColumns = new PlainColumns(head, sniffed)
  doc.attach(attached)
  if (!refusal) return { doc }
  doc.refusal = refusal
  return {
    doc,
    refusal: failureOf(
      'not-lines',
      msg('{name}: {message}', { name: file.name, message: refusal.message }),
    ),
  }
}

/** The same file without lines again, for reading it although it had them. */
export function beginAgain(
  {
    source,
    sniffed,
    format,
    isFormatDetected,
    fileName,
    onDisk,
    plainColumns,
    revision,
    seed,
  }: OpenDocument,
  wasm: WebAssembly.Module,
): OpenDocument {
  const doc = new OpenDocument(source, sniffed, format, wasm, {
    firstRevision: revision + 1,
    seed,
  })
  doc.isFormatDetected = isFormatDetected
  doc.fileName = fileName
  doc.onDisk = onDisk
  doc.plainColumns = plainColumns
  return doc
}
