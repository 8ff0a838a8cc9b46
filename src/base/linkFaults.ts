// Ids by which elements of a list belong together: calls of tools, and what came of them. Some elements
// give ids, others answer them. assembly/links.ts of the scanner tells the same faults, and whether some
// name is used that is declared nowhere, or declared twice.

/** `gives`: an id that wants an answer; `offers`: one that may have an answer. */
export type LinkKind = 'gives' | 'offers' | 'answers'

export interface LinkedId {
  /** The place of its element in the list, from 0. */
  readonly element: number
  readonly kind: LinkKind
  readonly id: string
}

/**
 * What can be wrong with ids:
 * - `unknown`: an answer to an id that nothing gives, or not before it
 * - `unanswered`: the list goes on, and an id has no answer
 * - `pending`: the list ends, and an id has no answer; only where answers follow at once
 * - `early`: an id is answered before it is given; only where answers may stand anywhere
 */
export type LinkFaultName =
  | 'unknown'
  | 'unanswered'
  | 'pending'
  | 'answeredTwice'
  | 'givenTwice'
  | 'early'

/** The first id with each fault. */
export type LinkFaults = Partial<Record<LinkFaultName, LinkedId>>

interface Given {
  readonly from: LinkedId
  isAnswered: boolean
}

class FaultsFound {
  readonly faults: LinkFaults = {}

  note(fault: LinkFaultName, at: LinkedId): void {
    this.faults[fault] ??= at
  }

  noteOpen(fault: LinkFaultName, given: ReadonlyMap<string, Given>): void {
    for (const { from, isAnswered } of given.values()) {
      if (!isAnswered && from.kind === 'gives') this.note(fault, from)
    }
  }

  answer(given: Given, by: LinkedId): void {
    if (given.isAnswered) this.note('answeredTwice', by)
    given.isAnswered = true
  }

  give(into: Map<string, Given>, from: LinkedId): void {
    if (into.has(from.id)) this.note('givenTwice', from)
    else into.set(from.id, { from, isAnswered: false })
  }
}

/** The ids of one element: within it answers come first. */
function* elementsOf(
  ids: readonly LinkedId[],
): Generator<{ element: number; answers: LinkedId[]; given: LinkedId[] }> {
  const byElement = new Map<number, LinkedId[]>()
  for (const id of ids) byElement.set(id.element, [...(byElement.get(id.element) ?? []), id])
  for (const [element, own] of [...byElement].sort(([a], [b]) => a - b)) {
    yield {
      element,
      answers: own.filter(({ kind }) => kind === 'answers'),
      given: own.filter(({ kind }) => kind !== 'answers'),
    }
  }
}

/**
 * Where answers follow at once: those to an element stand in the elements right after it. `count`: elements
 * of the list.
 */
export function faultsOfAdjacent(ids: readonly LinkedId[], count: number): LinkFaults {
  const found = new FaultsFound()
  let open: Map<string, Given> | undefined
  let last = -1
  const close = (fault: LinkFaultName): void => {
    if (open) found.noteOpen(fault, open)
    open = undefined
  }
  for (const { element, answers, given } of elementsOf(ids)) {
    if (element !== last + 1) close('unanswered')
    for (const answer of answers) {
      const call = open?.get(answer.id)
      if (call) found.answer(call, answer)
      else found.note('unknown', answer)
    }
    if (given.length > 0) {
      close('unanswered')
      open = new Map()
      for (const from of given) found.give(open, from)
    }
    last = element
  }
  close(last + 1 < count ? 'unanswered' : 'pending')
  return found.faults
}

/** Where answers stand anywhere after what they answer. */
export function faultsOfScattered(ids: readonly LinkedId[]): LinkFaults {
  const found = new FaultsFound()
  const all = new Map<string, Given>()
  const early: LinkedId[] = []
  for (const { answers, given } of elementsOf(ids)) {
    for (const answer of answers) {
      const call = all.get(answer.id)
      if (call) found.answer(call, answer)
      else early.push(answer)
    }
    for (const from of given) found.give(all, from)
  }
  for (const answer of early) {
    const call = all.get(answer.id)
    if (!call) found.note('unknown', answer)
    else {
      found.note('early', answer)
      found.answer(call, answer)
    }
  }
  found.noteOpen('unanswered', all)
  return found.faults
}
