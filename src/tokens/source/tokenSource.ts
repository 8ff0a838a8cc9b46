// An open document whose lines are counted by another worker: gives it lines, takes their counts, and answers
// what the page asks about tokens.
import { REPORT_INTERVAL } from '../../base/progress.ts'
import { fail, ok, type Result } from '../../base/result.ts'
import type { LineId, LineIndex } from '../../base/units.ts'
import type { FoundLine } from '../../contracts/documentApi.ts'
import type {
  LineTokensApi,
  TokenCounts,
  TokenLines,
  TokenReport,
  TokenSourceApi,
} from '../../contracts/lineTokens.ts'
import { type Message, msg } from '../../i18n/message.ts'
import type { ValidatedDocument } from '../../validation/validatedDocument.ts'
import { LineTokens } from './lineTokens.ts'
import { lineWithTokens, tokenReport } from './tokenReport.ts'

/** A document that knows of its tokens what was counted. */
export interface CountedDocument extends ValidatedDocument {
  /** Undefined where it is not known how its lines count as tokens, and before all of them are read. */
  tokens: LineTokens | undefined
}

/** What the session does for it. */
export interface TokenSourceHost {
  /** Runs work at once; expected failures come as values. */
  answer<T>(work: (doc: CountedDocument) => Promise<Result<T>>): Promise<Result<T>>
  /** The same when all earlier changes are done, as a change of its own. */
  change<T>(work: (doc: CountedDocument) => Promise<Result<T>>): Promise<Result<T>>
  /** Tells the page. */
  report(): void
}

export class TokenSource implements TokenSourceApi, LineTokensApi {
  readonly #host: TokenSourceHost
  #doc: CountedDocument | undefined
  /** The worker that asks for lines: each has a number. */
  #follower = 0
  #isFollowed = false
  /** It waits for lines. */
  #wake: (() => void) | undefined
  /** Rises whenever there may be lines to count. */
  #news = 0
  #reportedAt = 0

  constructor(host: TokenSourceHost) {
    this.#host = host
  }

  get #tokens(): LineTokens | undefined {
    return this.#doc?.tokens
  }

  /** All lines of a document are read. `isSaved`: it has the lines of the one before, in their order. */
  opened(doc: CountedDocument, isSaved = false): void {
    const before = this.#tokens
    this.#doc = doc
    this.#begin()
    if (this.#tokens && before && isSaved && before.areExamples === this.#tokens.areExamples) {
      this.#tokens.takeOver(before)
      this.#tokens.settle()
    }
    this.#tellNews()
  }

  /** Lines came, went, moved or changed, or the document has another format. */
  changed(ids: readonly LineId[] = []): void {
    const kind = this.#doc?.format.tokens
    const areExamples = kind === undefined ? undefined : kind === 'examples'
    if (areExamples !== this.#tokens?.areExamples) this.#begin()
    else this.#tokens?.changed(ids)
    this.#tellNews()
  }

  /** From now on another worker asks for lines. */
  follow(): void {
    this.#follower++
    this.#isFollowed = true
    this.#tokens?.begin()
    this.#tellNews()
    this.#report()
  }

  /** No worker asks for lines any more. */
  unfollow(problem?: Message): void {
    this.#follower++
    this.#isFollowed = false
    this.#tokens?.end(problem)
    this.#tellNews()
    this.#report()
  }

  async takeLines(): Promise<Result<TokenLines>> {
    const follower = this.#follower
    for (;;) {
      if (!this.#isFollowed || follower !== this.#follower) return NO_LONGER_ASKED
      const news = this.#news
      const lines = await this.#host.answer((doc) => this.#read(doc))
      if (!lines.ok) this.unfollow(lines.failure.message)
      if (!lines.ok || lines.value) return lines as Result<TokenLines>
      // What came while it was looked is looked at before there is anyone to wake.
      if (news !== this.#news) continue
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }

  async putCounts(counts: TokenCounts): Promise<Result<void>> {
    this.#tokens?.put(counts)
    if (this.#tokens?.isUnsettled) {
      await this.#host.change(async (doc) => {
        doc.tokens?.settle()
        return ok()
      })
    }
    const { state } = this.#tokens?.facts ?? {}
    const isUnderWay = state === 'counting' || state === 'estimating'
    if (!isUnderWay || Date.now() - this.#reportedAt >= REPORT_INTERVAL) this.#report()
    return ok()
  }

  async giveUp(problem: Message): Promise<Result<void>> {
    this.unfollow(problem)
    return ok()
  }

  async countTokens(isExact: boolean): Promise<Result<void>> {
    if (!this.#tokens) return NO_TOKENS
    this.#tokens.want(isExact)
    this.#report()
    this.#tellNews()
    return ok()
  }

  readTokens(): Promise<Result<TokenReport>> {
    return this.#host.answer(async (doc) => {
      const { tokens } = doc
      return tokens ? ok(tokenReport(doc, tokens)) : NO_TOKENS
    })
  }

  lineWithTokens(from: number, to: number, after: LineIndex): Promise<Result<FoundLine>> {
    return this.#host.answer(async (doc) => {
      const { tokens } = doc
      if (!tokens) return NO_TOKENS
      const line = lineWithTokens(doc, tokens, [from, to], after)
      return ok({ revision: doc.revision, line })
    })
  }

  #begin(): void {
    const kind = this.#doc?.format.tokens
    if (!this.#doc) return
    this.#doc.tokens =
      kind === undefined ? undefined : new LineTokens(this.#doc, kind === 'examples')
    if (this.#isFollowed) this.#tokens?.begin()
  }

  #tellNews(): void {
    this.#news++
    this.#wake?.()
  }

  #report(): void {
    this.#reportedAt = Date.now()
    this.#host.report()
  }

  /** Undefined when there is nothing to count at the moment. */
  async #read(doc: CountedDocument): Promise<Result<TokenLines | undefined>> {
    const tokens = doc.state === 'ready' ? doc.tokens : undefined
    const ids = tokens?.next() ?? []
    if (!tokens || ids.length === 0) return ok(undefined)
    const contents = await doc.lines.readContents(ids)
    const ends = new Uint32Array(ids.length)
    let at = 0
    contents.forEach(({ id, bytes }, i) => {
      at += bytes.length
      ends[i] = at
      tokens.weigh(id, bytes.length)
    })
    const bytes = new Uint8Array(at)
    contents.forEach((content, i) => {
      bytes.set(content.bytes, i === 0 ? 0 : ends[i - 1])
    })
    return ok({ ids: Float64Array.from(ids), bytes, ends, areExamples: tokens.areExamples })
  }
}

const NO_LONGER_ASKED: Result<never> = fail(
  'source-closed',
  msg('Another part of the page counts the tokens of this document now.'),
)

const NO_TOKENS: Result<never> = fail(
  'no-tokens',
  msg('How many tokens these lines have is not known.'),
)
