// Why a retry file becomes several: by what the provider of its requests says of a batch.
import { groupNumber } from '../../../base/groupNumber.ts'
import type { ProviderDefinition } from '../../../pairing/defineProvider.ts'

/** `hasUrls`: the requests name endpoints. */
export function severalFilesNote(
  providers: readonly ProviderDefinition[],
  hasUrls: boolean,
): string {
  const [provider] = providers
  if (!provider || providers.length > 1) {
    return 'It takes several files: a batch goes to one provider and has its limits.'
  }
  const one = [provider.hasOneModelPerBatch && 'one model', hasUrls && 'one endpoint'].filter(
    (word) => word !== false,
  )
  const { requests, bytes } = provider.requestFileLimits
  const most = [
    requests !== undefined && `${groupNumber(requests)} requests`,
    bytes !== undefined && sizeText(bytes),
  ].filter((word) => word !== false)
  const rules = [
    one.length > 0 && `is of ${one.join(' and ')}`,
    most.length > 0 && `has at most ${most.join(' and ')}`,
  ].filter((rule) => rule !== false)
  return `It takes several files: a batch ${rules.join(', and ')}.`
}

/** In the units that providers state their limits in: '200 MB', '2 GB'. */
function sizeText(bytes: number): string {
  return bytes >= 1e9 ? `${bytes / 1e9} GB` : `${bytes / 1e6} MB`
}
