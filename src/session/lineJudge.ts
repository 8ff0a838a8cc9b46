// From bytes to what is kept of each line: the scanner says whether it is JSON, the format's judge
// what it means, and both become one outcome number. Rules across lines are told on the way.
import { lineId } from '../base/units.ts'
import type { Finding } from '../diagnostics/diagnostic.ts'
import type { OutcomeTable } from '../diagnostics/outcomeTable.ts'
import { syntaxFinding } from '../diagnostics/codes.ts'
import type { LineState } from '../document/changeRecord.ts'
import type { FormatDefinition } from '../formats/defineFormat.ts'
import { createJudge, type Judge } from '../formats/judge.ts'
import { LINE_FLAGS, type LineScan, type ScanBatch, type Scanner } from '../scanner/scanner.ts'
import { SYNTAX_CODES } from '../scanner/syntaxCodes.ts'
import type { ContentLayout } from './contentLayout.ts'
import { byteOrderMarkFinding, layoutFinding } from './contentLayout.ts'
import { FileRules, NO_PROFILE } from './fileRules.ts'

const VALID = 0
const BLANK = 1

/**
 * UTF-8 bytes of a line beyond which it is checked as JSON and not against the format: V8 cannot hold
 * a string of more than 2^29 code units.
 */
const MAX_JUDGED_BYTES = 500 * 1024 * 1024

const tooLong: Finding = {
  code: 'too-long-to-judge',
  severity: 'warning',
  title: 'Line is too long to be judged',
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })

export class LineJudge {
  readonly format: FormatDefinition
  readonly judge: Judge
  readonly rules: FileRules
  readonly #outcomes: OutcomeTable
  readonly #hash: (text: string) => number
  /** Outcome by status of the scanner, made when first met. */
  readonly #syntaxOutcomes: number[] = []
  readonly #layout: ContentLayout
  readonly #duplicate: Finding | undefined

  constructor(
    format: FormatDefinition,
    outcomes: OutcomeTable,
    hash: (text: string) => number,
    layout: ContentLayout,
  ) {
    this.format = format
    this.judge = createJudge(format)
    this.rules = new FileRules(format)
    this.#outcomes = outcomes
    this.#hash = hash
    this.#layout = layout
    this.#duplicate = format.key && {
      code: format.key.code,
      severity: 'error',
      title: format.key.title,
    }
  }

  /**
   * Judges the lines of a batch, the first of which is line `firstLine` (0-based) of the file, and
   * writes their outcomes. Lines for which `isChanged` says so count for no rule.
   */
  judgeBatch(
    batch: ScanBatch,
    firstLine: number,
    into: Uint16Array,
    isChanged?: (line: number) => boolean,
  ): void {
    const { count, status, flags } = batch
    const text = utf8.decode(batch.bytes)
    let from = 0
    for (let i = 0; i < count; i++) {
      const lineFeed = text.indexOf('\n', from)
      const to = lineFeed < 0 ? text.length : lineFeed
      const code = status[i] as number
      const hasBom = ((flags[i] as number) & LINE_FLAGS.leadingBom) !== 0
      if (code !== VALID) {
        into[i] = this.#syntaxOutcome(code, hasBom)
      } else {
        const line = firstLine + i
        const state = this.#judgeText(text.slice(hasBom ? from + 1 : from, to), hasBom)
        into[i] = state.outcome
        if (!isChanged?.(line)) {
          const isRepeat = this.rules.add(lineId(line), state.key, state.profile)
          if (isRepeat && this.#duplicate) {
            into[i] = this.#outcomes.withCode(state.outcome, this.#duplicate)
          }
        }
      }
      from = to + 1
    }
  }

  /** Judges one line's content by itself; rules across lines are not told and not asked. */
  judgeContent(scanner: Scanner, bytes: Uint8Array, isFirst: boolean, isLast = false): LineState {
    return this.stateOf(scanner.scanLine(bytes, { first: isFirst, last: isLast }), bytes)
  }

  /** The state of a line that has been scanned. */
  stateOf(scan: LineScan, bytes: Uint8Array): LineState {
    const hasBom = (scan.flags & LINE_FLAGS.leadingBom) !== 0
    if (scan.status !== VALID) {
      return { outcome: this.#syntaxOutcome(scan.status, hasBom), key: 0, profile: NO_PROFILE }
    }
    if (bytes.length > MAX_JUDGED_BYTES) {
      return { outcome: this.#outcomes.intern([tooLong]), key: 0, profile: NO_PROFILE }
    }
    const text = utf8.decode(bytes)
    return this.#judgeText(hasBom ? text.slice(1) : text, hasBom)
  }

  /** The hash under which the rules know a key. */
  hashOf(key: string): number {
    return this.#hash(key)
  }

  #judgeText(json: string, hasBom: boolean): LineState {
    const { findings, key, uniform, items } = this.judge.judge(JSON.parse(json))
    const all = hasBom ? [byteOrderMarkFinding(this.format), ...findings] : findings
    const outcome = all.length === 0 ? 0 : this.#outcomes.intern(all)
    return {
      outcome,
      key: key === undefined ? 0 : this.#hash(key),
      profile:
        uniform.length === 0 && items === 0 ? NO_PROFILE : this.rules.profileOf(uniform, items),
    }
  }

  #syntaxOutcome(status: number, hasBom: boolean): number {
    const at = hasBom ? status + SYNTAX_CODES.length : status
    const known = this.#syntaxOutcomes[at]
    if (known !== undefined) return known
    const code = SYNTAX_CODES[status] as (typeof SYNTAX_CODES)[number]
    const finding =
      status !== BLANK && this.#layout !== 'lines'
        ? layoutFinding(this.#layout)
        : syntaxFinding(code)
    const findings = hasBom ? [byteOrderMarkFinding(this.format), finding] : [finding]
    const outcome = this.#outcomes.intern(findings)
    this.#syntaxOutcomes[at] = outcome
    return outcome
  }
}
