// Where the frames of a Zstandard file begin and end (RFC 8878, section 3.1), found without unpacking them.
import { broken, DAMAGED } from './container.ts'

const FRAME_MAGIC = 0xfd2fb528
/** The lowest four bits are any. */
const SKIPPABLE_MAGIC = 0x184d2a50

/** Bytes of a frame's header by its two flags; of the size also by whether the frame is a single segment. */
const DICTIONARY_SIZES = [0, 1, 2, 4] as const
const CONTENT_SIZES = [0, 2, 4, 8] as const

export interface FramePiece {
  readonly bytes: Uint8Array
  /** Present with the last piece of a frame. */
  readonly end?: {
    /** The lower 32 bits of the XXH64 of what the frame unpacks to; absent where the frame has none. */
    readonly checksum?: number
  }
}

type Part = 'magic' | 'descriptor' | 'header' | 'block' | 'data' | 'checksum' | 'skipSize' | 'skip'

export class ZstdFrames {
  #part: Part = 'magic'
  /** Bytes that the part still lacks. */
  #lacks = 4
  /** The number that the part is, little-endian, as far as it has come. */
  #number = 0
  #have = 0
  #hasChecksum = false
  #isLastBlock = false

  /** Nothing is unfinished. */
  get isAtEnd(): boolean {
    return this.#part === 'magic' && this.#have === 0
  }

  /** What of `bytes` belongs to frames; what is to be skipped is left out. Throws ReadFailure. */
  *split(bytes: Uint8Array): Generator<FramePiece> {
    let from = 0
    for (let at = 0; at < bytes.length; ) {
      const taken = Math.min(this.#lacks, bytes.length - at)
      if (this.#isNumber()) this.#read(bytes.subarray(at, at + taken))
      at += taken
      this.#lacks -= taken
      if (this.#part === 'skip' || this.#part === 'skipSize') from = at
      // A part may be empty.
      while (this.#lacks === 0) {
        const piece = this.#next(bytes.subarray(from, at))
        if (piece) {
          yield piece
          from = at
        }
      }
    }
    if (this.#isInFrame() && from < bytes.length) yield { bytes: bytes.subarray(from) }
  }

  #isNumber(): boolean {
    return this.#part !== 'data' && this.#part !== 'skip' && this.#part !== 'header'
  }

  /** The mark of a frame is given on when it is known to be one. */
  #isInFrame(): boolean {
    return this.#part !== 'magic' && this.#part !== 'skip' && this.#part !== 'skipSize'
  }

  #read(bytes: Uint8Array): void {
    for (const byte of bytes) this.#number += byte * 2 ** (8 * this.#have++)
  }

  /** Goes on after a part that is whole. `bytes`: what was not given on until now. */
  #next(bytes: Uint8Array): FramePiece | undefined {
    const number = this.#number
    switch (this.#part) {
      case 'magic':
        if (number === FRAME_MAGIC) {
          this.#begin('descriptor', 1)
          return { bytes: MAGIC_BYTES }
        }
        if (number - (number % 16) !== SKIPPABLE_MAGIC) throw broken(DAMAGED)
        this.#begin('skipSize', 4)
        return undefined
      case 'skipSize':
        this.#begin('skip', number)
        return undefined
      case 'skip':
        this.#begin('magic', 4)
        return undefined
      case 'descriptor':
        this.#hasChecksum = (number & 0x04) !== 0
        this.#begin('header', headerSize(number))
        return undefined
      case 'header':
        this.#begin('block', 3)
        return undefined
      case 'block': {
        const kind = (number >> 1) & 3
        if (kind === 3) throw broken(DAMAGED)
        this.#isLastBlock = (number & 1) === 1
        // Of a block that is one byte over and over, the size is that of what it unpacks to.
        this.#begin('data', kind === 1 ? 1 : number >> 3)
        return undefined
      }
      case 'data':
        if (!this.#isLastBlock) this.#begin('block', 3)
        else if (this.#hasChecksum) this.#begin('checksum', 4)
        else {
          this.#begin('magic', 4)
          return { bytes, end: {} }
        }
        return undefined
      case 'checksum':
        this.#begin('magic', 4)
        return { bytes, end: { checksum: number } }
    }
  }

  #begin(part: Part, size: number): void {
    this.#part = part
    this.#lacks = size
    this.#number = 0
    this.#have = 0
  }
}

const MAGIC_BYTES = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd)

/** Of what follows the descriptor: window, dictionary and content size. */
function headerSize(descriptor: number): number {
  const isSingle = (descriptor & 0x20) !== 0
  const flag = descriptor >> 6
  const content = flag === 0 && isSingle ? 1 : (CONTENT_SIZES[flag] as number)
  return (isSingle ? 0 : 1) + (DICTIONARY_SIZES[descriptor & 3] as number) + content
}
