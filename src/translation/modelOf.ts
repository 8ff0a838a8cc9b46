// The model of the line that is written.
import type { WriteContext } from './defineShape.ts'
import type { Raw } from './jsonNode.ts'
import { ownerOf } from './models.ts'
import { quote } from './writeJson.ts'

/** The model that was chosen, or that of the source, with a note where it is plainly another provider's. */
export function keptModel(
  { model, source, notes, provider, providerName, bodyKey }: WriteContext,
  target: { readonly provider: string; readonly isDeployment?: boolean },
): Raw | undefined {
  if (model !== undefined && model !== '') return quote(model)
  const own = source.model
  const name = own?.string
  if (own === undefined || name === undefined || name === '') return undefined
  const at = [bodyKey, 'model']
  if (target.isDeployment) {
    if (provider !== target.provider) notes.add('model-is-deployment', { model: name }, own, at)
  } else {
    const owner = ownerOf(name)
    const isForeign = owner === undefined ? provider === 'azure' : owner !== target.provider
    if (isForeign) notes.add('model-foreign', { model: name, provider: providerName }, own, at)
  }
  return own.raw
}

/** Where the job names the model: notes that the one of the source is left out. */
export function dropModel({ source, notes }: WriteContext): void {
  const name = source.model?.string
  if (name !== undefined && name !== '') {
    notes.add('model-on-job', { model: name }, source.model)
  }
}

/** The name of the model that will answer, as far as it is known. */
export function knownModel({ model, source }: WriteContext): string | undefined {
  return model ?? source.model?.string
}
