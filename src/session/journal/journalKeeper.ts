// The journal of one open document: begun with its first edit, and written before anyone hears of an edit.
import type { JournalOptions, JournalState, KeptDraft } from '../../contracts/journal.ts'
import { blobSource } from '../../document/byteSource.ts'
import { draftBytes, DRAFTS_LIMIT_BYTES, newestDrafts } from '../../journal/draftsFile.ts'
import type { JournalHeader } from '../../journal/journalHeader.ts'
import { JOURNAL_VERSION } from '../../journal/journalHeader.ts'
import type { CommandRecord } from '../../journal/journalRecord.ts'
import { draftsNameOf, type JournalFile, type JournalStore } from '../../journal/journalStore.ts'
import { RecordKind } from '../../journal/stepCount.ts'
import {
  ALL_JOURNALS_LIMIT_BYTES,
  headerBytes,
  JOURNAL_LIMIT_BYTES,
  recordBytes,
  signBytes,
} from '../../journal/writeJournal.ts'
import { fingerprintOf } from '../../resultCache/fileFingerprint.ts'
import type { OpenDocument } from '../openDocument.ts'

/** Where it is written, and how far it is. */
interface Begun {
  readonly file: JournalFile
  /** Bytes. */
  end: number
  /** Records. */
  count: number
}

interface Drafts {
  readonly file: JournalFile
  /** Where the newest begins, and where it ends. */
  from: number
  at: number
  number: number
}

export class JournalKeeper {
  readonly #store: JournalStore | undefined
  #options: JournalOptions | undefined
  #file: File | undefined
  #begun: Promise<Begun | undefined> | undefined
  #drafts: Promise<Drafts | undefined> | undefined
  /** What became of it; undefined while there is nothing to keep. */
  state: JournalState | undefined

  constructor(store: JournalStore | undefined) {
    this.#store = store
  }

  /** Whether edits are to be kept at all. */
  get isAsked(): boolean {
    return this.#options !== undefined
  }

  get store(): JournalStore | undefined {
    return this.#store
  }

  /** Another file is open, whose edits are to be kept so; what was kept before stays as it is. */
  opened(file: File, options: JournalOptions | undefined): void {
    this.#close()
    this.#file = file
    this.#options = options
  }

  /** On the device when it resolves, or `state` says why not. */
  async add(doc: OpenDocument, record: CommandRecord): Promise<void> {
    if (!this.isAsked || this.state === 'full') return
    // What is no step alone is nothing to lose: the header says the format.
    if (!this.#begun && record.command.kind === 'setFormat') return
    const begun = await this.#begin(doc)
    if (!begun) return
    const bytes = recordBytes(begun.count, record)
    if (begun.end + bytes.length > JOURNAL_LIMIT_BYTES) await this.#endEarly(begun)
    else await this.#append(begun, bytes)
  }

  /** All of the document, as it is, is in another file. */
  async exported(): Promise<void> {
    const begun = await this.#begun
    if (begun && this.state === 'kept') {
      await this.#append(begun, signBytes(begun.count, RecordKind.exported))
    }
  }

  /** Resolves when they are on the device. `state` says when they are not. */
  async keepDrafts(doc: OpenDocument, drafts: readonly KeptDraft[]): Promise<void> {
    if (!this.isAsked) return
    if (drafts.length === 0 && !this.#drafts) return
    if (!(await this.#begin(doc)) || !this.#store || !this.#options) return
    this.#drafts ??= openDrafts(this.#store, this.#options.id)
    const kept = await this.#drafts
    if (!kept) return
    const bytes = draftBytes(kept.number, drafts)
    if (bytes.length > DRAFTS_LIMIT_BYTES) return
    // From the beginning again, when what is newest until now is not touched by that.
    const isGrown = kept.at + bytes.length > DRAFTS_LIMIT_BYTES && kept.from >= bytes.length
    const at = isGrown ? 0 : kept.at
    // Others may be kept before this one is on the device.
    const before = { ...kept }
    kept.from = at
    kept.at = at + bytes.length
    kept.number++
    if (await kept.file.writeAt(at, bytes)) return
    if (kept.number === before.number + 1) Object.assign(kept, before)
  }

  /** Goes on with a journal that is open, from its record `count` on. */
  goOnWith(id: string, file: JournalFile, end: number, count: number): void {
    this.#close()
    this.#options = { id, pageId: this.#options?.pageId ?? '' }
    if (file.size > end) file.truncate(end)
    this.#begun = Promise.resolve({ file, end, count })
    this.state = 'kept'
  }

  /** Begins one with what another held. */
  async beginWith(bytes: Uint8Array<ArrayBuffer>, count: number): Promise<void> {
    const file = await this.#create()
    if (!file) return
    const isWritten = await file.writeAt(0, bytes)
    this.#begun = Promise.resolve(isWritten ? { file, end: bytes.length, count } : undefined)
    this.state = isWritten ? 'kept' : 'unavailable'
  }

  /** Removes it. Another one begins with the next edit, of `file` then. */
  async end(file = this.#file): Promise<void> {
    const id = this.#options?.id
    await this.#begun
    await this.#drafts
    this.#close()
    this.#file = file
    if (id === undefined) return
    await this.#store?.remove(id)
    await this.#store?.remove(draftsNameOf(id))
  }

  /** Removes it, and keeps nothing more. */
  async stop(): Promise<void> {
    const ending = this.end()
    this.#options = undefined
    await ending
  }

  #close(): void {
    void this.#begun?.then((begun) => begun?.file.close())
    void this.#drafts?.then((drafts) => drafts?.file.close())
    this.#begun = undefined
    this.#drafts = undefined
    this.state = undefined
  }

  #begin(doc: OpenDocument): Promise<Begun | undefined> {
    this.#begun ??= this.#beginNew(doc)
    return this.#begun
  }

  async #beginNew(doc: OpenDocument): Promise<Begun | undefined> {
    const header = await this.#headerFor(doc)
    const file = await this.#create()
    if (!file) return undefined
    const bytes = headerBytes(header)
    if (!(await file.writeAt(0, bytes))) {
      this.state = 'unavailable'
      file.close()
      return undefined
    }
    this.state = 'kept'
    return { file, end: bytes.length, count: 0 }
  }

  /** An empty file, or undefined and a reason. */
  async #create(): Promise<JournalFile | undefined> {
    const id = this.#options?.id
    const total = await this.#store?.totalBytes()
    if (total !== undefined && total > ALL_JOURNALS_LIMIT_BYTES) {
      this.state = 'no-room'
      return undefined
    }
    const file = id === undefined ? undefined : await this.#store?.open(id, { create: true })
    if (!file) this.state = 'unavailable'
    else file.truncate(0)
    return file
  }

  async #headerFor(doc: OpenDocument): Promise<JournalHeader> {
    const file = this.#file
    return {
      version: JOURNAL_VERSION,
      name: file?.name ?? '',
      size: file?.size ?? 0,
      lastModified: file?.lastModified ?? 0,
      // Without it the file is taken for another one.
      fingerprint: file ? await fingerprintOf(blobSource(file)).catch(() => '') : '',
      seed: doc.seed.toString(),
      formatId: doc.format.id,
      isFormatChosen: !doc.isFormatDetected,
      pageId: this.#options?.pageId ?? '',
      begunAt: Date.now(),
    }
  }

  async #append(begun: Begun, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    // Room is taken at once: another record may follow before this one is on the device.
    const at = begun.end
    begun.end += bytes.length
    begun.count++
    if (await begun.file.writeAt(at, bytes)) return
    if (begun.end > at + bytes.length) {
      // One that followed stands behind a gap, and is told as such.
      this.state = 'full'
      return
    }
    // What of it was written is no record, and after a gap none would be of use.
    begun.file.truncate(at)
    begun.end = at
    begun.count--
    await this.#endEarly(begun)
  }

  async #endEarly(begun: Begun): Promise<void> {
    this.state = 'full'
    await begun.file.writeAt(begun.end, signBytes(begun.count, RecordKind.full))
  }
}

async function openDrafts(store: JournalStore, id: string): Promise<Drafts | undefined> {
  const file = await store.open(draftsNameOf(id), { create: true })
  if (!file) return undefined
  const newest = newestDrafts(file.readAll())
  return {
    file,
    from: newest?.start ?? 0,
    at: newest?.end ?? 0,
    number: (newest?.number ?? -1) + 1,
  }
}
