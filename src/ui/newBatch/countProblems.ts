// How many requests, or parts of the template, have something wrong with them.
import type { TemplateProblem } from '../../contracts/templatesApi.ts'
import type { NewBatchState } from '../../state/newBatch/newBatchStore.ts'

/** What is told at the moment: of all requests, or of the template while those are looked at. */
export function problemsOf({ check, preview }: NewBatchState): readonly TemplateProblem[] {
  return check?.problems ?? preview?.problems ?? NONE
}

const NONE: readonly TemplateProblem[] = []

/** Errors alone: each request that has one counts, as does what is wrong with the template. */
export function countProblems(state: NewBatchState): number {
  return problemsOf(state)
    .filter(({ severity }) => severity === 'error')
    .reduce((sum, { count = 1 }) => sum + count, 0)
}
