// The template that the form is.
import type { BatchTemplate } from '../../contracts/templatesApi.ts'
import { formOf } from '../../templates/forms/endpointForms.ts'
import { listedValues, variantsOf } from '../../templates/forms/variants.ts'
import type { NewBatchState } from './newBatchStore.ts'

/** More of each request are a slip. */
const MAX_REPEATS = 1000

export function templateOf({
  endpoint,
  bodies,
  idPattern,
  models,
  temperatures,
  repeats,
}: NewBatchState): BatchTemplate {
  return {
    endpoint,
    variants: variantsOf(
      formOf(endpoint),
      bodies[endpoint] ?? '',
      listedValues(models),
      listedValues(temperatures),
    ),
    idPattern,
    repeats: Math.min(Math.max(1, Math.floor(Number(repeats)) || 1), MAX_REPEATS),
  }
}

/** The body that is written at the moment. */
export function bodyTextOf({ bodies, endpoint }: NewBatchState): string {
  return bodies[endpoint] ?? ''
}
