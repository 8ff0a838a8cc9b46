// One pairing from `pair` until the next: what is read, joined and known of it.
import type { Failure } from '../../base/failures.ts'
import type { PairingSummary } from '../summary/pairingSummary.ts'
import type { PairingFacts, PairSearchQuery, PairSourceFacts } from '../../contracts/pairingApi.ts'
import { KEY_KINDS, type PairLines } from '../pairLines.ts'
import type { OpenPairing } from './openPairing.ts'
import type { SourceToRead } from './readSources.ts'

export interface SessionState {
  readonly sources: readonly SourceToRead[]
  readonly jobId: string
  readonly onFacts: (facts: PairingFacts) => void
  /** Milliseconds since 1970. */
  readonly startedAt: number
  state: PairingFacts['state']
  /** The pairing before, of which what is known of the same lines goes on; until these are joined. */
  earlier: OpenPairing | undefined
  /** Undefined until all lines are read for the first time. */
  pairing: OpenPairing | undefined
  /** By key of the document. */
  readonly failures: Map<string, Failure>
  failure: Failure | undefined
  pairMs: number | undefined
  summary: PairingSummary | undefined
  checkingJson: PairingFacts['checkingJson']
  query: PairSearchQuery | undefined
  matches: number
}

export function newState(
  sources: readonly SourceToRead[],
  jobId: string,
  onFacts: (facts: PairingFacts) => void,
  earlier?: SessionState,
): SessionState {
  return {
    sources,
    jobId,
    onFacts,
    startedAt: Date.now(),
    state: 'reading',
    earlier: earlier?.pairing ?? earlier?.earlier,
    pairing: undefined,
    failures: new Map(),
    failure: undefined,
    pairMs: undefined,
    summary: undefined,
    checkingJson: undefined,
    query: earlier?.query,
    matches: 0,
  }
}

export function pairingFactsOf(state: SessionState, revision: number): PairingFacts {
  const { pairing } = state
  const counts = pairing?.pairs.counts
  return {
    state: state.state,
    revision,
    sources: state.sources.map((source) => sourceFacts(state, source)),
    requests: pairing?.pairs.requests.count ?? 0,
    answers: pairing?.pairs.answers.count ?? 0,
    succeeded: counts?.succeeded ?? 0,
    failed: counts?.failed ?? 0,
    missing: counts?.missing ?? 0,
    unexpected: counts?.unexpected ?? 0,
    duplicate: counts?.duplicate ?? 0,
    echoed: pairing?.pairs.echoed,
    matches: state.matches,
    doneBytes: state.sources.reduce((sum, { doneBytes }) => sum + doneBytes, 0),
    totalBytes: state.sources.reduce((sum, { totalBytes }) => sum + totalBytes, 0),
    checkingJson: state.checkingJson,
    pairMs: state.pairMs,
    summary: state.summary,
    failure: state.failure,
  }
}

function sourceFacts(
  { pairing, failures }: SessionState,
  { setup }: SourceToRead,
): PairSourceFacts {
  const lines = pairing?.sources.find((source) => source.setup.key === setup.key)?.lines
  return {
    ...setup,
    ...(lines ? countLines(lines) : { lines: 0, broken: 0, withoutKey: 0 }),
    failure: failures.get(setup.key),
  }
}

type LineCounts = Pick<PairSourceFacts, 'lines' | 'broken' | 'withoutKey'>

const countsOfLines = new WeakMap<PairLines, LineCounts>()
const TEXT = KEY_KINDS.indexOf('text')
const ECHO = KEY_KINDS.indexOf('echo')

/** Counted once; facts are asked for often. */
function countLines(lines: PairLines): LineCounts {
  const known = countsOfLines.get(lines)
  if (known) return known
  const isBroken = lines.classes.map((each) => each.isBroken)
  let broken = 0
  let withoutKey = 0
  for (let entry = 0; entry < lines.count; entry++) {
    if (isBroken[lines.classOf[entry] as number]) broken++
    const kind = lines.keyKinds[entry]
    if (kind !== TEXT && kind !== ECHO) withoutKey++
  }
  const counts = { lines: lines.count, broken, withoutKey }
  countsOfLines.set(lines, counts)
  return counts
}
