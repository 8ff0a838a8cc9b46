// A hash of content that comes piece by piece, of any length. The browser's SHA-256 wants all bytes at
// once and answers later, so they are hashed in leaves of one size, and the leaves' hashes together: a
// tree of two levels. Nobody can make two contents that have the same, and every byte counts.
import { hexText } from '../../base/hexText.ts'
import { digest, sha256 } from '../../base/sha256.ts'

/** Bytes of a leaf. To change it makes all hashes that are remembered anywhere useless. */
const LEAF_BYTES = 4 * 1024 * 1024

/** Leaves under way at a time: as many megabytes are held. */
const MAX_PENDING = 4

export class ContentHash {
  readonly #leaves: Promise<Uint8Array>[] = []
  #leaf = new Uint8Array(0)
  #filled = 0
  #length = 0

  /** The bytes are the caller's again afterwards. */
  append(bytes: Uint8Array): void {
    this.#length += bytes.length
    for (let at = 0; at < bytes.length; ) {
      const taken = Math.min(bytes.length - at, LEAF_BYTES - this.#filled)
      this.#reserve(this.#filled + taken)
      this.#leaf.set(bytes.subarray(at, at + taken), this.#filled)
      this.#filled += taken
      at += taken
      if (this.#filled === LEAF_BYTES) this.#endLeaf()
    }
  }

  /** Waits while more is under way than should be held. */
  async settle(): Promise<void> {
    await this.#leaves.at(-MAX_PENDING)
  }

  /** 64 hexadecimal digits. Nothing may be appended afterwards. */
  async finish(): Promise<string> {
    this.#endLeaf()
    const leaves = await Promise.all(this.#leaves)
    const tree = new Uint8Array(8 + 32 * leaves.length)
    new DataView(tree.buffer).setFloat64(0, this.#length)
    for (const [i, leaf] of leaves.entries()) tree.set(leaf, 8 + 32 * i)
    return hexText(sha256(tree))
  }

  #endLeaf(): void {
    if (this.#filled === 0) return
    this.#leaves.push(digest(this.#leaf.subarray(0, this.#filled)))
    this.#filled = 0
  }

  #reserve(length: number): void {
    if (length <= this.#leaf.length) return
    const wider = new Uint8Array(Math.min(LEAF_BYTES, Math.max(length, 2 * this.#leaf.length)))
    wider.set(this.#leaf.subarray(0, this.#filled))
    this.#leaf = wider
  }
}
