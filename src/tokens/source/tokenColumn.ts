// The tokens of every line of a document, as a column by line id: 5 bytes a line, and nothing before the first
// line is counted. Sums are kept as counts come and go, so that no one has to go through all lines.
import { ADDED_LINE_BASE, type LineId, lineId } from '../../base/units.ts'
import { MAX_TOKEN_KINDS, type TokenKind } from '../../contracts/lineTokens.ts'

/** Tokens as powers of two: none, 1, 2 to 3, 4 to 7, … */
const BUCKETS = 33

/** Of lines of one kind. */
interface KindSums {
  readonly kind: TokenKind
  lines: number
  tokens: number
}

export class TokenColumn {
  readonly #ofFile: Stretch
  readonly #added = new Stretch(0)
  /** By number. */
  readonly #kinds: KindSums[] = []
  readonly #kindByKey = new Map<string, number>()
  /** [bucket]: lines. */
  readonly #buckets = new Uint32Array(BUCKETS)
  #lines = 0
  #tokens = 0

  /** `lines`: of the file; others may come. */
  constructor(lines: number) {
    this.#ofFile = new Stretch(lines)
  }

  /** Lines that are counted. */
  get lines(): number {
    return this.#lines
  }

  /** Of all lines that are counted. */
  get tokens(): number {
    return this.#tokens
  }

  get kinds(): readonly Readonly<KindSums>[] {
    return this.#kinds
  }

  /** [bucket]: lines that have `bucketFrom(bucket)` tokens or more, and less than those of the next. */
  get buckets(): Uint32Array {
    return this.#buckets
  }

  /** Tokens of a line; undefined while it is not counted. */
  tokensOf(id: LineId): number | undefined {
    const tokens = this.#stretchOf(id).tokensAt(placeOf(id))
    return tokens < 0 ? undefined : tokens
  }

  kindOf(id: LineId): TokenKind | undefined {
    if (this.tokensOf(id) === undefined) return undefined
    return this.#kinds[this.#stretchOf(id).kindAt(placeOf(id))]?.kind
  }

  set(id: LineId, tokens: number, kind: TokenKind): void {
    this.clear(id)
    const number = this.#numberOf(kind)
    this.#stretchOf(id).set(placeOf(id), tokens, number)
    this.#add(tokens, number, 1)
  }

  /** The line is not counted any more. */
  clear(id: LineId): void {
    const tokens = this.tokensOf(id)
    if (tokens === undefined) return
    const stretch = this.#stretchOf(id)
    this.#add(tokens, stretch.kindAt(placeOf(id)), -1)
    stretch.clear(placeOf(id))
  }

  /** Calls `visit` with every line that is counted, those of the file first. */
  forEach(visit: (id: LineId, tokens: number, kind: TokenKind) => void): void {
    const visitIn = (stretch: Stretch, base: number): void => {
      for (let place = 0; place < stretch.length; place++) {
        const tokens = stretch.tokensAt(place)
        if (tokens < 0) continue
        visit(lineId(base + place), tokens, (this.#kinds[stretch.kindAt(place)] as KindSums).kind)
      }
    }
    visitIn(this.#ofFile, 0)
    visitIn(this.#added, ADDED_LINE_BASE)
  }

  #add(tokens: number, number: number, sign: 1 | -1): void {
    this.#lines += sign
    this.#tokens += sign * tokens
    const kind = this.#kinds[number] as KindSums
    kind.lines += sign
    kind.tokens += sign * tokens
    if (kind.kind.isUnreadable) return
    const bucket = bucketOf(tokens)
    this.#buckets[bucket] = (this.#buckets[bucket] as number) + sign
  }

  #numberOf(kind: TokenKind): number {
    const key = JSON.stringify(kind)
    const known = this.#kindByKey.get(key)
    if (known !== undefined) return known
    // Whatever else is told of a line, its model is what there can be any number of.
    if (this.#kinds.length >= MAX_TOKEN_KINDS - KINDS_WITHOUT_MODEL && kind.model !== undefined) {
      const { model: _, finding: __, ...rest } = kind
      return this.#numberOf({ ...rest, isKnown: false })
    }
    const number = this.#kinds.push({ kind, lines: 0, tokens: 0 }) - 1
    this.#kindByKey.set(key, number)
    return number
  }

  #stretchOf(id: LineId): Stretch {
    return id < ADDED_LINE_BASE ? this.#ofFile : this.#added
  }
}

/** Two encodings, and whether there are images, tools and stored input; and lines that are no requests. */
const KINDS_WITHOUT_MODEL = 2 * 2 * 2 * 2 + 1

/** Tokens from which on a bucket counts. */
export function bucketFrom(bucket: number): number {
  return bucket === 0 ? 0 : 2 ** (bucket - 1)
}

function bucketOf(tokens: number): number {
  return tokens === 0 ? 0 : 32 - Math.clz32(tokens)
}

function placeOf(id: LineId): number {
  return id < ADDED_LINE_BASE ? id : id - ADDED_LINE_BASE
}

/** Tokens and kinds by place; what is beyond the end is not counted. */
class Stretch {
  /** One more than the tokens; 0 where they are not known. */
  #tokens: Uint32Array
  #kinds: Uint8Array

  constructor(length: number) {
    this.#tokens = new Uint32Array(length)
    this.#kinds = new Uint8Array(length)
  }

  get length(): number {
    return this.#tokens.length
  }

  /** -1 where they are not known. */
  tokensAt(place: number): number {
    return (this.#tokens[place] ?? 0) - 1
  }

  kindAt(place: number): number {
    return this.#kinds[place] ?? 0
  }

  set(place: number, tokens: number, kind: number): void {
    if (place >= this.#tokens.length) this.#grow(place + 1)
    this.#tokens[place] = tokens + 1
    this.#kinds[place] = kind
  }

  clear(place: number): void {
    if (place < this.#tokens.length) this.#tokens[place] = 0
  }

  #grow(needed: number): void {
    const length = Math.max(64, Math.ceil(needed * 1.5))
    const tokens = new Uint32Array(length)
    tokens.set(this.#tokens)
    const kinds = new Uint8Array(length)
    kinds.set(this.#kinds)
    this.#tokens = tokens
    this.#kinds = kinds
  }
}
