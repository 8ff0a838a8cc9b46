// Lines as bytes, collected in one order and taken in another, in bounded memory: as many of the first places as
// there is room for.
//
// Lines come in pieces, one after the other, and lie in `bytes` as they came. When that is full, the last places are
// given up and the lines that are left move together; bytes of places that were given up are not kept.

const LF = 10
/** Bytes that are copied one by one: up to here that is quicker than a view of them. */
const SHORT = 64

export class LineArena {
  /** Places from `#from` on are wanted, up to here; fewer whenever there is not enough room. */
  to = 0
  /** A line alone does not fit. */
  isTooLarge = false
  #from = 0
  readonly #bytes: Uint8Array
  /** Bytes that are taken at a time: after a cut there is room for so many. */
  readonly #piece: number
  /** [place - #from]: where the line begins, and its bytes with its line end; 0 of those that have not come. */
  #starts = new Uint32Array(0)
  #lengths = new Uint32Array(0)
  /** Places of the lines in the order in which they lie in `#bytes`. */
  #arrived = new Uint32Array(0)
  #count = 0
  #filled = 0
  /** The line that has begun, if its place is wanted. */
  #place = -1

  /** `room`: bytes of lines that are held at most. */
  constructor(room: number) {
    this.#bytes = new Uint8Array(Math.max(8, room))
    this.#piece = this.#bytes.length >>> 3
  }

  /** Begins again, with places [from, to). */
  begin(from: number, to: number): void {
    this.#from = from
    this.to = to
    this.isTooLarge = false
    if (this.#starts.length < to - from) {
      this.#starts = new Uint32Array(to - from)
      this.#lengths = new Uint32Array(to - from)
      this.#arrived = new Uint32Array(to - from)
    } else this.#lengths.fill(0)
    this.#count = 0
    this.#filled = 0
    this.#place = -1
  }

  /** Takes bytes of lines, each with its line feed. `nextPlace`: of the next line; asked once for each. */
  push(chunk: Uint8Array, nextPlace: () => number): void {
    for (let at = 0; at < chunk.length && !this.isTooLarge; ) {
      if (this.#place < 0) this.#beginLine(nextPlace())
      if (this.#place >= this.to) {
        const end = chunk.indexOf(LF, at)
        if (end < 0) return
        this.#place = -1
        at = end + 1
        continue
      }
      const piece = chunk.subarray(at, at + this.#piece)
      if (this.#filled + piece.length > this.#bytes.length) {
        this.#makeRoom()
        continue
      }
      this.#bytes.set(piece, this.#filled)
      this.#findLines(this.#filled, piece.length, nextPlace)
      at += piece.length
    }
  }

  /** Takes bytes [from, to) as what there is of a place, in place of a line. */
  add(place: number, bytes: Uint8Array, from: number, to: number): void {
    const length = to - from
    while (place < this.to && this.#filled + length > this.#bytes.length) {
      // It counts among those for which there has to be room.
      this.#lengths[place - this.#from] = length
      this.#makeRoom()
      if (this.isTooLarge) return
    }
    if (place >= this.to) return
    const filled = this.#filled
    if (length <= SHORT) {
      const own = this.#bytes
      for (let i = 0; i < length; i++) own[filled + i] = bytes[from + i] as number
    } else this.#bytes.set(bytes.subarray(from, to), filled)
    this.#starts[place - this.#from] = filled
    this.#lengths[place - this.#from] = length
    this.#arrived[this.#count++] = place
    this.#filled = filled + length
  }

  /** Ends the line that has begun and has no line end. */
  endLast(lineEnd: Uint8Array): void {
    if (this.#place < 0) return
    this.push(lineEnd, () => this.#place)
  }

  /** The bytes of a line, until more are pushed; none when no line of the place has come. */
  lineAt(place: number): Uint8Array {
    const i = place - this.#from
    const start = this.#starts[i] as number
    return this.#bytes.subarray(start, start + (this.#lengths[i] as number))
  }

  /** Copies lines from `place` on, as many as there is room for; returns the next place and the bytes. */
  copyTo(out: Uint8Array, place: number): { readonly place: number; readonly length: number } {
    const bytes = this.#bytes
    let filled = 0
    for (; place < this.to; place++) {
      const start = this.#starts[place - this.#from] as number
      const length = this.#lengths[place - this.#from] as number
      if (filled + length > out.length) break
      if (length <= SHORT) {
        for (let i = 0; i < length; i++) out[filled + i] = bytes[start + i] as number
      } else out.set(bytes.subarray(start, start + length), filled)
      filled += length
    }
    return { place, length: filled }
  }

  #beginLine(place: number): void {
    this.#place = place
    if (place >= this.to) return
    this.#starts[place - this.#from] = this.#filled
    this.#lengths[place - this.#from] = 0
    this.#arrived[this.#count++] = place
  }

  /** Which lines the bytes at the end belong to. Those of places that are not wanted lie there until there is no room. */
  #findLines(from: number, length: number, nextPlace: () => number): void {
    const bytes = this.#bytes
    const end = from + length
    let start = from
    for (let at = from; at < end; ) {
      if (bytes[at++] !== LF) continue
      this.#lengthen(at - start)
      start = at
      this.#filled = at
      this.#place = -1
      if (at < end) this.#beginLine(nextPlace())
    }
    if (start < end) this.#lengthen(end - start)
    this.#filled = end
  }

  #lengthen(bytes: number): void {
    const i = this.#place - this.#from
    if (this.#place < this.to) this.#lengths[i] = (this.#lengths[i] as number) + bytes
  }

  /** Gives up the last places until there is room for a piece, and moves the lines together that are left. */
  #makeRoom(): void {
    const most = this.#bytes.length - this.#piece
    let cut = this.#from
    for (let sum = 0; cut < this.to; cut++) {
      sum += this.#lengths[cut - this.#from] as number
      if (sum > most) break
    }
    if (cut === this.#from) {
      this.isTooLarge = true
      this.to = this.#from + 1
      return
    }
    this.to = cut
    let filled = 0
    let count = 0
    for (let k = 0; k < this.#count; k++) {
      const place = this.#arrived[k] as number
      const i = place - this.#from
      if (place >= cut) {
        this.#lengths[i] = 0
        continue
      }
      const start = this.#starts[i] as number
      this.#bytes.copyWithin(filled, start, start + (this.#lengths[i] as number))
      this.#starts[i] = filled
      this.#arrived[count++] = place
      filled += this.#lengths[i] as number
    }
    this.#count = count
    this.#filled = filled
  }
}
