// Sets of findings as numbers, so that the state of a line is one number however many lines there
// are. Machine-made files have few distinct sets; a file that has more than fit keeps only the worst
// finding of each further line, which leaves every verdict right.
import { isSyntaxCode, syntaxFinding } from './codes.ts'
import type { Finding, Severity, Verdict } from './diagnostic.ts'
import { jsonArrayFile, prettyPrintedFile } from './fileCodes.ts'

/** Identifies a set of findings: an index below MAX_OUTCOMES. */
export type OutcomeId = number

/** Valid, nothing to say. */
export const VALID_OUTCOME: OutcomeId = 0

/** A blank line without further findings. */
export const BLANK_OUTCOME: OutcomeId = 1

/** Ids fit into 12 bits. */
export const MAX_OUTCOMES = 4096

/** From here on, sets are cut to their worst finding: room for as many distinct codes. */
const WHOLE_SETS = 3072

/** The code that makes the verdict `blank`. */
const BLANK_CODE = 'blank-line'

export interface Cause extends Finding {
  /** Lines that have it. */
  readonly count: number
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, hint: 2 }

interface Outcome {
  readonly findings: readonly Finding[]
  readonly verdict: Verdict
  readonly hasSyntaxError: boolean
}

export class OutcomeTable {
  readonly #outcomes: Outcome[] = []
  readonly #idsByKey = new Map<string, OutcomeId>()
  /** Answers of withCode and withoutCode. */
  readonly #withMemo = new Map<string, OutcomeId>()

  constructor() {
    this.intern([])
    this.intern([syntaxFinding(BLANK_CODE)])
  }

  /** Ids in use: 0 to size - 1. */
  get size(): number {
    return this.#outcomes.length
  }

  /**
   * The id of a set of findings; their order and repeats do not matter. When a set has to be cut to
   * one finding, it is one of the worst, and not `leastCode` if there is another as bad.
   */
  intern(findings: readonly Finding[], leastCode?: string): OutcomeId {
    if (findings.length === 0 && this.#outcomes.length > 0) return VALID_OUTCOME
    const set = sorted(findings)
    const known = this.#idsByKey.get(keyOf(set))
    if (known !== undefined) return known
    if (this.#outcomes.length < WHOLE_SETS) return this.#add(set)
    const worst = worstOf(set, leastCode)
    const single = this.#idsByKey.get(keyOf(worst))
    if (single !== undefined) return single
    if (this.#outcomes.length < MAX_OUTCOMES - LAST_RESORTS.length) return this.#add(worst)
    return this.#lastResort(worst[0])
  }

  /** Whether no set was cut so far: outcomes then say all that was found. */
  get holdsWholeSets(): boolean {
    return this.#outcomes.length < WHOLE_SETS
  }

  /** [id]: its findings, for `restore`. */
  save(): (readonly Finding[])[] {
    return this.#outcomes.map(({ findings }) => findings)
  }

  /** Makes a new table what another one was when it was saved: every id means the same. */
  restore(sets: readonly (readonly Finding[])[]): void {
    this.#outcomes.length = 0
    this.#idsByKey.clear()
    this.#withMemo.clear()
    for (const set of sets) this.#add(set)
  }

  verdictOf(outcome: OutcomeId): Verdict {
    return this.#at(outcome).verdict
  }

  /** Worst first. */
  findingsOf(outcome: OutcomeId): readonly Finding[] {
    return this.#at(outcome).findings
  }

  /** Undefined for a valid line without findings. */
  worstFinding(outcome: OutcomeId): Finding | undefined {
    return this.#at(outcome).findings[0]
  }

  /**
   * Whether its lines are no JSON texts. A byte order mark alone does not tell: the first line of a
   * file may be JSON behind it.
   */
  hasSyntaxError(outcome: OutcomeId): boolean {
    return this.#at(outcome).hasSyntaxError
  }

  /** [id]: 1 where outcomes have this verdict, for the ids in use now; MAX_OUTCOMES long. */
  withVerdict(verdict: Verdict): Uint8Array {
    return this.#members((outcome) => outcome.verdict === verdict)
  }

  /** [id]: 1 where outcomes hold a finding of this code, for the ids in use now. */
  havingCode(code: string): Uint8Array {
    return this.#members(({ findings }) => findings.some((finding) => finding.code === code))
  }

  /**
   * The outcome with a finding added, or put in place of one of the same code. Meant for findings
   * that come and go with other lines: where sets are cut, the line's own findings are kept.
   */
  withCode(outcome: OutcomeId, finding: Finding): OutcomeId {
    return this.#memoised(`+${outcome}\n${finding.severity}\n${finding.code}`, () =>
      this.intern(
        [...this.findingsOf(outcome).filter((one) => one.code !== finding.code), finding],
        finding.code,
      ),
    )
  }

  /** The outcome without the findings of a code. */
  withoutCode(outcome: OutcomeId, code: string): OutcomeId {
    return this.#memoised(`-${outcome}\n${code}`, () =>
      this.intern(this.findingsOf(outcome).filter((one) => one.code !== code)),
    )
  }

  /**
   * Lines per cause, worst and most frequent first. `histogram[id]` is how many lines have an
   * outcome; ids beyond its end count none.
   */
  causes(histogram: ArrayLike<number>): Cause[] {
    const causesByCode = new Map<string, { finding: Finding; count: number }>()
    for (let id = 0; id < Math.min(this.size, histogram.length); id++) {
      const lines = histogram[id] as number
      if (lines === 0) continue
      for (const finding of this.findingsOf(id)) {
        const cause = causesByCode.get(finding.code)
        if (cause === undefined) causesByCode.set(finding.code, { finding, count: lines })
        else cause.count += lines
      }
    }
    return [...causesByCode.values()]
      .map(({ finding, count }) => ({ ...finding, count }))
      .sort(
        (a, b) =>
          RANK[a.severity] - RANK[b.severity] || b.count - a.count || (a.code < b.code ? -1 : 1),
      )
  }

  #members(isMember: (outcome: Outcome) => boolean): Uint8Array {
    const members = new Uint8Array(MAX_OUTCOMES)
    this.#outcomes.forEach((outcome, id) => {
      if (isMember(outcome)) members[id] = 1
    })
    return members
  }

  #memoised(key: string, answer: () => OutcomeId): OutcomeId {
    let id = this.#withMemo.get(key)
    if (id === undefined) {
      id = answer()
      this.#withMemo.set(key, id)
    }
    return id
  }

  #add(set: readonly Finding[]): OutcomeId {
    const id = this.#outcomes.length
    const hasSyntaxError = set.some(({ code }) => isNoJson(code))
    this.#outcomes.push({ findings: set, verdict: verdictOf(set), hasSyntaxError })
    this.#idsByKey.set(keyOf(set), id)
    return id
  }

  /** No room even for single codes: one nameless finding per severity keeps the verdicts right. */
  #lastResort(worst: Finding | undefined): OutcomeId {
    const set = LAST_RESORTS.filter((finding) => finding.severity === worst?.severity)
    return this.#idsByKey.get(keyOf(set)) ?? this.#add(set)
  }

  #at(outcome: OutcomeId): Outcome {
    const found = this.#outcomes[outcome]
    if (found === undefined) throw new Error(`Bug: no outcome ${outcome}`)
    return found
  }
}

const LAST_RESORTS: readonly Finding[] = [
  { code: 'other-error', severity: 'error', title: 'Other errors' },
  { code: 'other-warning', severity: 'warning', title: 'Other warnings' },
  { code: 'other-hint', severity: 'hint', title: 'Other hints' },
]

/** Each code once, the worst first, then by code: one form for one set. */
function sorted(findings: readonly Finding[]): readonly Finding[] {
  const byCode = new Map<string, Finding>()
  for (const finding of findings) {
    const known = byCode.get(finding.code)
    if (known === undefined || RANK[finding.severity] < RANK[known.severity]) {
      byCode.set(finding.code, finding)
    }
  }
  return [...byCode.values()].sort(
    (a, b) => RANK[a.severity] - RANK[b.severity] || (a.code < b.code ? -1 : 1),
  )
}

function worstOf(set: readonly Finding[], leastCode: string | undefined): readonly Finding[] {
  const [first] = set
  const worst =
    set.find((one) => one.severity === first?.severity && one.code !== leastCode) ?? first
  return worst === undefined ? [] : [worst]
}

function keyOf(set: readonly Finding[]): string {
  return set.map((finding) => `${finding.severity}\n${finding.code}`).join('\n\n')
}

/** Codes of lines that are no JSON by themselves, those said once for the file included. */
function isNoJson(code: string): boolean {
  if (code === 'bom') return false
  return isSyntaxCode(code) || code === prettyPrintedFile.code || code === jsonArrayFile.code
}

function verdictOf(set: readonly Finding[]): Verdict {
  if (set.some((finding) => finding.code === BLANK_CODE)) return 'blank'
  const worst = set[0]?.severity
  if (worst === 'error') return 'invalid'
  return worst === 'warning' ? 'warning' : 'valid'
}
