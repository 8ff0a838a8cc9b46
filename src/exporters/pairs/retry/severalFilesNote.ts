// Why a retry file becomes several: by what the provider of its requests says of a batch.
import { type Message, msg, verbatim } from '../../../i18n/message.ts'
import type { ProviderDefinition, RequestFileLimits } from '../../../pairing/defineProvider.ts'

/** `hasUrls`: the requests name endpoints. */
export function severalFilesNote(
  providers: readonly ProviderDefinition[],
  hasUrls: boolean,
): Message {
  const [provider] = providers
  const isOfOne = provider !== undefined && providers.length === 1
  const what = isOfOne ? contentOf(provider.hasOneModelPerBatch, hasUrls) : undefined
  const most = isOfOne ? mostOf(provider.requestFileLimits) : undefined
  if (what && most) {
    return msg('It takes several files: a batch is of {what}, and has at most {most}.', {
      what,
      most,
    })
  }
  if (what) return msg('It takes several files: a batch is of {what}.', { what })
  if (most) return msg('It takes several files: a batch has at most {most}.', { most })
  return msg('It takes several files: a batch goes to one provider and has its limits.')
}

/** What all requests of a batch share. */
function contentOf(isOfOneModel: boolean, isOfOneUrl: boolean): Message | undefined {
  if (isOfOneModel && isOfOneUrl) return msg('one model and one endpoint')
  if (isOfOneModel) return msg('one model')
  return isOfOneUrl ? msg('one endpoint') : undefined
}

function mostOf({ requests, bytes }: RequestFileLimits): Message | undefined {
  const size = bytes === undefined ? undefined : sizeText(bytes)
  if (requests === undefined) return size === undefined ? undefined : verbatim(size)
  return size === undefined
    ? msg('{requests, number} requests', { requests })
    : msg('{requests, number} requests and {size}', { requests, size })
}

/** In the units that providers state their limits in: '200 MB', '2 GB'. */
function sizeText(bytes: number): string {
  return bytes >= 1e9 ? `${bytes / 1e9} GB` : `${bytes / 1e6} MB`
}
