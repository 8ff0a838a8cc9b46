// A line of a retry file, and into which file it goes.
import type { ProviderDefinition } from '../../../pairing/defineProvider.ts'
import type { RequestContent } from '../../../pairing/requestReading.ts'
import type { FileLimits, Written } from '../definePairExporter.ts'
import type { ExportLine } from '../exportRow.ts'
import { BROKEN_REQUEST, LINE_DELETED } from '../reasons.ts'
import { changeRequest, type RequestChanges } from './changeRequest.ts'

export function retryLine(
  request: ExportLine<RequestContent> | undefined,
  changes: RequestChanges,
): Written {
  if (!request) return { kind: 'leftOut', reason: LINE_DELETED }
  const { text, record, content, keyPath, provider } = request
  if (!content) return { kind: 'leftOut', reason: BROKEN_REQUEST }
  const changed = changeRequest({ text, record, content, keyPath }, changes)
  const isOfOneModel = provider.hasOneModelPerBatch && content.modelPath !== undefined
  const model = isOfOneModel ? (changes.model ?? content.model ?? '') : ''
  return {
    kind: 'line',
    content: changed === text ? request.bytes : changed,
    // A batch is of one endpoint, and with most providers of one model.
    part: JSON.stringify([provider.id, content.url ?? '', model]),
    items: content.inputCount ?? 0,
    limits: fileLimitsOf(provider),
  }
}

function fileLimitsOf({ requestFileLimits }: ProviderDefinition): FileLimits {
  const { requests, bytes, inputs } = requestFileLimits
  return { lines: requests, bytes, items: inputs }
}
