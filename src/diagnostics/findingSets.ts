// Sets of findings as numbers, so that the state of a line is one number however many lines there
// are. Machine-made files have few distinct sets; a file that has more than fit keeps only the worst
// finding of each further line, which leaves every verdict right.
import { bySeverity } from '../base/severity.ts'
import { msg } from '../i18n/message.ts'
import { canBeIgnored } from './canBeIgnored.ts'
import { isSyntaxCode, syntaxFinding } from './codes.ts'
import { type Cause, countCauses, inOrder } from './countCauses.ts'
import type { Finding, Verdict } from './diagnostic.ts'
import { isLayoutCode } from './layoutCodes.ts'
import { recordOverLines } from './recordOverLines.ts'

/** Identifies a set of findings: an index below MAX_FINDING_SETS. */
export type FindingSetId = number

/** Valid, nothing to say. */
export const VALID_FINDING_SET: FindingSetId = 0

/** A blank line without further findings. @internal For tests. */
export const BLANK_FINDING_SET: FindingSetId = 1

/** Ids fit into 12 bits. */
export const MAX_FINDING_SETS = 4096

/** From here on, sets are cut to their worst finding: room for as many distinct codes. */
const WHOLE_SETS = 3072

/** The code that makes the verdict `blank`. */
const BLANK_CODE = 'blank-line'

/**
 * A warning that stops nothing is a notice where more than this share of the lines that are not blank
 * have it: what most lines have is a property of the file, and it would hide what few lines have.
 */
const NOTICE_ABOVE = 1 / 2

interface FindingSet {
  readonly findings: readonly Finding[]
  readonly hasSyntaxError: boolean
  /** Lines have it that have other findings, too: it is the worst of them. */
  isCut: boolean
  /** Depends on what is ignored. */
  needsAttention: boolean
  /** Depends on what is ignored, and on what is a notice. */
  verdict: Verdict
}

/** Plain data. */
export interface SavedFindingSets {
  /** [id]: its findings. */
  readonly sets: readonly (readonly Finding[])[]
  /** Ids of those that stand for more findings than they hold. */
  readonly cut: readonly FindingSetId[]
}

export class FindingSets {
  readonly #findingSets: FindingSet[] = []
  readonly #idsByKey = new Map<string, FindingSetId>()
  /** Answers of withCode and withoutCode. */
  readonly #withMemo = new Map<string, FindingSetId>()
  #notices: ReadonlySet<string> = new Set()
  #ignored: ReadonlySet<string> = new Set()
  #verdictRevision = 0

  constructor() {
    this.intern([])
    this.intern([syntaxFinding(BLANK_CODE)])
  }

  /** Ids in use: 0 to size - 1. */
  get size(): number {
    return this.#findingSets.length
  }

  /**
   * The id of a set of findings; their order and repeats do not matter. When a set has to be cut to
   * one finding, it is one of the worst, and not `leastCode` if there is another as bad.
   */
  intern(findings: readonly Finding[], leastCode?: string): FindingSetId {
    if (findings.length === 0 && this.#findingSets.length > 0) return VALID_FINDING_SET
    const set = sorted(findings)
    const known = this.#idsByKey.get(keyOf(set))
    if (known !== undefined) return known
    if (this.#findingSets.length < WHOLE_SETS) return this.#add(set)
    const id = this.#internWorst(worstOf(set, leastCode))
    if (set.length > 1) this.#markCut(id)
    return id
  }

  #internWorst(worst: readonly Finding[]): FindingSetId {
    const single = this.#idsByKey.get(keyOf(worst))
    if (single !== undefined) return single
    if (this.#findingSets.length < MAX_FINDING_SETS - LAST_RESORTS.length) return this.#add(worst)
    return this.#lastResort(worst[0])
  }

  /** Whether no set was cut so far: finding sets then say all that was found. */
  get holdsWholeSets(): boolean {
    return this.#findingSets.length < WHOLE_SETS
  }

  /** What `restore` makes the same table of, whatever is ignored in either. */
  save(): SavedFindingSets {
    return {
      sets: this.#findingSets.map(({ findings }) => findings),
      cut: [...this.#findingSets.keys()].filter((id) => this.#at(id).isCut),
    }
  }

  /** Makes a new table what another one was when it was saved: every id means the same. */
  restore({ sets, cut }: SavedFindingSets): void {
    this.#findingSets.length = 0
    this.#idsByKey.clear()
    this.#withMemo.clear()
    this.#notices = new Set()
    for (const set of sets) this.#add(set)
    for (const id of cut) this.#markCut(id)
  }

  verdictOf(findingSet: FindingSetId): Verdict {
    return this.#at(findingSet).verdict
  }

  /** As they were found, notices or not; worst first. */
  findingsOf(findingSet: FindingSetId): readonly Finding[] {
    return this.#at(findingSet).findings
  }

  /** Of those that count; notices are hints. Undefined for a valid line without findings. */
  worstFinding(findingSet: FindingSetId): Finding | undefined {
    const findings = this.#counting(this.#at(findingSet)).map((finding) => this.asNotice(finding))
    return findings.sort(bySeverity)[0]
  }

  /** Whether its lines hold bad news, be they valid or not. */
  needsAttention(findingSet: FindingSetId): boolean {
    return this.#at(findingSet).needsAttention
  }

  /**
   * Says again which warnings are notices, by how many lines have each finding set. The answer depends on
   * the histogram alone, so a document that is opened again has the same ones.
   */
  settleNotices(histogram: ArrayLike<number>): void {
    const notices = this.#noticesOf(histogram)
    if (notices.join('\n') === [...this.#notices].join('\n')) return
    this.#notices = new Set(notices)
    this.#judgeAgain()
  }

  /**
   * Says which codes were switched off: their findings stay in the sets, and neither verdicts nor causes
   * count them. What makes a line no JSON text counts all the same (`canBeIgnored`).
   */
  setIgnored(codes: Iterable<string>): void {
    const ignored = [...new Set(codes)].filter(canBeIgnored).sort()
    if (ignored.join('\n') === [...this.#ignored].join('\n')) return
    this.#ignored = new Set(ignored)
    this.#judgeAgain()
  }

  /** In alphabetical order. */
  get ignored(): ReadonlySet<string> {
    return this.#ignored
  }

  /** Rises with every change of what is a notice, or ignored: verdicts of lines are others then. */
  get verdictRevision(): number {
    return this.#verdictRevision
  }

  /** A finding as it counts in this file: a hint if it is a notice. */
  asNotice<F extends Finding>(finding: F): F {
    return this.#isNotice(finding) ? { ...finding, severity: 'hint' } : finding
  }

  /** Whether it holds all that was found of its lines: sets are cut where there are very many. */
  isWhole(findingSet: FindingSetId): boolean {
    const { isCut, findings } = this.#at(findingSet)
    return !isCut && !findings.some((finding) => LAST_RESORTS.includes(finding))
  }

  /**
   * Whether its lines are not JSON texts. A byte order mark alone does not tell: the first line of a
   * file may be JSON behind it.
   */
  hasSyntaxError(findingSet: FindingSetId): boolean {
    return this.#at(findingSet).hasSyntaxError
  }

  /** [id]: 1 where finding sets have this verdict, for the ids in use now; MAX_FINDING_SETS long. */
  withVerdict(verdict: Verdict): Uint8Array {
    return this.#members((findingSet) => findingSet.verdict === verdict)
  }

  /** [id]: 1 where finding sets need attention, for the ids in use now. */
  needingAttention(): Uint8Array {
    return this.#members((findingSet) => findingSet.needsAttention)
  }

  /** [id]: 1 where finding sets hold a finding of this code, for the ids in use now. */
  havingCode(code: string): Uint8Array {
    return this.#members(({ findings }) => findings.some((finding) => finding.code === code))
  }

  /**
   * The finding set with a finding added, or put in place of one of the same code. Meant for findings
   * that come and go with other lines: where sets are cut, the line's own findings are kept.
   */
  withCode(findingSet: FindingSetId, finding: Finding): FindingSetId {
    return this.#memoised(`+${findingSet}\n${finding.severity}\n${finding.code}`, () =>
      this.intern(
        [...this.findingsOf(findingSet).filter((one) => one.code !== finding.code), finding],
        finding.code,
      ),
    )
  }

  /** The finding set without the findings of a code. */
  withoutCode(findingSet: FindingSetId, code: string): FindingSetId {
    return this.#memoised(`-${findingSet}\n${code}`, () =>
      this.intern(this.findingsOf(findingSet).filter((one) => one.code !== code)),
    )
  }

  /**
   * Lines per cause, in the order in which they should be looked at: what stops most first, then what
   * few lines have, as it is lost among the rest. `histogram[id]` is how many lines have a finding set;
   * ids beyond its end count none. What is ignored is not among them.
   */
  causes(histogram: ArrayLike<number>): Cause[] {
    return inOrder(this.#causesAmong(histogram, (findingSet) => this.#counting(findingSet)))
  }

  /** The same for what is ignored. */
  ignoredCauses(histogram: ArrayLike<number>): Cause[] {
    const isIgnored = ({ code }: Finding): boolean => this.#ignored.has(code)
    return inOrder(this.#causesAmong(histogram, ({ findings }) => findings.filter(isIgnored)))
  }

  #causesAmong(
    histogram: ArrayLike<number>,
    findingsOf: (findingSet: FindingSet) => readonly Finding[],
  ): Cause[] {
    return countCauses(this.#findingSets.map(findingsOf), histogram).map(({ finding, count }) => ({
      ...this.asNotice(finding),
      count,
      isNotice: this.#isNotice(finding),
    }))
  }

  /** The codes of warnings that most lines have, in alphabetical order. */
  #noticesOf(histogram: ArrayLike<number>): readonly string[] {
    const counts = new Map<string, number>()
    let all = 0
    this.#findingSets.forEach(({ findings, verdict }, id) => {
      const lines = histogram[id] ?? 0
      if (lines === 0 || verdict === 'blank') return
      all += lines
      for (const { code, canBeNotice } of findings) {
        if (canBeNotice) counts.set(code, (counts.get(code) ?? 0) + lines)
      }
    })
    return [...counts.keys()]
      .filter((code) => (counts.get(code) as number) > all * NOTICE_ABOVE)
      .sort()
  }

  #isNotice({ code, severity, canBeNotice }: Finding): boolean {
    return canBeNotice === true && severity === 'warning' && this.#notices.has(code)
  }

  #verdictOf(findingSet: FindingSet): Verdict {
    if (findingSet.findings.some(({ code }) => code === BLANK_CODE)) return 'blank'
    const counting = this.#counting(findingSet).filter((finding) => !this.#isNotice(finding))
    if (counting.some(({ severity }) => severity === 'error')) return 'invalid'
    return counting.some(({ severity }) => severity === 'warning') ? 'warning' : 'valid'
  }

  /** Of a set that was cut nobody knows what is left once its finding is ignored: it stays as bad as it is. */
  #counting({ findings, isCut }: FindingSet): readonly Finding[] {
    if (this.#ignored.size === 0) return findings
    const counting = findings.filter(({ code }) => !this.#ignored.has(code))
    return isCut && counting.length < findings.length ? lastResortFor(findings[0]) : counting
  }

  #judge(findingSet: FindingSet): void {
    findingSet.verdict = this.#verdictOf(findingSet)
    findingSet.needsAttention = this.#counting(findingSet).some(
      ({ severity }) => severity === 'attention',
    )
  }

  #judgeAgain(): void {
    this.#verdictRevision++
    for (const findingSet of this.#findingSets) this.#judge(findingSet)
  }

  #markCut(id: FindingSetId): void {
    const findingSet = this.#at(id)
    findingSet.isCut = true
    this.#judge(findingSet)
  }

  #members(isMember: (findingSet: FindingSet) => boolean): Uint8Array {
    const members = new Uint8Array(MAX_FINDING_SETS)
    this.#findingSets.forEach((findingSet, id) => {
      if (isMember(findingSet)) members[id] = 1
    })
    return members
  }

  #memoised(key: string, answer: () => FindingSetId): FindingSetId {
    let id = this.#withMemo.get(key)
    if (id === undefined) {
      id = answer()
      this.#withMemo.set(key, id)
    }
    return id
  }

  #add(findings: readonly Finding[]): FindingSetId {
    const id = this.#findingSets.length
    const hasSyntaxError = findings.some(({ code }) => isNoJson(code))
    const findingSet: FindingSet = {
      findings,
      hasSyntaxError,
      isCut: false,
      needsAttention: false,
      verdict: 'valid',
    }
    this.#judge(findingSet)
    this.#findingSets.push(findingSet)
    this.#idsByKey.set(keyOf(findings), id)
    return id
  }

  /** No room even for single codes: one nameless finding per severity keeps the verdicts right. */
  #lastResort(worst: Finding | undefined): FindingSetId {
    const set = lastResortFor(worst)
    return this.#idsByKey.get(keyOf(set)) ?? this.#add(set)
  }

  #at(findingSet: FindingSetId): FindingSet {
    const found = this.#findingSets[findingSet]
    if (found === undefined) throw new Error(`Bug: no findingSet ${findingSet}`)
    return found
  }
}

const LAST_RESORTS: readonly Finding[] = [
  { code: 'other-error', severity: 'error', title: msg('Other errors') },
  { code: 'other-warning', severity: 'warning', title: msg('Other warnings') },
  { code: 'other-attention', severity: 'attention', title: msg('Other results to look at') },
  { code: 'other-hint', severity: 'hint', title: msg('Other hints') },
]

function lastResortFor(worst: Finding | undefined): readonly Finding[] {
  return LAST_RESORTS.filter((finding) => finding.severity === worst?.severity)
}

/** Each code once, the worst first, then by code: one form for one set. */
function sorted(findings: readonly Finding[]): readonly Finding[] {
  const byCode = new Map<string, Finding>()
  for (const finding of findings) {
    const known = byCode.get(finding.code)
    if (known === undefined || bySeverity(finding, known) < 0) {
      byCode.set(finding.code, finding)
    }
  }
  // What may be a notice last: where a set is cut to one finding, its lines must not lose a warning.
  return [...byCode.values()].sort(
    (a, b) =>
      bySeverity(a, b) ||
      Number(a.canBeNotice ?? false) - Number(b.canBeNotice ?? false) ||
      (a.code < b.code ? -1 : 1),
  )
}

function worstOf(set: readonly Finding[], leastCode: string | undefined): readonly Finding[] {
  const [first] = set
  const worst =
    set.find((one) => one.severity === first?.severity && one.code !== leastCode) ?? first
  return worst === undefined ? [] : [worst]
}

function keyOf(set: readonly Finding[]): string {
  return set
    .map(({ severity, code, continuesLine }) => `${severity}\n${code}${continuesLine ? '\n+' : ''}`)
    .join('\n\n')
}

/** Codes of lines that are not JSON by themselves, those said once for the file included. */
function isNoJson(code: string): boolean {
  if (code === 'bom') return false
  return isSyntaxCode(code) || isLayoutCode(code) || code === recordOverLines.code
}
