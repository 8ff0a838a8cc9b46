// Which models the requests of a run name, and how many requests each.
import type { BatchPart } from '../../contracts/batchParts.ts'
import type { TokenEstimate } from '../../contracts/tokensApi.ts'

export interface ModelUse {
  /** Undefined for requests that name none. */
  readonly model: string | undefined
  /** Undefined where they are not counted yet. */
  readonly requests: number | undefined
}

/** Most requests first. Undefined where a part has more models than it names. */
export function modelsOfParts(parts: readonly BatchPart[]): readonly ModelUse[] | undefined {
  if (parts.some(({ modelCount, models }) => modelCount > models.length)) return undefined
  const counts = new Map<string | undefined, number>()
  const add = (model: string | undefined, requests: number): void => {
    if (requests > 0) counts.set(model, (counts.get(model) ?? 0) + requests)
  }
  for (const { lines, models } of parts) {
    for (const { value, lines: requests } of models) add(value, requests)
    add(undefined, lines - models.reduce((sum, each) => sum + each.lines, 0))
  }
  return inOrder(Array.from(counts, ([model, requests]) => ({ model, requests })))
}

/** Most requests first. */
export function modelsOfTokens({ models }: Pick<TokenEstimate, 'models'>): readonly ModelUse[] {
  return inOrder(models.map(({ model, requests }) => ({ model, requests })))
}

function inOrder(uses: readonly { model: string | undefined; requests: number }[]) {
  return uses.toSorted((a, b) => b.requests - a.requests)
}
