// Where a file that comes from the API is put: in memory while it is small, then into private storage where
// there is any. The bytes are kept once, and never as one string.

/** A place on the disk that only this app sees. */
export interface DownloadStore {
  /** Undefined where there is no room for anything. */
  create(): Promise<StoredDownload | undefined>
  /** Takes away what pages that are closed have left. */
  clean(): Promise<void>
}

export interface StoredDownload {
  /** At the end. Throws when there is no room. */
  write(bytes: Uint8Array<ArrayBuffer>): void
  /** Begins again. */
  clear(): void
  /** What was written, as a file on the disk that is read when it is needed. */
  finish(): Promise<File>
  /** Takes it away. */
  discard(): Promise<void>
}

/** Bytes up to which a file stays in memory. */
const MEMORY_LIMIT = 4_000_000

/** Bytes of the end that are remembered, to see that a later part fits. */
export const OVERLAP = 64

export class DownloadTarget {
  readonly #store: DownloadStore | undefined
  #stored: StoredDownload | undefined
  #hasNoStore: boolean
  /** Not yet in `#stored`. Browsers put a Blob of many bytes on the disk where they see fit. */
  #blobs: Blob[] = []
  #chunks: Uint8Array<ArrayBuffer>[] = []
  #inMemory = 0
  #size = 0
  #tail = new Uint8Array(0)

  constructor(store: DownloadStore | undefined) {
    this.#store = store
    this.#hasNoStore = store === undefined
  }

  get size(): number {
    return this.#size
  }

  /** The last bytes, OVERLAP of them at most. */
  get tail(): Uint8Array {
    return this.#tail
  }

  /** Takes over the bytes. Throws when there is no room. */
  async append(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#size += bytes.length
    this.#tail = lastOf(this.#tail, bytes)
    if (this.#stored) return this.#stored.write(bytes)
    this.#chunks.push(bytes)
    this.#inMemory += bytes.length
    if (this.#inMemory < MEMORY_LIMIT) return
    if (!this.#hasNoStore) await this.#moveToStore()
    if (this.#hasNoStore) this.#fold()
  }

  /** The same of bytes that are changed once the promise is settled. */
  async appendLent(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.append(this.#stored ? bytes : bytes.slice())
  }

  /** Forgets all bytes. */
  restart(): void {
    this.#stored?.clear()
    this.#blobs = []
    this.#chunks = []
    this.#inMemory = 0
    this.#size = 0
    this.#tail = new Uint8Array(0)
  }

  async finish(name: string): Promise<File> {
    const parts = this.#stored ? [await this.#stored.finish()] : [...this.#blobs, ...this.#chunks]
    return new File(parts, name, { lastModified: Date.now() })
  }

  async discard(): Promise<void> {
    const stored = this.#stored
    // What is finished is closed: it cannot be cleared any more, only taken away.
    this.#stored = undefined
    this.restart()
    await stored?.discard()
  }

  async #moveToStore(): Promise<void> {
    this.#stored = await this.#store?.create()
    this.#hasNoStore = this.#stored === undefined
    if (!this.#stored) return
    for (const chunk of this.#chunks) this.#stored.write(chunk)
    this.#chunks = []
  }

  #fold(): void {
    this.#blobs.push(new Blob(this.#chunks))
    this.#chunks = []
    this.#inMemory = 0
  }
}

function lastOf(tail: Uint8Array, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  if (bytes.length >= OVERLAP) return bytes.slice(bytes.length - OVERLAP)
  const last = new Uint8Array(Math.min(OVERLAP, tail.length + bytes.length))
  last.set(bytes, last.length - bytes.length)
  last.set(tail.subarray(tail.length - (last.length - bytes.length)))
  return last
}
