// Issues in a list that does not move under the reader's eyes.
import { useState } from 'react'
import { heldOrder, steadyOrder } from './steadyOrder.ts'

interface IssueOrderOptions {
  readonly isReading: boolean
  /** Someone is at the list: with the pointer or the focus. */
  readonly isHeld: boolean
}

/** An issue, or the place of one that is no more. */
export interface PlacedIssue<T> {
  readonly issue: T
  readonly isGone: boolean
}

/**
 * `issues` as they come, the worst first. While the file is read each stays in its place and new ones come
 * after it; while someone is at the list, also those that are gone keep theirs.
 */
export function useIssueOrder<T extends { readonly code: string }>(
  issues: readonly T[],
  { isReading, isHeld }: IssueOrderOptions,
): readonly PlacedIssue<T>[] {
  const [before, setBefore] = useState<readonly T[]>([])
  // When none is left there is nothing that could slip under the pointer.
  const placed =
    isHeld && issues.length > 0
      ? heldOrder(before, issues)
      : (isReading ? steadyOrder(codesOf(before), issues) : issues).map(stillThere)
  const shown = placed.map(({ issue }) => issue)
  const isSame = shown.length === before.length && shown.every((issue, at) => issue === before[at])
  if (!isSame) setBefore(shown)
  return placed
}

function codesOf(issues: readonly { readonly code: string }[]): readonly string[] {
  return issues.map(({ code }) => code)
}

function stillThere<T>(issue: T): PlacedIssue<T> {
  return { issue, isGone: false }
}
