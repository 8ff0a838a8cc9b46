// The record of a run as a plan of its parts (batch/partPlan.ts): what is uploaded next, and started.
import { afterEvent, afterWaiting, type PartPlan, type PlannedPart } from '../../batch/partPlan.ts'
import type { PartRecord, RunRecord } from './runRecord.ts'

const STATES: Readonly<Record<PartRecord['state'], PlannedPart['state']>> = {
  waiting: 'waiting',
  uploading: 'uploading',
  starting: 'starting',
  unknown: 'starting',
  running: 'running',
  ended: 'ended',
  stopped: 'failed',
}

/** Milliseconds; no part is ever told to wait longer. */
export const LONGEST_DELAY = 30 * 60_000

/** Whether it is too early for a part. What lies further ahead than any delay is of a clock that was wrong. */
export function isTooEarly(notBefore: number | undefined, now: number): boolean {
  return notBefore !== undefined && notBefore > now && notBefore <= now + LONGEST_DELAY
}

/** `now`: milliseconds since 1970. */
export function planOf({ parts, tooManyTokens }: RunRecord, now: number): PartPlan {
  const refusedAt = parts.filter(
    ({ state, waitsFor }) => state === 'waiting' && waitsFor === 'room',
  )
  const plan: PartPlan = {
    parts: parts.map(({ state, tokens, file }) => ({
      state: STATES[state],
      tokens,
      isUploaded: file !== undefined,
    })),
    tooManyTokens,
    isFull: refusedAt.some(({ notBefore }) => isTooEarly(notBefore, now)),
  }
  const hasWaited = refusedAt.some(
    ({ notBefore }) => notBefore !== undefined && !isTooEarly(notBefore, now),
  )
  return hasWaited ? afterWaiting(plan) : plan
}

/** How many tokens at once are too many, after there was no room for a part. */
export function tooManyAfter(record: RunRecord, index: number, now: number): number | undefined {
  return afterEvent(planOf(record, now), index, 'no-room').tooManyTokens
}
