// Plans run against a made-up API that has room for so many tokens, with events in any order that can be.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { runs } from '../tooling/runs.ts'
import {
  afterEvent,
  afterWaiting,
  nextStart,
  nextUpload,
  type PartEvent,
  type PartPlan,
  planParts,
  waitsForOthers,
} from './partPlan.ts'

class FakeApi {
  readonly limit: number
  /** Parts whose batches run, and all that were ever accepted, in order. */
  readonly running = new Set<number>()
  readonly accepted: number[] = []
  readonly #tokens: readonly number[]

  constructor(tokens: readonly number[], limit: number) {
    this.#tokens = tokens
    this.limit = limit
  }

  start(part: number): boolean {
    const atWork = [...this.running].reduce((sum, each) => sum + (this.#tokens[each] as number), 0)
    if (atWork + (this.#tokens[part] as number) > this.limit) return false
    this.running.add(part)
    this.accepted.push(part)
    return true
  }
}

/** Lets things happen, as `choices` say, until nothing can; each is a number below 100. */
function runPlan(
  tokens: readonly number[],
  limit: number,
  choices: readonly number[],
  areTokensKnown: boolean,
) {
  const api = new FakeApi(tokens, limit)
  let plan = planParts(tokens.map((each) => (areTokensKnown ? each : undefined)))
  const refusals = tokens.map(() => 0)
  const uploads = tokens.map(() => 0)
  let waits = 0
  let turn = 0
  const happen = (part: number, event: PartEvent): void => {
    plan = afterEvent(plan, part, event)
  }
  for (let step = 0; step < 5000; step++) {
    const possible: (() => void)[] = []
    const upload = nextUpload(plan)
    if (upload !== undefined) possible.push(() => happen(upload, 'upload-began'))
    const uploading = plan.parts.findIndex(({ state }) => state === 'uploading')
    if (uploading >= 0) {
      possible.push(() => {
        uploads[uploading] = (uploads[uploading] as number) + 1
        happen(uploading, 'uploaded')
      })
    }
    const start = nextStart(plan)
    if (start !== undefined) {
      possible.push(() => {
        // Whoever starts a part says so first; a second look then finds nothing to start.
        happen(start, 'start-asked')
        expect(nextStart(plan)).toBeUndefined()
        if (api.start(start)) happen(start, 'started')
        else {
          refusals[start] = (refusals[start] as number) + 1
          happen(start, 'no-room')
        }
      })
    }
    for (const part of api.running) {
      possible.push(() => {
        api.running.delete(part)
        happen(part, 'ended')
      })
    }
    if (possible.length === 0) {
      if (!waitsForOthers(plan) || waits++ > 2) break
      plan = afterWaiting(plan)
      continue
    }
    possible[(choices[turn++ % choices.length] as number) % possible.length]?.()
  }
  return { plan, api, refusals, uploads, waits }
}

const cases = fc.record({
  tokens: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 12 }),
  limit: fc.integer({ min: 1, max: 300 }),
  choices: fc.array(fc.nat(99), { minLength: 1, maxLength: 50 }),
  areTokensKnown: fc.boolean(),
})

describe('parts of a plan', () => {
  test('are each started once, in their order, and none is lost', () => {
    fc.assert(
      fc.property(cases, ({ tokens, limit, choices, areTokensKnown }) => {
        const { plan, api, uploads, waits } = runPlan(tokens, limit, choices, areTokensKnown)
        const tooLarge = tokens.findIndex((each) => each > limit)
        const possible = tokens.slice(0, tooLarge < 0 ? undefined : tooLarge)
        expect(api.accepted).toEqual(possible.map((_, i) => i))
        expect(plan.parts.map(({ state }) => state)).toEqual(
          tokens.map((_, i) => (i < possible.length ? 'ended' : 'waiting')),
        )
        // None is uploaded again because there was no room for it.
        expect(uploads.every((count) => count <= 1)).toBe(true)
        // There is a way on whenever one of ours can still make room.
        if (tooLarge < 0) expect(waits).toBe(0)
      }),
      runs(1000),
    )
  })

  test('are refused no more often than there are parts', () => {
    fc.assert(
      fc.property(cases, ({ tokens, limit, choices, areTokensKnown }) => {
        fc.pre(tokens.every((each) => each <= limit))
        const { refusals } = runPlan(tokens, limit, choices, areTokensKnown)
        const sum = refusals.reduce((a, b) => a + b, 0)
        expect(sum).toBeLessThanOrEqual(tokens.length)
      }),
      runs(500),
    )
  })

  test('stay as they are when news come twice, too late, or of no part', () => {
    const event = fc.constantFrom<PartEvent>(
      ...(['upload-began', 'uploaded', 'upload-ended', 'start-asked', 'started'] as const),
      ...(['not-started', 'no-room', 'ended', 'failed', 'wanted-again'] as const),
    )
    const events = fc.array(fc.tuple(fc.nat(4), event), { maxLength: 60 })
    fc.assert(
      fc.property(events, (all) => {
        let plan = planParts([1, 2, 3, undefined])
        for (const [part, what] of all) {
          const before = plan
          plan = afterEvent(plan, part, what)
          expect(plan.parts.length).toBe(4)
          // Only by its own news does a part change, and what has ended stays so.
          plan.parts.forEach((each, i) => {
            if (i !== part) expect(each).toBe(before.parts[i])
            if (before.parts[i]?.state === 'ended') expect(each.state).toBe('ended')
          })
          // No event leads into a state in which it can happen again.
          expect(afterEvent(plan, part, what)).toBe(plan)
        }
      }),
      runs(500),
    )
  })
})

describe('a plan', () => {
  const at = (...states: readonly PartEvent[][]): PartPlan =>
    states.reduce(
      (plan, events, part) => events.reduce((p, event) => afterEvent(p, part, event), plan),
      planParts(states.map(() => 10)),
    )
  const toRun: PartEvent[] = ['upload-began', 'uploaded', 'start-asked', 'started']

  test('goes on with later parts when one has failed', () => {
    const plan = at(['failed'], ['upload-began', 'uploaded'])
    expect(nextStart(plan)).toBe(1)
    expect(nextStart(afterEvent(plan, 0, 'wanted-again'))).toBeUndefined()
    expect(nextUpload(afterEvent(plan, 0, 'wanted-again'))).toBe(0)
  })

  test('starts nothing while it is not known whether a part was', () => {
    const plan = at(['upload-began', 'uploaded', 'start-asked'], ['upload-began', 'uploaded'])
    expect(nextStart(plan)).toBeUndefined()
    expect(nextStart(afterEvent(plan, 0, 'not-started'))).toBe(0)
    expect(nextStart(afterEvent(plan, 0, 'started'))).toBe(1)
  })

  test('goes on uploading while there is no room, and starts when a part has ended', () => {
    const refused = afterEvent(at(toRun, toRun, []), 1, 'no-room')
    expect([nextStart(refused), nextUpload(refused)]).toEqual([undefined, 2])
    expect(waitsForOthers(refused)).toBe(false)
    expect(nextStart(afterEvent(refused, 0, 'ended'))).toBe(1)
  })

  test('does not ask for as much again as was refused', () => {
    const refused = afterEvent(at(toRun, toRun, toRun), 2, 'no-room')
    expect(refused.tooManyTokens).toBe(30)
    expect(nextStart(afterEvent(refused, 1, 'ended'))).toBe(2)
    const larger = { ...refused, tooManyTokens: 15 }
    expect(nextStart(afterEvent(larger, 1, 'ended'))).toBeUndefined()
    expect(nextStart(afterWaiting(afterEvent(larger, 1, 'ended')))).toBe(2)
  })

  test('that waits for others says so', () => {
    const refused = afterEvent(at(toRun), 0, 'no-room')
    expect([nextStart(refused), waitsForOthers(refused)]).toEqual([undefined, true])
    expect(nextStart(afterWaiting(refused))).toBe(0)
  })
})
