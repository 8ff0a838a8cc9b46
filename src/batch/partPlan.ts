// A file that becomes several batches: which part is uploaded next, and which is started. Plain data and
// pure functions, so that a plan can be kept and gone on with after a reload. Parts are uploaded and started
// in their order, one at a time; many run at the same time, as long as the API has room for their tokens.

/**
 * - `waiting`: for its turn, its upload, or room
 * - `starting`: asked for, and no one knows yet whether it was; a part leaves this only when that is known
 * - `failed`: over, and not by itself tried again
 */
export type PartState = 'waiting' | 'uploading' | 'starting' | 'running' | 'ended' | 'failed'

export interface PlannedPart {
  readonly state: PartState
  /** Of its prompts, as estimated; undefined where nothing is known. */
  readonly tokens: number | undefined
  readonly isUploaded: boolean
}

export interface PartPlan {
  readonly parts: readonly PlannedPart[]
  /** So many tokens at once were too many for the API; undefined while it has refused none. */
  readonly tooManyTokens: number | undefined
  /** A part was refused for lack of room, and none has ended since. */
  readonly isFull: boolean
}

/** What became of a part. */
export type PartEvent =
  | 'upload-began'
  | 'uploaded'
  /** Cancelled or broken: it can be uploaded again. */
  | 'upload-ended'
  | 'start-asked'
  | 'started'
  /** It is known for certain that no batch was made. */
  | 'not-started'
  /** `token_limit_exceeded`: the API made a batch and failed it at once, or made none. */
  | 'no-room'
  | 'ended'
  | 'failed'
  /** The user wants a part that failed again. */
  | 'wanted-again'

/** @internal For tests. */
export function planParts(tokens: readonly (number | undefined)[]): PartPlan {
  const parts = tokens.map(
    (each): PlannedPart => ({ state: 'waiting', tokens: each, isUploaded: false }),
  )
  return { parts, tooManyTokens: undefined, isFull: false }
}

/** In which states an event can happen to a part, and the state that follows. */
const STEPS: Readonly<Record<PartEvent, { from: readonly PartState[]; to: PartState }>> = {
  'upload-began': { from: ['waiting'], to: 'uploading' },
  uploaded: { from: ['uploading'], to: 'waiting' },
  'upload-ended': { from: ['uploading'], to: 'waiting' },
  'start-asked': { from: ['waiting'], to: 'starting' },
  started: { from: ['starting'], to: 'running' },
  'not-started': { from: ['starting'], to: 'waiting' },
  'no-room': { from: ['starting', 'running'], to: 'waiting' },
  ended: { from: ['running'], to: 'ended' },
  failed: { from: ['waiting', 'uploading', 'starting', 'running'], to: 'failed' },
  'wanted-again': { from: ['failed'], to: 'waiting' },
}

/**
 * The plan after something became of the part `at` (0-based). News that come twice or too late, as from
 * another tab, change nothing.
 */
export function afterEvent(plan: PartPlan, at: number, event: PartEvent): PartPlan {
  const part = plan.parts[at]
  const { from, to } = STEPS[event]
  if (!part?.state || !from.includes(part.state)) return plan
  const isUploaded = event === 'uploaded' || (event !== 'wanted-again' && part.isUploaded)
  const parts = plan.parts.with(at, { ...part, state: to, isUploaded })
  if (event === 'no-room') {
    const together = tokensAtWork(parts) + (part.tokens ?? 0)
    const isKnown = part.tokens !== undefined && together > 0
    const least = Math.min(together, plan.tooManyTokens ?? Number.POSITIVE_INFINITY)
    return { parts, isFull: true, tooManyTokens: isKnown ? least : plan.tooManyTokens }
  }
  const hasLeft = part.state === 'running' && (event === 'ended' || event === 'failed')
  return { ...plan, parts, isFull: plan.isFull && !hasLeft }
}

/**
 * Some minutes have passed since a part was refused: batches that are not of this plan may have ended, and
 * what was learned of the room may be wrong by now.
 */
export function afterWaiting(plan: PartPlan): PartPlan {
  return { ...plan, isFull: false, tooManyTokens: undefined }
}

/** The part to upload next: also while there is no room to start it. */
export function nextUpload({ parts }: PartPlan): number | undefined {
  if (parts.some(({ state }) => state === 'uploading')) return undefined
  const next = parts.findIndex(({ state, isUploaded }) => state === 'waiting' && !isUploaded)
  return next < 0 ? undefined : next
}

/** The part to start next: the first that is not over and does not run, when there is room for it. */
export function nextStart({ parts, isFull, tooManyTokens }: PartPlan): number | undefined {
  if (isFull) return undefined
  const next = parts.findIndex(({ state }) => !['running', 'ended', 'failed'].includes(state))
  const part = parts[next]
  if (part?.state !== 'waiting' || !part.isUploaded) return undefined
  const atWork = tokensAtWork(parts)
  // Where nothing of ours runs there is no more to wait for.
  const isRoom =
    atWork === 0 ||
    part.tokens === undefined ||
    tooManyTokens === undefined ||
    atWork + part.tokens < tooManyTokens
  return isRoom ? next : undefined
}

/**
 * Parts wait for room, and none of ours is running that could make some: it takes `afterWaiting`, or the part
 * alone is more than the API allows.
 */
export function waitsForOthers({ parts, isFull }: PartPlan): boolean {
  return isFull && !parts.some(({ state }) => state === 'running')
}

function tokensAtWork(parts: readonly PlannedPart[]): number {
  return parts.reduce(
    (sum, { state, tokens }) => sum + (state === 'running' ? (tokens ?? 0) : 0),
    0,
  )
}
