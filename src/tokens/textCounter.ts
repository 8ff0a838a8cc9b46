// Tokens of a text, by byte pair encoding. The work is gpt-tokenizer's; here is what keeps hostile texts
// from stopping the thread: its time grows with the square of the longest run of letters, of spaces or of
// signs, and what it remembers of a text keeps the whole text in memory.
import { BytePairEncodingCore } from 'gpt-tokenizer/BytePairEncodingCore'
import { isLowSurrogate, kindOf, RUN_KINDS } from './runKinds.ts'

type EncodingTables = ConstructorParameters<typeof BytePairEncodingCore>[0]

/**
 * Code units of a run that are looked at together. No word of any language is as long, nor a sentence in
 * those that write without spaces; a cut adds a token or two. 512 letters take half a millisecond.
 */
const MAX_RUN = 512

/** Merged words that are remembered. */
const MERGE_CACHE = 20_000

/** Code units after which they are forgotten: a word refers to the text in which it stood. */
const REMEMBERED = 8 * 1024 * 1024

export class TextCounter {
  readonly #core: BytePairEncodingCore
  #sinceCleared = 0

  constructor(tables: EncodingTables) {
    this.#core = new BytePairEncodingCore({ ...tables, mergeCacheSize: MERGE_CACHE })
  }

  /** Texts that look like special tokens, such as <|endoftext|>, are texts, as in what users send. */
  count(text: string): number {
    this.#sinceCleared += text.length
    if (this.#sinceCleared > REMEMBERED) {
      this.#core.clearMergeCache()
      this.#sinceCleared = text.length
    }
    if (text.length <= MAX_RUN) return this.#core.countNative(text)
    let tokens = 0
    let from = 0
    let runFrom = 0
    let runKind: number = RUN_KINDS.none
    for (let i = 0; i < text.length; i++) {
      const kind = kindOf(text.charCodeAt(i))
      if (kind === RUN_KINDS.none || (kind !== runKind && kind !== RUN_KINDS.any)) {
        runKind = kind
        runFrom = i
      } else if (i - runFrom >= MAX_RUN && !isLowSurrogate(text.charCodeAt(i))) {
        tokens += this.#core.countNative(text.slice(from, i))
        from = i
        runFrom = i
      }
    }
    return tokens + this.#core.countNative(from === 0 ? text : text.slice(from))
  }
}
