// Results of earlier readings, kept on the device so that a file opened before shows its verdicts at
// once: which entry is of which file, when one is worth keeping, and how much is kept at most.
import type { ByteSource } from '../document/byteSource.ts'
import { TimeSlice } from '../base/jobs.ts'
import type { ValidatedDocument } from '../validation/validatedDocument.ts'
import { type PackedEntry, unpackEntry } from '../document/saved/entryFile.ts'
import { fingerprintOf } from './fileFingerprint.ts'
import type { ResultStore } from './resultStore.ts'
import { type FileToRestore, unpackDocument, packDocument } from './savedDocument.ts'

export interface CacheLimits {
  /** Bytes of a file below which reading it is as quick as finding its entry. */
  readonly fromFileBytes: number
  /** Bytes of all entries. */
  readonly totalBytes: number
  readonly entries: number
  /** Milliseconds between the last verdict and the writing of the entry: the page comes first. */
  readonly delay: number
  /**
   * Milliseconds that a file is kept waiting when the store does not say what it has, or does not give
   * it. It does within two or three, unless the machine is so busy that reading takes much longer, too.
   */
  readonly listPatience: number
  readonly findPatience: number
  /** Milliseconds of writing after which someone who waits comes first, and no entry is kept. */
  readonly writePatience: number
}

export const CACHE_LIMITS: CacheLimits = {
  fromFileBytes: 4 * 1024 * 1024,
  totalBytes: 256 * 1024 * 1024,
  entries: 32,
  delay: 500,
  listPatience: 500,
  findPatience: 3000,
  writePatience: 250,
}

/**
 * File systems tell times apart by up to this many milliseconds (FAT by two seconds). A file that
 * changed so shortly before it was read could change again without a new time, so it is not kept.
 */
const TIME_STEP = 2000

/** What tells one state of a file from another, beside its bytes. */
export interface FileStamp {
  readonly size: number
  /** Milliseconds since 1970. */
  readonly lastModified: number
}

/** An entry that was found, not yet looked into. */
export interface FoundResults {
  /** Undefined, and the entry is forgotten, when it is damaged or not of this file after all. */
  readonly restore: <Doc extends ValidatedDocument>(to: FileToRestore<Doc>) => Doc | undefined
}

export class ResultCache {
  readonly limits: CacheLimits
  readonly #store: ResultStore
  readonly #build: string
  readonly #identities = new WeakMap<FileStamp, Promise<string>>()

  /** `build` names the code that validates: verdicts of another are not believed. */
  constructor(store: ResultStore, build: string, limits: CacheLimits = CACHE_LIMITS) {
    this.#store = store
    this.#build = build
    this.limits = limits
  }

  /**
   * Looks for the results of an earlier reading. Undefined after some milliseconds when there are
   * none; the file is sampled only when an entry of its size and time exists. Never rejects.
   */
  find(file: FileStamp, source: ByteSource): Promise<FoundResults | undefined> {
    // Whatever goes wrong here, the file can be read instead.
    const found = this.#find(file, source).catch(() => undefined)
    return within(this.limits.findPatience, found)
  }

  async #find(file: FileStamp, source: ByteSource): Promise<FoundResults | undefined> {
    if (file.size < this.limits.fromFileBytes) return undefined
    const names = await within(this.limits.listPatience, this.#store.names())
    const prefix = this.#prefixOf(file)
    if (!names?.some((name) => name.startsWith(prefix))) return undefined
    const identity = await this.#identityOf(file, source)
    const bytes = names.includes(identity) ? await this.#store.read(identity) : undefined
    return bytes && { restore: (to) => this.#restore(identity, bytes, to) }
  }

  #restore<Doc extends ValidatedDocument>(
    identity: string,
    bytes: Uint8Array<ArrayBuffer>,
    to: FileToRestore<Doc>,
  ): Doc | undefined {
    let doc: Doc | undefined
    try {
      const entry = unpackEntry(bytes)
      doc = entry && unpackDocument(entry, identity, to)
    } catch {
      // Whole, and yet not what this code writes: as good as damaged.
    }
    if (!doc) void this.#store.remove(identity)
    return doc
  }

  /**
   * Keeps what a document knows of its file, instead of what was kept of it before, and resolves with
   * whether it did. The document must not change meanwhile; when `isWaitedFor` says that someone
   * wants to, that is soon over.
   */
  async keep(
    file: FileStamp,
    doc: ValidatedDocument,
    isWaitedFor: () => boolean = () => false,
  ): Promise<boolean> {
    if (file.size < this.limits.fromFileBytes) return false
    if (file.lastModified + TIME_STEP >= doc.openedAt) return false
    const identity = await this.#identityOf(file, doc.source).catch(() => undefined)
    if (identity === undefined) return false
    if (doc.hasCachedVerdicts) {
      await this.#store.touch(identity)
      return true
    }
    const packed = packDocument(doc, identity)
    if (!packed || packed.size > this.limits.totalBytes / 2) return false
    await this.#makeRoom(identity, packed.size)
    return this.#write(identity, packed, isWaitedFor)
  }

  /** Forgets what is kept of a file. */
  async forget(file: FileStamp, source: ByteSource): Promise<void> {
    const identity = await this.#identityOf(file, source).catch(() => undefined)
    if (identity !== undefined) await this.#store.remove(identity)
  }

  async #write(
    identity: string,
    packed: PackedEntry,
    isWaitedFor: () => boolean,
  ): Promise<boolean> {
    const writer = await this.#store.create(identity)
    if (!writer) return false
    const startedAt = performance.now()
    const slice = new TimeSlice()
    let isWhole = true
    try {
      for (const piece of packed.pieces()) {
        isWhole = writer.write(piece)
        if (slice.isOver) await slice.breathe()
        const elapsed = performance.now() - startedAt
        if (isWaitedFor() && elapsed > this.limits.writePatience) isWhole = false
        if (!isWhole) break
      }
    } finally {
      writer.close()
    }
    if (!isWhole) await this.#store.remove(identity)
    return isWhole
  }

  /** Removes what no one can use, and then what was used longest ago, until `size` bytes fit. */
  async #makeRoom(identity: string, size: number): Promise<void> {
    const entries = (await this.#store.entries()).filter(({ name }) => name !== identity)
    const useful = entries.filter(({ name }) => name.startsWith(`${this.#build}-`))
    const rest = useful.toSorted((a, b) => b.usedAt - a.usedAt)
    let total = rest.reduce((sum, entry) => sum + entry.size, size)
    const remove = entries.filter((entry) => !useful.includes(entry))
    while (rest.length >= this.limits.entries || total > this.limits.totalBytes) {
      const oldest = rest.pop()
      if (!oldest) break
      total -= oldest.size
      remove.push(oldest)
    }
    for (const { name } of remove) await this.#store.remove(name)
  }

  #prefixOf({ size, lastModified }: FileStamp): string {
    return `${this.#build}-${size}-${lastModified}-`
  }

  #identityOf(file: FileStamp, source: ByteSource): Promise<string> {
    let identity = this.#identities.get(file)
    if (!identity) {
      identity = fingerprintOf(source).then((hash) => this.#prefixOf(file) + hash)
      this.#identities.set(file, identity)
    }
    return identity
  }
}

/** Undefined when the promise takes longer than that many milliseconds. */
function within<T>(milliseconds: number, promise: Promise<T>): Promise<T | undefined> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}
