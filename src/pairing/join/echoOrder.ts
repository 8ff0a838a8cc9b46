// Requests that are joined by what they say may be equal, and each wants an answer of its own: the
// first of them has the first equal answer, the second the second.
import type { ColumnCursor } from './columnCursor.ts'

export interface Echoed {
  /** Answers that were joined by the request that they repeat. */
  readonly answers: number
  /** Those of them whose request is there several times, so that only their order tells them apart. */
  readonly inOrder: number
}

const NONE: Echoed = { answers: 0, inOrder: 0 }

/**
 * Changes `first`, the lowest ref with the same key, requests before answers: equal requests become
 * different ones, and equal answers join them in order. Of answers to one request that is there once
 * the later ones stay answers to it; answers without a request are never taken for repeats.
 */
export function joinEchoesInOrder(
  first: Int32Array,
  requests: number,
  { isEcho }: Pick<ColumnCursor, 'isEcho'>,
  hasAny: boolean,
): Echoed {
  if (!hasAny) return NONE
  // [request]: the next one that is equal; of the first of them, also the last and the one whose turn it is.
  const next = new Int32Array(requests).fill(-1)
  const last = Int32Array.from({ length: requests }, (_, request) => request)
  for (let request = 0; request < requests; request++) {
    const group = first[request] as number
    if (group === request || !isEcho(request)) continue
    next[last[group] as number] = request
    last[group] = request
    first[request] = request
  }
  const turn = Int32Array.from({ length: requests }, (_, request) => request)
  let answers = 0
  let inOrder = 0
  for (let ref = requests; ref < first.length; ref++) {
    if (!isEcho(ref)) continue
    const group = first[ref] as number
    const request = group < requests ? (turn[group] as number) : -1
    if (request < 0) {
      first[ref] = ref
      continue
    }
    answers++
    if (last[group] === group) continue
    first[ref] = request
    turn[group] = next[request] as number
    inOrder++
  }
  return { answers, inOrder }
}
