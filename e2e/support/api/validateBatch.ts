// What the API looks at before it runs a batch: shallow, and by line (batch-format §3.3).
import type { LineError } from './endings.ts'
import type { RequestLine } from './requestLines.ts'

/** Errors that are told; of the API the number is not known. */
const MOST_ERRORS = 100

export function validateBatch(
  lines: readonly RequestLine[],
  endpoint: string,
  models: ReadonlySet<string>,
): readonly LineError[] {
  if (lines.length === 0) {
    return [{ code: 'empty_file', message: 'The input file is empty.', line: null, param: null }]
  }
  const seen = new Set<string>()
  const first = lines.find(({ model }) => model !== undefined)?.model
  const errors: LineError[] = []
  for (const line of lines) {
    const error = errorOf(line, endpoint, models, first, seen)
    if (error) errors.push({ ...error, line: line.number })
    if (line.customId !== undefined) seen.add(line.customId)
    if (errors.length === MOST_ERRORS) break
  }
  return errors
}

function errorOf(
  line: RequestLine,
  endpoint: string,
  models: ReadonlySet<string>,
  first: string | undefined,
  seen: ReadonlySet<string>,
): Omit<LineError, 'line'> | undefined {
  if (!line.isJson) {
    return {
      code: 'invalid_json_line',
      message: 'This line is not parseable as JSON.',
      param: null,
    }
  }
  for (const [param, value] of [
    ['custom_id', line.customId],
    ['method', line.method],
    ['url', line.url],
  ] as const) {
    if (value !== undefined) continue
    const message = `Missing required parameter: '${param}'.`
    return { code: 'missing_required_parameter', message, param }
  }
  if (line.url !== endpoint) {
    const message = 'The provided URL does not match the endpoint of the batch.'
    return { code: 'invalid_url', message, param: 'url' }
  }
  if (line.streams) {
    const message = 'Streaming is not supported in batches.'
    return { code: 'streaming_unsupported', message, param: 'body.stream' }
  }
  if (line.model === undefined) {
    return { code: 'invalid_request', message: 'Model parameter is required.', param: 'body.model' }
  }
  if (!models.has(line.model)) {
    const message = `The provided model '${line.model}' is not supported by the Batch API.`
    return { code: 'model_not_found', message, param: 'body.model' }
  }
  if (line.model !== first) {
    const message = 'All requests in a batch have to name the same model.'
    return { code: 'mismatched_model', message, param: 'body.model' }
  }
  if (!seen.has(line.customId ?? '')) return undefined
  const message = `The custom_id '${line.customId}' is used more than once.`
  return { code: 'duplicate_custom_id', message, param: 'custom_id' }
}
