// The journal of one open document: begun with its first edit, and written before anyone hears of an edit.
import { concatBytes } from '../../base/concatBytes.ts'
import type { JournalOptions, JournalState, KeptDraft } from '../../contracts/journal.ts'
import {
  draftBytes,
  DRAFTS_FILE_BYTES,
  DRAFTS_LIMIT_BYTES,
  newestDrafts,
} from '../../journal/draftsFile.ts'
import type { JournalHeader } from '../../journal/journalHeader.ts'
import { JOURNAL_VERSION } from '../../journal/journalHeader.ts'
import type { CommandRecord } from '../../journal/journalRecord.ts'
import { draftsNameOf, type JournalFile, type JournalStore } from '../../journal/journalStore.ts'
import type { ReadJournal } from '../../journal/readJournal.ts'
import { RecordKind } from '../../journal/stepCount.ts'
import {
  ALL_JOURNALS_LIMIT_BYTES,
  headerBytes,
  JOURNAL_LIMIT_BYTES,
  signBytes,
} from '../../journal/writeJournal.ts'
import type { OpenDocument } from '../openDocument.ts'
import type { OpenedFile } from '../touched/openedFile.ts'
import { boundedRecordBytes } from './boundedRecord.ts'

/** Where it is written, and how far it is. */
interface Begun {
  file: JournalFile
  /** Bytes. */
  end: number
  /** Records. */
  count: number
}

export interface LeftWork {
  readonly records: readonly (readonly CommandRecord[])[]
  readonly drafts: readonly KeptDraft[]
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
  #file: OpenedFile | undefined
  #begun: Promise<Begun | undefined> | undefined
  #drafts: Promise<Drafts | undefined> | undefined
  /** What became of it; undefined while there is nothing to keep. */
  state: JournalState | undefined
  /** What was done since the file was read: in memory, also where the device keeps nothing. */
  #records: CommandRecord[] = []
  /**
   * What could not be done again in the file as it is now, by the reading from which it was left: another state of
   * the file may have its lines.
   */
  left: LeftWork = { records: [], drafts: [] }

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

  get records(): readonly CommandRecord[] {
    return this.#records
  }

  /** Another file is open, whose edits are to be kept so; what was kept before stays as it is. */
  opened(file: OpenedFile, options: JournalOptions | undefined): void {
    this.#close()
    this.#file = file
    this.#options = options
    this.#records = []
    this.left = { records: [], drafts: [] }
  }

  /** What it wrote stays, and it writes no more. */
  close(): void {
    this.#close()
    this.#options = undefined
  }

  /** On the device when it resolves, or `state` says why not. */
  async add(doc: OpenDocument, record: CommandRecord): Promise<void> {
    // What is no step alone is nothing to lose: the header says the format.
    const isFirst = this.#records.length === 0 && !this.#begun
    if (isFirst && record.command.kind === 'setFormat') return
    this.#records.push(record)
    if (!this.isAsked || this.state === 'full') return
    const begun = await this.#begin(doc)
    if (!begun) return
    const bytes = boundedRecordBytes(begun.count, record)
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

  /**
   * Resolves when they are on the device. False when they are too large for that, or there is no room; where nothing
   * is kept at all, `state` says so.
   */
  async keepDrafts(doc: OpenDocument, drafts: readonly KeptDraft[]): Promise<boolean> {
    if (!this.isAsked) return true
    if (drafts.length === 0 && !this.#drafts) return true
    if (!(await this.#begin(doc)) || !this.#store || !this.#options) return true
    this.#drafts ??= openDrafts(this.#store, this.#options.id)
    const kept = await this.#drafts
    if (!kept) return false
    const bytes = draftBytes(kept.number, drafts)
    if (bytes.length > DRAFTS_LIMIT_BYTES) return false
    // From the beginning again, when what is newest until now is not touched by that.
    const isGrown = kept.at + bytes.length > DRAFTS_FILE_BYTES && kept.from >= bytes.length
    const at = isGrown ? 0 : kept.at
    // Others may be kept before this one is on the device.
    const before = { ...kept }
    kept.from = at
    kept.at = at + bytes.length
    kept.number++
    const isWritten = await kept.file.writeAt(at, bytes)
    if (isWritten && (await kept.file.isThere?.()) === false) {
      this.#drafts = openDrafts(this.#store, this.#options.id)
      const next = await this.#drafts
      const again = draftBytes(next?.number ?? 0, drafts)
      if (!next || !(await next.file.writeAt(next.at, again))) return false
      Object.assign(next, { from: next.at, at: next.at + again.length, number: next.number + 1 })
      return true
    }
    if (!isWritten && kept.number === before.number + 1) Object.assign(kept, before)
    return isWritten
  }

  /** Goes on with a journal that is open, from its record `count` on. */
  goOnWith(id: string, file: JournalFile, { end, count, records }: ReadJournal): void {
    this.#close()
    this.#records = [...records]
    this.#options = { id, pageId: this.#options?.pageId ?? '' }
    if (file.size > end) file.truncate(end)
    this.#begun = Promise.resolve({ file, end, count })
    this.state = 'kept'
  }

  /** Begins one with what another held: `bytes` of `count` records of all kinds. */
  async beginWith(
    bytes: Uint8Array<ArrayBuffer>,
    count: number,
    records: readonly CommandRecord[],
  ): Promise<void> {
    this.#records = [...records]
    const file = await this.#create()
    if (!file) return
    const isWritten = await file.writeAt(0, bytes)
    this.#begun = Promise.resolve(isWritten ? { file, end: bytes.length, count } : undefined)
    this.state = isWritten ? 'kept' : 'unavailable'
  }

  /** Begins one with what was done until now in a file that has the same lines at its beginning. */
  async beginAgain(doc: OpenDocument, records: readonly CommandRecord[]): Promise<void> {
    this.#records = [...records]
    if (!this.isAsked || records.length === 0) return
    const header = headerBytes(await this.#headerFor(doc))
    const bytes = concatBytes([
      header,
      ...records.map((record, i) => boundedRecordBytes(i, record)),
    ])
    await this.beginWith(bytes, records.length, records)
  }

  /** Removes it, since another file holds all of it. Another one begins with the next edit, of `file` then. */
  async end(file: OpenedFile | undefined): Promise<void> {
    await this.#remove()
    this.#file = file
    this.#records = []
  }

  /** Removes it, and keeps nothing more. */
  async stop(): Promise<void> {
    const ending = this.#remove()
    this.#options = undefined
    await ending
  }

  async #remove(): Promise<void> {
    const id = this.#options?.id
    await this.#begun
    await this.#drafts
    this.#close()
    if (id === undefined) return
    await this.#store?.remove(id)
    await this.#store?.remove(draftsNameOf(id))
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
      name: file?.file.name ?? '',
      size: file?.size ?? 0,
      lastModified: file?.file.lastModified ?? 0,
      // Without it the file is taken for another one.
      fingerprint: (await file?.samples()) ?? '',
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
    if (await begun.file.writeAt(at, bytes)) {
      if ((await begun.file.isThere?.()) === false) await this.#writeAnew(begun)
      return
    }
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

  /** The storage was cleared while the document is open: what was in the file is put there again. */
  async #writeAnew(begun: Begun): Promise<void> {
    const bytes = begun.file.readAll().slice(0, begun.end)
    // Not closed: Chromium 156 never returns from closing a file of a storage that was cleared.
    const file = await this.#create()
    if (!file) return
    begun.file = file
    this.state = (await file.writeAt(0, bytes)) ? 'kept' : 'unavailable'
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
