// A run and the runs that sent again what failed of it: their answers belong together.
import { batchStore, type Run, type RunPart } from './batchStore.ts'

/** All rounds of a run, oldest first; the first of them is that of the whole file. */
export function roundsOf(run: Run): readonly Run[] {
  const { runs } = batchStore.getState()
  const byId = new Map(runs.map((each) => [each.id, each]))
  const first = firstRound(run, byId).id
  return runs
    .filter((each) => firstRound(each, byId).id === first)
    .sort((a, b) => a.startedAt - b.startedAt)
}

function firstRound(run: Run, byId: ReadonlyMap<string, Run>): Run {
  const seen = new Set<string>()
  let first = run
  for (let next: Run | undefined = run; next && !seen.has(next.id); ) {
    first = next
    seen.add(next.id)
    next = next.retryOf === undefined ? undefined : byId.get(next.retryOf)
  }
  return first
}

/** Nothing of it goes on. */
export function isOver({ parts }: Pick<Run, 'parts'>): boolean {
  return parts.every(({ state }) => state === 'ended' || state === 'stopped')
}

/** Ids of the files that the batch of a part left. */
export function resultFileIds({ state, batch }: RunPart): {
  readonly output: string | undefined
  readonly errors: string | undefined
} {
  return state === 'ended'
    ? { output: batch?.outputFileId, errors: batch?.errorFileId }
    : { output: undefined, errors: undefined }
}
