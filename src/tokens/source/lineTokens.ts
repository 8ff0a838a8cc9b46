// What is known of the tokens of a document's lines, and which lines are to be counted next: first a sample,
// and, when every line is wanted, all others. Lines that change are counted again.
import { type LineId, lineId } from '../../base/units.ts'
import { usualTokens } from '../../base/usualTokens.ts'
import type { TokenCounts, TokenFacts, TokenKind, TokenState } from '../../contracts/lineTokens.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Message } from '../../i18n/message.ts'
import type { ValidatedDocument } from '../../validation/validatedDocument.ts'
import { linesWithin } from './nextLines.ts'
import { StretchPlan } from './stretchPlan.ts'
import type { Reckoned } from './stretchSample.ts'
import { TokenColumn } from './tokenColumn.ts'
import { explainFinding, settleFinding } from './tokenFindings.ts'

/** Bytes of a document below which every line is counted unasked: half a second of another thread. */
const COUNTED_UNASKED = 8 * 1024 * 1024

/** Bytes and lines that are counted between two answers. */
const BYTES_AT_ONCE = 1024 * 1024
const LINES_AT_ONCE = 4096

/** Of the bytes of a document: after larger changes a sample says nothing of it any more. */
const SAMPLE_HOLDS = 0.1

export class LineTokens {
  readonly areExamples: boolean
  readonly column: TokenColumn
  readonly #doc: ValidatedDocument
  #sample: StretchPlan | undefined
  #isExactWanted: boolean
  /** Lines before this one were asked for, in the order that there was. */
  #cursor = 0
  /** Every line has been counted once. */
  #wasWhole = false
  readonly #changed = new Set<LineId>()
  /** Lines that are being counted, and the bytes that they have with their line ends. */
  readonly #inFlight = new Map<LineId, number>()
  /** Lines whose finding is to be settled. */
  #unsettled: LineId[] = []
  #version = 0
  #epoch: number
  #isFollowed = false
  #problem: Message | undefined

  constructor(doc: ValidatedDocument, areExamples: boolean) {
    this.#doc = doc
    this.areExamples = areExamples
    this.column = new TokenColumn(doc.lines.originalLineCount)
    this.#isExactWanted = doc.lines.byteLength <= COUNTED_UNASKED
    this.#epoch = doc.lines.epoch
  }

  /** Every line is to be counted, or no more than a sample. */
  want(isExact: boolean): void {
    this.#isExactWanted = isExact
    this.#problem = undefined
  }

  /** Lines came, went, moved or changed. */
  changed(ids: readonly LineId[]): void {
    const { lines } = this.#doc
    for (const id of ids) {
      this.column.clear(id)
      this.#inFlight.delete(id)
      if (lines.has(id)) {
        this.#changed.add(id)
        settleFinding(this.#doc, id, undefined)
      } else this.#changed.delete(id)
    }
    if (ids.length > 0) this.#version++
    this.#sample?.forget(ids)
    const isOther = this.#sample && !this.#sample.holdsFor(lines.byteLength, SAMPLE_HOLDS)
    if (isOther) this.#sample = undefined
    this.#settleAnew()
  }

  /** Lines that are counted next; none when there is nothing to count at the moment. */
  next(): readonly LineId[] {
    const ids = this.#nextIds()
    for (const id of ids) this.#inFlight.set(id, 0)
    return ids
  }

  /** A line that `next` gave was read; `bytes` without its line end. */
  weigh(id: LineId, bytes: number): void {
    if (this.#inFlight.has(id)) this.#inFlight.set(id, bytes + 1)
  }

  /** A worker that counts has begun, and no other is left: what that was given is counted by this one. */
  begin(): void {
    this.#isFollowed = true
    this.#problem = undefined
    for (const id of this.#inFlight.keys()) this.#changed.add(id)
    this.#inFlight.clear()
    this.#sample?.begin()
  }

  /** No worker counts any more. */
  end(problem: Message | undefined): void {
    this.#isFollowed = false
    this.#problem = problem
  }

  put({ ids, tokens, kindOf, kinds }: TokenCounts): void {
    for (let i = 0; i < ids.length; i++) {
      const id = lineId(ids[i] as number)
      const bytes = this.#inFlight.get(id)
      // Changed meanwhile.
      if (bytes === undefined) continue
      this.#inFlight.delete(id)
      const kind = kinds[kindOf[i] as number] as TokenKind
      this.column.set(id, tokens[i] as number, kind)
      this.#changed.delete(id)
      if (kind.finding) this.#unsettled.push(id)
      this.#sample?.take(id, bytes, tokens[i] as number, kind)
    }
    if (this.#isWhole) this.#wasWhole = true
    this.#version++
  }

  /** Whether `settle` has anything to do. */
  get isUnsettled(): boolean {
    return this.#unsettled.length > 0
  }

  /** Puts findings into the verdicts of lines. Nothing else may change the document meanwhile. */
  settle(): void {
    const ids = this.#unsettled
    this.#unsettled = []
    for (const id of ids) {
      const finding = this.column.kindOf(id)?.finding
      if (finding) settleFinding(this.#doc, id, finding)
    }
  }

  /** What its number of tokens comes to. */
  explain(id: LineId): Diagnostic[] {
    const { finding, model = '' } = this.column.kindOf(id) ?? {}
    return finding ? [explainFinding(finding, this.column.tokensOf(id) ?? 0, model)] : []
  }

  get facts(): TokenFacts {
    const reckoned = this.#reckoned()
    return {
      state: this.#state,
      of: this.areExamples ? 'examples' : 'prompts',
      sum: reckoned.tokens,
      error: reckoned.error,
      isExact: this.#isWhole,
      counted: this.column.lines,
      version: this.#version,
      ...(this.#problem && { problem: this.#problem }),
    }
  }

  /** Tokens of a line; undefined while it is not counted, and of what has none, such as a blank line. */
  shownOf(id: LineId): number | undefined {
    return this.column.kindOf(id)?.isUnreadable === false ? this.column.tokensOf(id) : undefined
  }

  /** Of the lines that name this model, or of those that name none. */
  reckonedOf(key: string): Reckoned | undefined {
    return this.#sample?.reckon(this.#doc.lines.byteLength, key)
  }

  /** Takes over what is known of another document, of which this one holds the lines in their order. */
  takeOver(before: LineTokens): void {
    const all = before.#doc.lines.view({ kind: 'all' })
    for (let from = 0; from < all.count; from += LINES_AT_ONCE) {
      all.ids(from, from + LINES_AT_ONCE).forEach((id, i) => {
        const tokens = before.column.tokensOf(id)
        const kind = before.column.kindOf(id)
        if (tokens === undefined || kind === undefined) return
        const own = lineId(from + i)
        this.column.set(own, tokens, kind)
        if (kind.finding) this.#unsettled.push(own)
      })
    }
    this.#isExactWanted = before.#isExactWanted
    this.#wasWhole = this.#isWhole
    this.#version = before.#version + 1
  }

  get #isWhole(): boolean {
    return this.column.lines === this.#doc.lines.lineCount
  }

  get #state(): TokenState {
    if (this.#isWhole) return 'counted'
    if (this.#problem) return 'failed'
    if (!this.#isFollowed) return 'waiting'
    if (this.#isExactWanted) return 'counting'
    return this.#sample?.isDone ? 'estimated' : 'estimating'
  }

  #reckoned(): Reckoned {
    const { lines } = this.#doc
    if (this.#isWhole) return { tokens: this.column.tokens, error: 0 }
    const left = lines.lineCount - this.column.lines
    if (this.#wasWhole && left < this.column.lines) {
      const ofRest = Math.round((this.column.tokens / this.column.lines) * left)
      return { tokens: this.column.tokens + ofRest, error: Math.max(1, ofRest) }
    }
    const sampled = this.#sample?.isDone ? this.#sample.reckon(lines.byteLength) : undefined
    return sampled ?? usualTokens(lines.byteLength)
  }

  #nextIds(): readonly LineId[] {
    const { lines } = this.#doc
    if (this.#isWhole || this.#problem) return []
    if (this.#changed.size > 0 && (this.#isExactWanted || this.#wasWhole)) {
      return this.#within([...this.#changed].slice(0, LINES_AT_ONCE))
    }
    if (!this.#isExactWanted || lines.byteLength > COUNTED_UNASKED) {
      this.#sample ??= new StretchPlan(this.#doc)
      const stretch = this.#sample.next()
      if (stretch.length > 0) return stretch
    }
    return this.#isExactWanted ? this.#nextInOrder() : []
  }

  /** The next lines that are not counted, in the order of the document; from its start again at the end. */
  #nextInOrder(): readonly LineId[] {
    const all = this.#doc.lines.view({ kind: 'all' })
    for (let looked = 0; looked <= all.count; ) {
      if (this.#cursor >= all.count) this.#cursor = 0
      const ids = all.ids(this.#cursor, Math.min(all.count, this.#cursor + LINES_AT_ONCE))
      const open = ids.filter(
        (id) => this.column.tokensOf(id) === undefined && !this.#inFlight.has(id),
      )
      if (open.length > 0) {
        const taken = this.#within(open)
        const last = taken.at(-1) as LineId
        this.#cursor += ids.indexOf(last) + 1
        return taken
      }
      this.#cursor += ids.length
      looked += Math.max(1, ids.length)
    }
    return []
  }

  #within(ids: readonly LineId[]): readonly LineId[] {
    return ids.slice(0, linesWithin(this.#doc, ids, BYTES_AT_ONCE))
  }

  /** All finding sets were replaced: those of lines that are counted are put in again. */
  #settleAnew(): void {
    const { epoch } = this.#doc.lines
    if (epoch === this.#epoch) return
    this.#epoch = epoch
    this.column.forEach((id, _, kind) => {
      if (kind.finding) this.#unsettled.push(id)
    })
    this.settle()
  }
}
