// Lines of a document as files, each within limits and of one group (lineGroups.ts). The lines are put together
// as for an export, as one Blob of references; that is read once, and what belongs to a file is taken from
// it piece by piece. So nothing here depends on what was edited, added, deleted or moved.
import { lineNumberOf, type LineIndex } from '../../base/units.ts'
import { bytesAreThere, NO_ROOM } from '../../base/bytesAreThere.ts'
import { failureOf } from '../../base/failures.ts'
import { type Job, TimeSlice } from '../../base/jobs.ts'
import type { PartGroups, PartLimits } from '../../contracts/batchParts.ts'
import type { OnProgress } from '../../contracts/progress.ts'
import { blobSource, ReadFailure } from '../../document/byteSource.ts'
import { msg } from '../../i18n/message.ts'
import type { LineView } from '../../document/lineView.ts'
import { readAhead } from '../../document/readAhead.ts'
import type { ScanBatch } from '../../scanner/scanner.ts'
import { blobOfLines } from '../exportJob.ts'
import type { OpenDocument } from '../openDocument.ts'
import { ContentHash } from './contentHash.ts'
import { LineGroups } from './lineGroups.ts'
import { PartContent } from './partContent.ts'
import { type CutPart, PartCutter } from './partCutter.ts'
import { RequestReader } from './requestReader.ts'

/** Files that are made of one document: each is a Blob. More of them nobody means. */
const MAX_FILES = 2000

/** LF after every line and no byte order mark: what every reader of a batch takes. */
export const NORMALISED = 'jsonlNormalised'

export interface CutFile extends CutPart {
  readonly blob: Blob
  /** Of the view that was cut: a first row, how many follow one another from it, and so on. */
  readonly rows: readonly number[]
  /** See ContentHash; resolves with '' where none was asked for. */
  readonly hash: Promise<string>
}

export interface CutOptions {
  readonly limits: PartLimits
  readonly groups: PartGroups
  readonly isHashed: boolean
}

/**
 * The lines of `view`: group by group in the order of their first lines, each as few files as the limits
 * allow, in the order of its lines. Reports bytes, twice those of the lines. Throws Cancelled, and
 * ReadFailure, also for a line that no file can hold and for too many groups.
 */
export async function cutLines(
  doc: OpenDocument,
  wasm: WebAssembly.Module,
  view: LineView,
  options: CutOptions,
  job: Job,
  onProgress: OnProgress,
): Promise<readonly CutFile[]> {
  const blob = await blobOfLines(doc, view, NORMALISED, job, ({ done, total }) =>
    onProgress({ unit: 'bytes', done, total: 2 * total }),
  )
  const cutting = new Cutting(doc, wasm, view, blob, options)
  const slice = new TimeSlice()
  let read = 0
  for await (const chunk of readAhead(blobSource(blob))) {
    for (const batch of cutting.reader.scanner.push(chunk)) cutting.take(batch)
    read += chunk.length
    await cutting.settle()
    job.check()
    if (!slice.isOver) continue
    onProgress({ unit: 'bytes', done: blob.size + read, total: 2 * blob.size })
    await slice.breathe()
    job.check()
  }
  const copies = new Blob(cutting.finish())
  if (!(await bytesAreThere(copies, () => job.check()))) {
    throw new ReadFailure(failureOf('no-room-for-download', NO_ROOM))
  }
  return cutting.files
}

/** A file that lines are added to, and those of its group that are full. */
interface Group {
  readonly cutter: PartCutter
  readonly content: PartContent
  hash: ContentHash | undefined
  rows: number[]
  readonly files: CutFile[]
}

class Cutting {
  readonly reader: RequestReader
  readonly #groups: Group[] = []
  readonly #groupOf: LineGroups
  readonly #options: CutOptions
  readonly #blob: Blob
  readonly #numberOfRow: (row: number) => number
  /** Files for which bytes were copied. */
  readonly #copies: Blob[] = []
  #row = 0
  #at = 0
  #fileCount = 0

  constructor(
    doc: OpenDocument,
    wasm: WebAssembly.Module,
    view: LineView,
    blob: Blob,
    options: CutOptions,
  ) {
    this.reader = new RequestReader(doc, wasm, options.groups)
    this.#groupOf = new LineGroups((kind) => this.reader.kind(kind).shared)
    this.#numberOfRow = (row) => lineNumberOf(view.indexAt(row) as LineIndex)
    this.#blob = blob
    this.#options = options
  }

  get files(): readonly CutFile[] {
    return this.#groups.flatMap(({ files }) => files)
  }

  take(batch: ScanBatch): void {
    const { count, ends, bytes } = batch
    this.reader.read(batch)
    if (this.#options.groups !== 'none' && this.reader.isFull) throw tooManyKinds()
    // Lines of one file that follow one another are taken together.
    let open: Group | undefined
    let openFrom = 0
    let openRow = this.#row
    let from = 0
    const close = (): void => {
      if (open && from > openFrom)
        this.#add(open, bytes.subarray(openFrom, from), openFrom, openRow)
      openFrom = from
      openRow = this.#row
    }
    for (let i = 0; i < count; i++, this.#row++) {
      const to = ends[i] as number
      const kind = this.reader.kindAt(i)
      const group = this.#group(this.#groupOf.next(kind))
      const row = this.#row
      if (group !== open) {
        close()
        open = group
      }
      const part = group.cutter.add(to - from, kind, () => this.#numberOfRow(row))
      if (part) {
        close()
        this.#end(group, part)
      }
      from = to
    }
    close()
    this.#at += from
  }

  /** Waits while more is being hashed than should be held. */
  async settle(): Promise<void> {
    for (const { hash } of this.#groups) await hash?.settle()
  }

  /** Ends all files; returns those for which bytes were copied. */
  finish(): Blob[] {
    for (const group of this.#groups) {
      const last = group.cutter.finish()
      if (last) this.#end(group, last)
    }
    return this.#copies
  }

  #group(at: number): Group {
    const known = this.#groups[at]
    if (known) return known
    const { limits, isHashed } = this.#options
    const group: Group = {
      cutter: new PartCutter(limits, (kind) => this.reader.kind(kind)),
      content: new PartContent(this.#blob),
      hash: isHashed ? new ContentHash() : undefined,
      rows: [],
      files: [],
    }
    this.#groups[at] = group
    return group
  }

  #add(group: Group, bytes: Uint8Array, from: number, row: number): void {
    group.content.add(this.#at + from, bytes)
    group.hash?.append(bytes)
    addRun(group.rows, row, this.#row - row)
  }

  #end(group: Group, part: CutPart): void {
    this.#fileCount++
    if (this.#fileCount > MAX_FILES) throw tooManyFiles()
    const { blob, hasCopies } = group.content.take()
    if (hasCopies) this.#copies.push(blob)
    const hash = group.hash?.finish() ?? Promise.resolve('')
    group.files.push({ ...part, blob, rows: group.rows, hash })
    group.rows = []
    if (group.hash) group.hash = new ContentHash()
  }
}

function tooManyFiles(): ReadFailure {
  return new ReadFailure(
    failureOf(
      'too-many-groups',
      msg('These limits make more than {count, number} files. Allow more requests in each.', {
        count: MAX_FILES,
      }),
    ),
  )
}

function tooManyKinds(): ReadFailure {
  return new ReadFailure(
    failureOf(
      'too-many-groups',
      msg(
        'The lines have so many different models, urls and numbers of inputs that they cannot be told apart. Check the models first.',
      ),
    ),
  )
}

function addRun(rows: number[], first: number, count: number): void {
  const next = (rows.at(-2) ?? -1) + (rows.at(-1) ?? 0)
  if (rows.length > 0 && first === next) rows.push((rows.pop() ?? 0) + count)
  else rows.push(first, count)
}
