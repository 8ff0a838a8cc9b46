// The part of the contract that is about the file on the disk: whether it is still what was read, going on with it when
// it is not, and what can be had without it.
import { throttled } from '../base/progress.ts'
import { neverCancelled } from '../base/jobs.ts'
import { fail, ok, type Result } from '../base/result.ts'
import type {
  Attached,
  AttachOptions,
  CheckOptions,
  EditedLines,
  FileApi,
  FileCheck,
  MoreLines,
} from '../contracts/fileApi.ts'
import type { KeptDraft } from '../contracts/journal.ts'
import type { OnProgress } from '../contracts/progress.ts'
import { blobSource } from '../document/byteSource.ts'
import type { JournalStore } from '../journal/journalStore.ts'
import { changedOnDisk, checkSource, isOtherState, unseenChange } from './checkFile.ts'
import { documentFactsOf } from './facts.ts'
import { type JournalHost, JournalSession } from './journalSession.ts'
import type { OpenDocument } from './openDocument.ts'
import { refusal } from './refusals.ts'
import { editedLines } from './touched/editedLines.ts'
import { moreLinesOf } from './touched/moreLines.ts'
import type { OpenedFile } from './touched/openedFile.ts'
import { readAgain } from './touched/readAgain.ts'

export interface FileHost extends JournalHost {
  /** Another document is in the place of the one that was open. */
  readonly replaced: (doc: OpenDocument) => void
}

export abstract class FileSession extends JournalSession implements FileApi {
  readonly #host: FileHost
  /** Counted once for each state of the file. */
  readonly #more = new WeakMap<File, Promise<MoreLines>>()

  constructor(host: FileHost, journals?: JournalStore) {
    super(host, journals)
    this.#host = host
  }

  checkFile({ current, takesSamples }: CheckOptions): Promise<Result<FileCheck>> {
    return this.#host.answer(async ({ onDisk }) => {
      if (!onDisk) return ok({ kind: 'same' })
      if (current && isOtherState(onDisk.file, current)) {
        const likeness = await onDisk.compare(current, neverCancelled)
        if (likeness !== 'same' && likeness !== 'longer') {
          return { ok: false, failure: changedOnDisk(current.name) }
        }
        onDisk.goOnWith(current)
      }
      const readable = await checkSource(onDisk.file)
      if (!readable.ok) return readable
      if (takesSamples && !(await onDisk.hasItsSamples())) {
        return fail('file-changed', unseenChange(onDisk.file.name))
      }
      return ok(await this.#stateOf(onDisk))
    })
  }

  isLike(file: File): Promise<Result<boolean>> {
    return this.#host.answer(async ({ onDisk }) => {
      const likeness = await onDisk?.compare(file, neverCancelled)
      return ok(likeness === 'same' || likeness === 'longer')
    })
  }

  attach(
    file: File,
    options: AttachOptions,
    jobId: string,
    onProgress: OnProgress,
  ): Promise<Result<Attached>> {
    return this.#host.job<Attached>(jobId, async (doc, job) => {
      const { onDisk } = doc
      if (doc.state !== 'ready' || !onDisk) throw refusal('not-read')
      const likeness = await onDisk.compare(file, job)
      if (likeness === 'same' && !options.isForced) {
        onDisk.goOnWith(file)
        return ok({ kind: 'same', facts: documentFactsOf(doc) })
      }
      const read = await readAgain(doc, file, {
        wasm: this.#host.wasm(),
        keeper: this.journal,
        likeness,
        options,
        job,
        onProgress: throttled(onProgress),
      })
      if (!read.ok) return read
      const { doc: next, keeper, recovery } = read.value
      this.journal.close()
      this.journal = keeper
      this.#host.replaced(next)
      return ok({ kind: 'read', ...recovery, facts: documentFactsOf(next) })
    })
  }

  exportEdited(drafts: readonly KeptDraft[]): Promise<Result<EditedLines>> {
    return this.#host.answer(async (doc) =>
      ok(await editedLines(doc, this.journal.records, drafts)),
    )
  }

  async #stateOf({ file, size }: OpenedFile): Promise<FileCheck> {
    if (file.size === size) return { kind: 'same' }
    let more = this.#more.get(file)
    if (!more) {
      more = moreLinesOf(blobSource(file), size)
      more.catch(() => this.#more.delete(file))
      this.#more.set(file, more)
    }
    return { kind: 'grown', ...(await more) }
  }
}
