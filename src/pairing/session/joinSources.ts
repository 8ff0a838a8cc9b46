// Pairs the lines of the documents. What was known of the lines that are as they were goes on to be known.
import { joinLines } from '../join/joinLines.ts'
import { findNearMisses } from '../join/nearMisses.ts'
import type { PairRole } from '../pairLines.ts'
import { carryOver, globalsBefore } from './carryOver.ts'
import { type OpenPairing, pairedSources } from './openPairing.ts'
import type { ReadSource } from './readSources.ts'

export interface Joined {
  readonly pairing: OpenPairing
  /** Global entries of lines of which nothing was known before, ascending; worked out when asked. */
  readonly fresh: (role: PairRole) => Uint32Array<ArrayBuffer>
}

export function joinSources(
  sources: readonly ReadSource[],
  revision: number,
  before: OpenPairing | undefined,
): Joined {
  const paired = pairedSources(sources.map(({ source }) => source))
  const { requestSources, answerSources } = paired
  const pairs = joinLines(
    requestSources.map(({ lines }) => lines),
    answerSources.map(({ lines }) => lines),
  )
  const pairing: OpenPairing = {
    ...paired,
    pairs,
    near: findNearMisses(pairs),
    verdicts: new Uint8Array(pairs.answers.count),
    wantedJson: new Uint32Array(pairs.requests.count),
    requestMarks: new Uint8Array(pairs.requests.count),
    answerMarks: new Uint8Array(pairs.answers.count),
    revision,
  }
  const isOf = (role: PairRole) => (each: ReadSource) => each.source.lines.role === role
  if (!before) {
    const all = ({ count }: { readonly count: number }) =>
      Uint32Array.from({ length: count }, (_, i) => i)
    return { pairing, fresh: (role) => all(pairs[role]) }
  }
  const requests = globalsBefore(before.requestSources, sources.filter(isOf('requests')))
  const answers = globalsBefore(before.answerSources, sources.filter(isOf('answers')))
  carryAll(before, pairing, requests, answers)
  return { pairing, fresh: (role) => freshOf(role === 'requests' ? requests : answers) }
}

function freshOf(entryBefore: Int32Array): Uint32Array<ArrayBuffer> {
  const fresh = new Uint32Array(entryBefore.length)
  let count = 0
  for (let entry = 0; entry < entryBefore.length; entry++) {
    if ((entryBefore[entry] as number) < 0) fresh[count++] = entry
  }
  return fresh.slice(0, count)
}

function carryAll(
  before: OpenPairing,
  now: OpenPairing,
  requestBefore: Int32Array,
  answerBefore: Int32Array,
): void {
  carryOver(before.wantedJson, now.wantedJson, requestBefore)
  carryOver(before.requestMarks, now.requestMarks, requestBefore)
  carryOver(before.answerMarks, now.answerMarks, answerBefore)
  carryOver(before.verdicts, now.verdicts, answerBefore)
  dropVerdictsOfOthers(before, now, requestBefore, answerBefore)
}

/** The verdict of an answer is that for one request: when it answers another, it is validated again. */
function dropVerdictsOfOthers(
  before: OpenPairing,
  now: OpenPairing,
  requestBefore: Int32Array,
  answerBefore: Int32Array,
): void {
  const { requestOf, rowOfAnswer } = now.pairs
  for (let answer = 0; answer < now.verdicts.length; answer++) {
    if (now.verdicts[answer] === 0) continue
    const request = requestOf[rowOfAnswer[answer] as number] as number
    const rowBefore = before.pairs.rowOfAnswer[answerBefore[answer] as number] as number
    const isSame =
      request >= 0 &&
      requestBefore[request] === before.pairs.requestOf[rowBefore] &&
      (requestBefore[request] as number) >= 0
    if (!isSame) now.verdicts[answer] = 0
  }
}
